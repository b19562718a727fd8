"""Layout: where lines break."""
