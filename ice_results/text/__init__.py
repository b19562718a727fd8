"""Text itself: scripts and languages, widths, cleaning, what makes it safe, values as messages show them."""
