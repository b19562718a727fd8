"""The words that the operations use for the state of a job, in one vocabulary."""

from __future__ import annotations

from ..wire.keys import normal

_STATES = {
    "queued": "Created, Submitted, reserved, Pending, Queueing, Queuing",
    "running": "Executing, Processing, Transcoding, init, analyzing, analysing, running, Ongoing",
    "succeeded": "Finished, Success, Succeed, succeeded, TranscodeSuccess, Completed, CompleteAllSucc",
    "partial": "partial-succeeded, CompletePartialSucc",
    "failed": "Failed, Fail, TranscodeFail, CompleteAllFail, Invalid",
    "canceled": "Canceled, Cancelled, TranscodeCancelled, Skip, stopped",
}
_BY_WORD = {normal(word): state for state, words in _STATES.items() for word in words.split(", ")}


def normalise_state(raw_state: str | None) -> str:
    """One of queued, running, succeeded, partial, failed, canceled; a word that is new is unknown."""
    return _BY_WORD.get(normal(raw_state), "unknown") if raw_state else "unknown"
