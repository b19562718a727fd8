"""What `show` and `check` print."""
