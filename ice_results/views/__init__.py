"""What people look at: a document's contents and its problems, as tables in the terminal."""

from .problems import Finding, findings_as_csv, findings_as_json, findings_as_text, findings_of, totals
from .summary import Section, summary
from .terminal import as_plain_text, print_rich

__all__ = [
    "Finding",
    "Section",
    "as_plain_text",
    "findings_as_csv",
    "findings_as_json",
    "findings_as_text",
    "findings_of",
    "print_rich",
    "summary",
    "totals",
]
