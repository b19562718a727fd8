"""Independent readers of what we write."""
