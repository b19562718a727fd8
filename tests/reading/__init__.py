"""Reading: saved text becomes records."""
