"""The errors that ice_results raises: one base, facts as attributes, the message composed from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from .findings import Problem


class IceResultsError(Exception):
    """The base of every error that this package raises on purpose."""


@attrs.frozen
class DecodeError(IceResultsError, ValueError):
    """The text is not JSON, or is larger or more deeply nested or escaped than the limits allow.

    `path` says where in the document the text stands ("" for the whole file), `reason` what is
    wrong with it and `advice` what to do about it.
    """

    path: str
    reason: str
    advice: str = ""

    def __str__(self) -> str:
        where = f"{self.path}: " if self.path else ""
        return f"{where}{self.reason}" + (f"; {self.advice}" if self.advice else "")


@attrs.frozen
class UnrecognisedDocument(IceResultsError, ValueError):
    """The JSON is readable, but holds no answer and no payload that is known.

    `found` says what was seen instead, `advice` what to do about it.
    """

    found: str
    advice: str = ""

    def __str__(self) -> str:
        return f"not recognised: {self.found}" + (f"; {self.advice}" if self.advice else "")


@attrs.frozen
class SeveralDocuments(UnrecognisedDocument):
    """There are several documents where one is asked for; `advice` says how to have all of them."""

    def __str__(self) -> str:
        return f"{self.found}: {self.advice}"


@attrs.frozen
class ProblemsFound(IceResultsError, ValueError):
    """What `strict=True` raises: the document has problems, all of them listed in `problems`."""

    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        first = str(self.problems[0])
        others = len(self.problems) - 1
        return first + (f" (and {others} more)" if others else "")


@attrs.frozen
class UnknownName(IceResultsError, ValueError):
    """No format, kind, track or option has this name; `known` lists those that exist."""

    what: str
    name: str
    known: tuple[str, ...]

    def __str__(self) -> str:
        known = ", ".join(self.known) or "none"
        return f"unknown {self.what} {self.name!r}; known: {known}"


@attrs.frozen
class NoMaterial(IceResultsError, ValueError):
    """The document holds nothing that this format could be written from."""

    format: str
    needs: str
    reason: str = ""

    def __str__(self) -> str:
        return f"nothing to write as {self.format}: " + (self.reason or f"the document has no {self.needs}")


@attrs.frozen
class MissingExtra(IceResultsError, ImportError):
    """What is asked for needs a library that is not installed; `extra` brings it."""

    purpose: str
    library: str
    extra: str

    def __str__(self) -> str:
        return f"{self.purpose} need {self.library}: pip install 'ice-results[{self.extra}]'"


@attrs.frozen
class InvalidOption(IceResultsError, ValueError):
    """An option has a value that it does not take."""

    name: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"option {self.name}: expected {self.expected}, found {self.found}"


@attrs.frozen
class NothingLeft(IceResultsError, ValueError):
    """The edits leave nothing of a document; `part` says what was to be kept."""

    part: str

    def __str__(self) -> str:
        return f"nothing is left: no item lies {self.part}"


@attrs.frozen
class UnusableFolder(IceResultsError):
    """The folder for all outputs cannot be made, or nothing can be written in it; `reason` says why."""

    folder: str
    reason: str

    def __str__(self) -> str:
        return f"{self.folder}: {self.reason}"


@attrs.frozen
class WorkerDied(IceResultsError, RuntimeError):
    """The process that converted a source died, as one does that the system takes its memory from."""

    reason: str

    def __str__(self) -> str:
        return self.reason
