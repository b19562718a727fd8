"""Completion in shells: formats, kinds and profiles are proposed."""

from __future__ import annotations

import pytest
from click.shell_completion import BashComplete

from ice_results.cli import main


def proposed(*words: str) -> list[str]:
    """What a shell proposes for the last of these words."""
    complete = BashComplete(main, {}, "ice-results", "_ICE_RESULTS_COMPLETE")
    return [each.value for each in complete.get_completions(list(words[:-1]), words[-1])]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["convert", "a.json", "--to", "chapters.v"], ["chapters.vtt"]),
        (["convert", "a.json", "-t", "srt,youtube"], ["srt,youtube.txt"]),
        (["convert", "a.json", "--kind", "video_tr"], ["video_translation"]),
        (["convert", "a.json", "--profile", "netflix-"], ["netflix-children", "netflix-"]),
        (["check", "a.json", "--profile", "b"], ["bbc", "b"]),
        (["convert", "a.json", "--speakers", "a"], ["always"]),
        (["conv"], ["convert"]),
    ],
)
def test_a_word_is_completed(words: list[str], found: list[str]) -> None:
    """Names of formats also behind a comma; a profile may be a file too, which the shell looks for itself."""
    assert proposed(*words) == found
