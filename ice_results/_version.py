"""The version, read by the build and by `ice-results --version`."""

__version__ = "0.1.0"
