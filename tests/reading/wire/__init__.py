"""Wire values become fields."""
