"""Text in frames becomes segments."""
