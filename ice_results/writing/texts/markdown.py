"""Text as Markdown: nothing that a service recognised becomes markup."""

from __future__ import annotations

import re

from ...text.cleaning import one_line

# Signs that are markup anywhere, and those that are only at the beginning of a line: headings, lists, rules, numbers.
_MARKUP = re.compile(r"([\\`*_\[\]<>&|~$])|^([#+\-=]+)(?=\s|$)|^(\d+)([.)])(?=\s|$)")


def markdown_text(text: str) -> str:
    """Text on one line, with nothing in it that Markdown or HTML would take for markup."""
    return _MARKUP.sub(_escaped, one_line(text))


def _escaped(match: re.Match[str]) -> str:
    sign, start, number, point = match.groups()
    if sign:
        return f"\\{sign}"
    return f"\\{start}" if start else f"{number}\\{point}"
