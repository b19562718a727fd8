"""Problems, changes and errors with the messages that they have: each one is made by an input that is shown."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from inspect import getmembers, isclass
from typing import Any

from ice_results import DecodeError, Document, IceResultsError, Segment, Transcript, errors, parse
from ice_results.batch.edits import Edits
from ice_results.cli.signals import INTERRUPTED, TERMINATED
from ice_results.cli.streams import ALL_DONE, SOMETHING_FAILED
from ice_results.views.problems import SEVERITIES
from ice_results.writing.convert import write

from .markdown import first_sentence, table


def _smart_job(result: Any, **more: Any) -> dict[str, Any]:
    """An answer of GetSmartHandleJob with a result."""
    info = {"JobType": "ASR"}
    return {"JobId": "j1", "State": "Finished", "SmartJobInfo": info, "JobResult": {"AiResult": result}, **more}


def _smart_tag(name: str, data: str) -> dict[str, Any]:
    """An answer of QuerySmarttagJob with one result."""
    return {"JobId": "j1", "JobStatus": "Success", "Results": {"Result": [{"Type": name, "Data": data}]}}


_LINE = {"content": "早上好。", "from": 0.5, "to": 2.0}
_MEANT = {
    "error": "a value could not be used: it is kept in `extra`, and is missing from what is written",
    "warning": "a value was used or kept, but is doubtful",
    "note": "nothing is wrong, but there is less than you might expect, such as for a job that is still running",
}
_PROBLEMS: Mapping[str, Any] = {
    "a time that is no number": _smart_job(json.dumps([_LINE, {**_LINE, "from": "soon"}])),
    "text that is cut off": _smart_tag("ASR", '{"details": [{"from": 0'),
    "prose instead of JSON": _smart_tag("ASR", "see the console"),
    "a result of a new type": _smart_tag("Weather", '{"sky": "blue"}'),
    "a result that is not what its type says": _smart_tag("OCR", json.dumps({"details": [_LINE]})),
    "seconds instead of milliseconds": _smart_tag(
        "NLP",
        json.dumps({"transcription": {"paragraphs": [{"words": [{"start": 0, "end": 30, "text": "早上好。" * 20}]}]}}),
    ),
    "a job that is still running": {"JobId": "j1", "State": "Executing"},
    "a job that failed": {"JobId": "j1", "State": "Failed", "ErrorCode": "InvalidFile", "ErrorMessage": "no sound"},
    "a result that is only a link": _smart_tag("Subtitle", '{"details": {"chResultUrl": "https://example.com/a.srt"}}'),
    "a list of jobs": {"SmartJobList": [{"JobId": "j1", "JobState": "Finished"}]},
    "a status message": {"Type": "smarttag", "JobId": "j1", "State": "Success"},
}
"""Something that is the matter with an answer, and such an answer."""


def severities() -> str:
    """A row for each severity of a problem."""
    return table(["severity", "what it means"], ([f"`{name}`", _MEANT[name]] for name in SEVERITIES))


def problems() -> str:
    """A row for each problem of the answers above."""
    rows = (
        [title, f"`{each.severity}`", f"`{each.path}`" if each.path else "–", str(each).removeprefix(f"{each.path}: ")]
        for title, answer in _PROBLEMS.items()
        for each in parse(answer).problems
    )
    return table(["input", "severity", "path", "message"], rows)


def _spoken(*segments: tuple[int | None, int | None, str]) -> Document:
    rows = tuple(Segment(start_ms=start, end_ms=end, text=text) for start, end, text in segments)
    return Document(transcripts=(Transcript(kind="asr", segments=rows),))


_SENTENCE = "大家好，欢迎来到山里的这所小学，今天我们一起听听那口停了很多年的老钟是怎么修好的。"
_CHANGES: Mapping[str, tuple[Document, str]] = {
    "segments in another order": (_spoken((3000, 4000, "第二句。"), (1000, 2000, "第一句。")), "srt"),
    "a segment without a start": (_spoken((1000, 2000, "第一句。"), (None, None, "第二句。")), "srt"),
    "a segment without an end": (_spoken((1000, None, "第一句。")), "srt"),
    "a cue that is too short": (_spoken((1000, 1200, "第一句。")), "srt"),
    "a sentence that is cut without word times": (_spoken((1000, 9000, _SENTENCE)), "srt"),
    "a word that is wider than a line": (_spoken((1000, 3000, "Donau" * 10)), "srt"),
}
"""Something that is written other than it was given, and a document and format in which it is."""


def changes() -> str:
    """A row for each change of the documents above."""
    rows = (
        [title, f"`{name}`", str(change)]
        for title, (document, name) in _CHANGES.items()
        for output in write(document, name)
        for change in output.changes[:1]
    )
    return table(["what was given", "format", "change"], rows)


_ERRORS: Mapping[type[IceResultsError], Callable[[], object]] = {
    DecodeError: lambda: parse('{"JobId": "j1"'),
    errors.InvalidOption: lambda: write(_spoken((0, 1000, "早。")), "srt", speakers="often"),
    errors.NoMaterial: lambda: write(_spoken((0, 1000, "早。")), "chapters.vtt"),
    errors.NothingLeft: lambda: Edits(between=(5000, 9000)).apply(_spoken((0, 1000, "早。"))),
    errors.ProblemsFound: lambda: parse(_PROBLEMS["text that is cut off"], strict=True),
    errors.UnknownName: lambda: write(_spoken((0, 1000, "早。")), "srt", colour="red"),
    errors.SeveralDocuments: lambda: parse([_PROBLEMS["a status message"], _PROBLEMS["a list of jobs"]]),
    errors.UnrecognisedDocument: lambda: parse({"sky": "blue"}),
}
"""What raises each error, but for those that depend on the machine."""

_OF_THE_MACHINE = {
    errors.MissingExtra: errors.MissingExtra("Parquet files", "pyarrow", "parquet"),
    errors.UnusableFolder: errors.UnusableFolder("out", "the folder is read-only"),
    errors.WorkerDied: errors.WorkerDied("the process that converted it died"),
}


def raised() -> str:
    """A row for each error, with what it means and an example."""
    return table(["error", "when", "message"], _raised())


def _raised() -> Iterator[list[str]]:
    for name, error in getmembers(errors, isclass):
        if issubclass(error, IceResultsError) and error is not IceResultsError:
            yield [f"`{name}`", first_sentence(error.__doc__), _message(error)]


def _message(error: type[IceResultsError]) -> str:
    """The message of an example of an error."""
    if error in _OF_THE_MACHINE:
        return str(_OF_THE_MACHINE[error])
    try:
        _ERRORS[error]()
    except error as found:
        return str(found)
    raise AssertionError(f"the example of {error.__name__} raises nothing")


def statuses() -> str:
    """A row for each exit status of the command line."""
    rows = [
        [str(ALL_DONE), "nothing failed"],
        [str(SOMETHING_FAILED), "something failed, and the rest was done"],
        ["2", "wrong usage: nothing was done"],
        [str(INTERRUPTED), "stopped by Ctrl-C between two files"],
        [str(TERMINATED), "stopped by a request to end (SIGTERM) between two files"],
    ]
    return table(["status", "what it means"], rows)
