"""Timelines of markers."""
