"""Write the samples: one answer for every operation and kind of payload that the package reads.

Run `python samples/build.py` to write them beside this file, or give another folder. All people,
places, companies and texts are invented; the same source always gives the same files.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from source.smart import smart_jobs
from source.smarttag import smarttag_jobs
from source.vod import vod_jobs


def samples() -> dict[str, Any]:
    """Every sample as the service would answer it, by the name of its file without the suffix."""
    return {**smart_jobs(), **smarttag_jobs(), **vod_jobs()}


def write(folder: Path) -> list[Path]:
    """Write every sample into the folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, answer in samples().items():
        path = folder / f"{name}.json"
        path.write_text(json.dumps(answer, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
        paths.append(path)
    return paths


def main(arguments: list[str]) -> None:
    """Write the samples and say how many."""
    folder = Path(arguments[0]) if arguments else Path(__file__).parent
    print(f"{len(write(folder))} samples in {folder}")


if __name__ == "__main__":
    main(sys.argv[1:])
