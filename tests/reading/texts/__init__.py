"""Texts: JSON that is not alone in its file."""
