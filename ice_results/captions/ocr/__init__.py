"""Recognised text of frames to caption tracks.

A step is the usual distance of two frames. What is read in one frame counts for one step, and a text
that is missing for up to `max(1.5 × step, 250 ms)` after that is taken to have been there. Nothing is
merged or dropped without a `Change` that names it.
"""
