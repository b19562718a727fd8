"""Writing: records and cues become files."""
