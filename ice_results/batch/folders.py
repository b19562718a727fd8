"""Folders for outputs, and files that are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from ..errors import UnusableFolder


def make_folder(folder: Path) -> None:
    """Make a folder for outputs where there is none; raises `UnusableFolder`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnusableFolder(str(folder), error.strerror or str(error)) from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UnusableFolder(str(folder), "the folder is read-only")


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write beside the target and rename: nobody ever sees half a file."""
    data = content.encode() if isinstance(content, str) else content
    path.parent.mkdir(parents=True, exist_ok=True)
    # In the same folder, as a rename is atomic within one file system only; shortened, as names have at most 255 bytes.
    temporary = path.with_name(f".{path.name[:40]}.{os.urandom(6).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
        temporary.replace(path)
    # Also for Ctrl-C: nothing of a file that was not finished stays behind.
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
