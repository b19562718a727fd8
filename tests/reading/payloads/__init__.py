"""Payloads: each kind of result becomes its records."""
