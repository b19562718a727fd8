"""Draw what `ice-results show` prints in a terminal for the sample talk, as docs/picture.svg.

    python docs/picture.py

The command runs in a pseudo-terminal, as in one of yours, so it needs Linux or macOS and rich
(`pip install '.[terminal]'`). The drawing names no font from the network.
"""

from __future__ import annotations

import html
import io
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "picture.svg"
COMMAND = "ice-results show samples/talk.json"
WIDTH = 92
_COLUMN = 12.2
"""The width of a column in the drawings of rich."""
_TEXT = re.compile(
    r'(?P<begin><text class="show-r\d+") x="(?P<x>[\d.]+)"(?P<y> y="[\d.]+") textLength="[\d.]+"(?P<rest>[^>]*)>'
    r"(?P<content>[^<]*)</text>"
)
_FONTS = "ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace"


def main() -> None:
    """Draw and say how large the drawing is."""
    drawing = drawn(printed_in_terminal())
    PICTURE.write_text(drawing, encoding="utf-8", newline="\n")
    print(f"{PICTURE.relative_to(ROOT)}: {len(drawing.encode()) / 1000:.0f} KB")


def printed_in_terminal() -> str:
    """What the command prints where standard output is a terminal, with the codes of its colours."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": str(WIDTH), "TERM": "xterm-256color"}
    command = [sys.executable, "-m", *COMMAND.replace("-", "_", 1).split()]
    with subprocess.Popen(command, stdout=theirs, cwd=ROOT, env=environment):
        os.close(theirs)
        printed = b"".join(_until_closed(ours))
    return printed.decode().replace("\r\n", "\n")


def _until_closed(terminal: int) -> list[bytes]:
    """What comes from a pseudo-terminal until nobody writes to it any more."""
    parts: list[bytes] = []
    with open(terminal, "rb", buffering=0) as stream:
        try:
            while part := stream.read(4096):
                parts.append(part)
        except OSError:  # Linux says so where macOS gives nothing
            pass
    return parts


def drawn(printed: str) -> str:
    """The terminal as a drawing."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text.assemble(("$ ", "dim"), COMMAND))
    console.print(Text.from_ansi(printed.rstrip()))
    drawing = console.export_svg(title="ice-results", unique_id="show")
    drawing = re.sub(r"@font-face \{.*?\}|font-variant-east-asian: full-width;", "", drawing, flags=re.DOTALL)
    drawing = drawing.replace("Fira Code, monospace", _FONTS).replace("arial", "sans-serif")
    drawing = re.sub(_TEXT, lambda text: "".join(_runs(text)), drawing)
    return "\n".join(line.rstrip() for line in drawing.splitlines() if line.strip()) + "\n"


def _runs(text: re.Match[str]) -> Iterator[str]:
    """A text as runs of narrow and of wide characters, each in its columns: rich takes all of them for narrow."""
    place = float(text["x"])
    for _, characters in groupby(html.unescape(text["content"]), cell_len):
        run = "".join(characters)
        length = cell_len(run) * _COLUMN
        shown = html.escape(run).replace(" ", "&#160;").replace("\u00a0", "&#160;")
        yield f'{text["begin"]} x="{place:.1f}"{text["y"]} textLength="{length:.1f}"{text["rest"]}>{shown}</text>'
        place += length


if __name__ == "__main__":
    main()
