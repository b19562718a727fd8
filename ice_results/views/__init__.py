"""What people look at: a document's contents and its problems, as tables in the terminal."""

from .problems import ReportedProblem, problems_as_csv, problems_as_json, problems_as_text, reported, totals
from .summary import Section, summary
from .terminal import as_plain_text, print_rich

__all__ = [
    "ReportedProblem",
    "Section",
    "as_plain_text",
    "print_rich",
    "problems_as_csv",
    "problems_as_json",
    "problems_as_text",
    "reported",
    "summary",
    "totals",
]
