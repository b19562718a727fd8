"""Profiles by name and from TOML, and what is refused in them."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from ice_results import InvalidOption, Profile, UnknownName
from ice_results.captions.profiles import PROFILES, profile_from_toml, profile_named, profile_of

from .transcripts import STANDARD


def test_a_profile_from_toml() -> None:
    """A user's profile has its own fields over those of `standard`."""
    own = profile_from_toml("lines = 1\nline_width = {zh = 14, latin = 36.5}\nmin_gap_ms = 40", "mine")
    assert (own.name, own.lines, own.min_gap_ms, own.max_duration_ms) == ("mine", 1, 40, 7000)
    assert (own.limits_for("zh").line_width, own.limits_for("latin").line_width) == (14.0, 36.5)


def test_a_profile_from_toml_over_a_base() -> None:
    """With `base`, what is not given comes from that profile."""
    own = profile_from_toml('base = "shorts"\nmerges = true', "mine")
    assert own == attrs.evolve(PROFILES["shorts"], name="mine", merges=True)


def test_one_number_counts_for_all_languages() -> None:
    """A width or speed without languages holds for each of them."""
    own = profile_from_toml("line_width = 20\ncharacters_per_second = 11", "mine")
    assert {own.limits_for(each).line_width for each in ("latin", "zh", "ja", "ko")} == {20.0}
    assert {own.limits_for(each).characters_per_second for each in ("latin", "zh", "ja", "ko")} == {11.0}


def test_an_empty_profile_is_standard() -> None:
    """Nothing given is the default under another name."""
    assert profile_from_toml("", "mine") == attrs.evolve(STANDARD, name="mine")


FIELDS = (
    "base, line_width, lines, characters_per_second, reading_speed_enforced, min_duration_ms, max_duration_ms, "
    "min_gap_ms, chain_gap_ms, extend_ms, splits, merges, overlaps"
)
NAMES = "standard, source, netflix, netflix-children, bbc, shorts, subtitle-edit"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("line_widht = 20", f"unknown field of profile mine 'line_widht'; known: {FIELDS}"),
        ("name = 'x'", f"unknown field of profile mine 'name'; known: {FIELDS}"),
        ("base = 'netflx'", f"unknown profile 'netflx'; known: {NAMES}"),
        ("line_width = {fr = 3}", "unknown language in line_width of profile mine 'fr'; known: latin, zh, ja, ko"),
    ],
    ids=["field", "name", "base", "language"],
)
def test_unknown_names_in_a_profile(text: str, message: str) -> None:
    """A misspelt field, base or language is named, with those that there are."""
    with pytest.raises(UnknownName) as caught:
        profile_from_toml(text, "mine")
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("lines = 'two'", "option lines of profile mine: expected a whole number from 1, found 'two'"),
        ("lines = 2.5", "option lines of profile mine: expected a whole number from 1, found 2.5"),
        ("lines = true", "option lines of profile mine: expected a whole number from 1, found True"),
        ("lines = 0", "option lines of profile mine: expected a whole number from 1, found 0"),
        ("min_gap_ms = -1", "option min_gap_ms of profile mine: expected a whole number from 0, found -1"),
        ("splits = 1", "option splits of profile mine: expected true or false, found 1"),
        ("line_width = 'wide'", "option line_width of profile mine: expected a number over 0, found 'wide'"),
        ("line_width = {zh = 0}", "option line_width of profile mine: expected a number over 0, found 0"),
        (
            "max_duration_ms = 300",
            "option max_duration_ms of profile mine: expected at least min_duration_ms, 500, found 300",
        ),
        ("line_width = nan", "option line_width of profile mine: expected a number over 0, found nan"),
        ("base = 3", f"unknown profile '3'; known: {NAMES}"),
    ],
)
def test_wrong_values_in_a_profile(text: str, message: str) -> None:
    """A value of the wrong kind is shown with the field and what it should be."""
    with pytest.raises((InvalidOption, UnknownName)) as caught:
        profile_from_toml(text, "mine")
    assert str(caught.value) == message


def test_a_profile_that_is_no_toml() -> None:
    """The place of the fault in the file is in the message."""
    with pytest.raises(InvalidOption, match=r"^option mine: expected a TOML file, found .*at line 1, column 7"):
        profile_from_toml("lines 2", "mine")


def test_profiles_by_name() -> None:
    """Every profile is found by its name, and a wrong name lists them."""
    assert [profile_named(name).name for name in PROFILES] == list(PROFILES)
    assert profile_of("Netflix") is profile_of("NETFLIX") is PROFILES["netflix"]
    with pytest.raises(UnknownName, match=f"^unknown profile 'vimeo'; known: {NAMES}$"):
        profile_named("vimeo")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"lines": 0}, "option lines of profile mine: expected a whole number from 1, found 0"),
        (
            {"lines": -(10**5000)},
            "option lines of profile mine: expected a whole number from 1, found a number of thousands of digits",
        ),
        (
            {"line_width": 10**5000},
            "option line_width of profile mine: expected a number over 0, found a number of thousands of digits",
        ),
        (
            {"line_width": {1: 2, None: 3}},
            "unknown language in line_width of profile mine '1'; known: latin, zh, ja, ko",
        ),
        ({"lines": "2"}, "option lines of profile mine: expected a whole number from 1, found '2'"),
        ({"line_width": -1}, "option line_width of profile mine: expected a number over 0, found -1"),
        (
            {"line_width": {"zh": float("inf")}},
            "option line_width of profile mine: expected a number over 0, found inf",
        ),
        ({"splits": 1}, "option splits of profile mine: expected true or false, found 1"),
        (
            {"min_duration_ms": 2000, "max_duration_ms": 1000},
            "option max_duration_ms of profile mine: expected at least min_duration_ms, 2000, found 1000",
        ),
        ({"name": 5}, "option name of a profile: expected text, found 5"),
        ({"name": ""}, 'option name of a profile: expected text, found ""'),
        ({"min_gap_ms": None}, "option min_gap_ms of profile mine: expected a whole number from 0, found None"),
    ],
)
def test_a_profile_made_in_python_is_checked_too(fields: dict[str, Any], message: str) -> None:
    """Whoever makes a profile: a value of the wrong kind is an error that names the field."""
    with pytest.raises((InvalidOption, UnknownName)) as caught:
        Profile(**{"name": "mine", **fields})
    assert str(caught.value) == message


def test_one_width_in_python_counts_for_all_languages() -> None:
    """As in a file, a number alone holds for each language, and Latin text has a width where it is left out."""
    assert Profile(name="mine", line_width=20).limits_for("ja").line_width == 20
    assert Profile(name="mine", line_width={"zh": 14}).limits_for("latin").line_width == 42


def test_a_path_that_no_file_can_have_is_a_wrong_option() -> None:
    """A NUL in it is an error of Python, not of the system; it is the same error of ours."""
    with pytest.raises(
        InvalidOption, match=r"^option profile: expected a TOML file, found x\0\.toml: embedded null byte$"
    ):
        profile_of("x\0.toml")
