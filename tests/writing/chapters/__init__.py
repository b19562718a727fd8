"""Chapter files."""
