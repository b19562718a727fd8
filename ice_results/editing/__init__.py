"""Edits of documents: records in, records out, nothing else touched."""
