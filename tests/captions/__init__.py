"""Captions: segments become cues."""
