"""Marker lists for editing programs: one module for each format."""
