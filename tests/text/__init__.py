"""Tests of the ground: text."""
