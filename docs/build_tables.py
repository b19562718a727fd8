"""Write the parts of the documentation that are made from the code: between markers, in README.md and docs/.

    python docs/build_tables.py            # write them
    python docs/build_tables.py --check    # write nothing; exit with 1 where one is out of date

Each part is a function in `docs/from_code/`; the rest of a page is written by hand and stays as it is.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from docs.from_code import (  # noqa: E402
    captions,
    columns,
    command_line,
    formats,
    inputs,
    limits,
    messages,
    rooms,
)
from docs.from_code.markdown import spliced  # noqa: E402

PARTS: Mapping[str, Mapping[str, Callable[[], str]]] = {
    "README.md": {"families": formats.families},
    "docs/guide/captions.md": {"profiles": captions.profiles, "measures": captions.measures},
    "docs/reference/command-line.md": {"commands": command_line.commands},
    "docs/reference/formats.md": {"formats": formats.formats},
    "docs/reference/inputs.md": {"answers": inputs.answers, "kinds": inputs.kinds},
    "docs/reference/limits.md": {"bounds": limits.bounds},
    "docs/reference/options.md": {"options": formats.options},
    "docs/reference/problems.md": {
        "severities": messages.severities,
        "problems": messages.problems,
        "changes": messages.changes,
        "errors": messages.raised,
        "statuses": messages.statuses,
    },
    "docs/reference/tables.md": {"columns": columns.columns},
    "docs/architecture.md": {"rooms": rooms.rooms},
}
"""Each page with its parts: the name of the markers, and what goes between them."""


def built(name: str) -> str:
    """A page as it should be."""
    page = (ROOT / name).read_text(encoding="utf-8")
    for marker, part in PARTS[name].items():
        page = spliced(page, marker, part())
    return page


def main() -> None:
    """Write the pages that have changed, or only name them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing")
    check = parser.parse_args().check
    pages = {name: built(name) for name in PARTS}
    stale = [name for name, page in pages.items() if (ROOT / name).read_text(encoding="utf-8") != page]
    for name in stale:
        print(f"{name} is out of date" if check else f"{name} written")
        if not check:
            (ROOT / name).write_text(pages[name], encoding="utf-8", newline="\n")
    sys.exit(bool(stale) and check)


if __name__ == "__main__":
    main()
