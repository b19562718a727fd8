"""Text to read: one module for each format."""
