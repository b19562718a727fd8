"""Saved answers to records: escaping, schemas of the wire, documents, payloads."""
