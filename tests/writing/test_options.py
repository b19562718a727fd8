"""Options check themselves, whoever makes them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest

import ice_results
from ice_results import Document, InvalidOption, Segment, Transcript
from ice_results.captions.profiles import PROFILES
from ice_results.writing import options
from ice_results.writing.formats import WRITERS

CLASSES = sorted({writer.options for writer in WRITERS}, key=lambda each: each.__name__)
SPOKEN = Document(transcripts=(Transcript(kind="asr", segments=(Segment(start_ms=0, end_ms=900, text="早。"),)),))


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_no_option_takes_just_anything(kind: Any) -> None:
    """A value that no option means is an error that names the option and what it takes."""
    for field in attrs.fields(kind):
        with pytest.raises(InvalidOption) as caught:
            kind(**{field.name: object})
        assert (caught.value.name, caught.value.found) == (field.name, "<class 'object'>")


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_defaults_are_values_that_are_taken(kind: Any) -> None:
    """Options that say what they say by default are the default."""
    default = kind()
    assert kind(**{field.name: getattr(default, field.name) for field in attrs.fields(kind)}) == default


def test_a_profile_is_a_name_a_record_or_a_path(tmp_path: Path) -> None:
    """All three are the same profile, wherever an option of that name is."""
    path = tmp_path / "mine.toml"
    path.write_text('base = "netflix"\nlines = 1\n', encoding="utf-8")
    mine = attrs.evolve(PROFILES["netflix"], name="mine.toml", lines=1)
    given: tuple[Any, ...] = (mine, path, str(path))
    assert {options.CaptionOptions(profile=each).profile.lines for each in given} == {1}
    assert len({ice_results.convert(SPOKEN, "srt", profile=each) for each in given}) == 1
    assert options.CaptionOptions(profile="bbc").profile == PROFILES["bbc"]  # type: ignore[arg-type]


def test_a_path_that_is_no_profile_is_an_error(tmp_path: Path) -> None:
    """The error says what is wrong with the file."""
    (tmp_path / "bad.toml").write_text("lines = ", encoding="utf-8")
    with pytest.raises(InvalidOption, match=r"^option bad.toml: expected a TOML file, found "):
        ice_results.convert(SPOKEN, "srt", profile=tmp_path / "bad.toml")
    gone = tmp_path / "gone.toml"
    with pytest.raises(InvalidOption) as caught:
        ice_results.convert(SPOKEN, "srt", profile=gone)
    assert str(caught.value) == f"option profile: expected a TOML file, found {gone}: No such file or directory"
