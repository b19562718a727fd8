"""Many files, one after the other."""
