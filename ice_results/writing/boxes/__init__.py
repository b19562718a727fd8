"""Boxes for players and annotation tools: one module for each format."""
