"""Write the samples: one answer for every operation and kind of payload that the package reads.

Run `python samples/build.py` to write them beside this file, or give another folder. All people,
places, companies and texts are invented; the same source always gives the same files.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from source.assets import asset_answers
from source.file_jobs import file_jobs, iproduction
from source.media_answers import media_answers
from source.moderation import audits, moderation_answers
from source.recordings import recordings
from source.smart import smart_jobs
from source.smarttag import smarttag_jobs
from source.tingwu import tingwu_answers
from source.vod import vod_jobs
from source.wire import as_text

_BATCH = ("smart_asr_mixed", "smarttag_text_label", "smart_failed")


def samples() -> dict[str, Any]:
    """Every sample as the service would answer it, by the name of its file without the suffix."""
    return {
        **smart_jobs(),
        **smarttag_jobs(),
        **vod_jobs(),
        **media_answers(),
        **recordings(),
        **asset_answers(),
        **tingwu_answers(),
        **moderation_answers(),
        "iproduction": iproduction(),
    }


def write(folder: Path) -> list[Path]:
    """Write every sample into the folder, which is made where it is missing, and a few of them line by line."""
    folder.mkdir(parents=True, exist_ok=True)
    answers = samples()
    texts = {f"{name}.json": json.dumps(answer, ensure_ascii=False, indent=2) for name, answer in answers.items()}
    several = {"batch": [answers[name] for name in _BATCH], "file_jobs": file_jobs(), "audits": audits()}
    texts |= {f"{name}.jsonl": "\n".join(map(as_text, each)) for name, each in several.items()}
    for name, text in texts.items():
        (folder / name).write_text(f"{text}\n", encoding="utf-8", newline="\n")
    return [folder / name for name in texts]


def main(arguments: list[str]) -> None:
    """Write the samples and say how many."""
    folder = Path(arguments[0]) if arguments else Path(__file__).parent
    print(f"{len(write(folder))} samples in {folder}")


if __name__ == "__main__":
    main(sys.argv[1:])
