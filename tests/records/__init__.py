"""The records themselves."""
