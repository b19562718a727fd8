"""Profiles: what a caption may be, as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import inf
from os import PathLike, fspath
from os.path import basename
from typing import Any

import attrs

from ..errors import InvalidOption, UnknownName
from ..text.values import described, is_huge
from .limits import Limits

LANGUAGES = ("latin", "zh", "ja", "ko")
"""The groups of languages that widths and reading speeds are given for; latin means all others."""


_WRITTEN_ALONE = {"zh": "zh", "ja": "ja", "ko": "ko"}
"""The language of a group that holds one."""

_LARGEST = 1e300
"""Whole numbers may be larger than any float; no limit is."""


def _limit(default: Any, check: Callable[[str, Any], Any], among: Callable[..., None] | None = None) -> Any:
    """A field of a profile with the check of what is given for it, in Python as in a TOML file.

    `among` checks the value again beside those of other fields.
    """

    def checked(value: Any, profile: Any, field: attrs.Attribute[Any]) -> Any:
        if value is None and default is None:
            return None
        return check(f"{field.name} of profile {profile.name}", value)

    converter = attrs.Converter(checked, takes_self=True, takes_field=True)
    return attrs.field(default=default, converter=converter, validator=among)


def _switch(where: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise InvalidOption(where, "true or false", repr(value))
    return value


def _name(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise InvalidOption("name of a profile", "text", described(value))
    return value


def _at_least_the_minimum(profile: Any, field: attrs.Attribute[Any], longest: int | None) -> None:
    if longest is not None and longest < profile.min_duration_ms:
        expected = f"at least min_duration_ms, {profile.min_duration_ms}"
        raise InvalidOption(f"{field.name} of profile {profile.name}", expected, str(longest))


def _count(least: int) -> Callable[[str, Any], int]:
    def check(where: str, value: Any) -> int:
        if type(value) is not int or value < least:
            raise InvalidOption(
                where, f"a whole number from {least}", described(value) if is_huge(value) else repr(value)
            )
        return value

    return check


def _widths(given: Mapping[str, float] | float | None) -> Mapping[str, float] | None:
    return _by_language(given, latin=42.0)


def _speeds(given: Mapping[str, float] | float | None) -> Mapping[str, float] | None:
    return _by_language(given, latin=20.0)


def _by_language(given: Mapping[str, float] | float | None, latin: float) -> Mapping[str, float] | None:
    """A number for each language; one alone counts for all, and latin has a value of its own where it is left out."""
    if given is None:
        return None
    numbers = given if isinstance(given, Mapping) else dict.fromkeys(LANGUAGES, given)
    return {"latin": latin, **{each: _as_float(number) for each, number in numbers.items()}}


def _as_float(value: Any) -> Any:
    """A whole number as a float; what is no limit stays as it is, for the error to show."""
    return float(value) if type(value) is int and 0 < value < _LARGEST else value


def _numbers(profile: Any, field: attrs.Attribute[Any], by_language: Mapping[str, Any] | None) -> None:
    """Raises `UnknownName` for a language that does not exist, `InvalidOption` for what is no limit."""
    where = f"{field.name} of profile {profile.name}"
    if unknown := (by_language or {}).keys() - set(LANGUAGES):
        raise UnknownName(f"language in {where}", min(map(str, unknown)), LANGUAGES)
    for value in (by_language or {}).values():
        if type(value) is not float or not 0 < value < _LARGEST:
            raise InvalidOption(where, "a number over 0", described(value) if is_huge(value) else repr(value))


@attrs.frozen(kw_only=True)
class Profile:
    """The limits of captions; `None` where there is none.

    `line_width` counts a wide character 1 and a narrow one 0.5 in Chinese, Japanese and Korean, and 1
    for each character elsewhere; `characters_per_second` likewise. Both are given by language, or as one
    number for all of them. `reading_speed_enforced` says whether cues are made longer, by up to `extend_ms`
    past the speech, to be read in time. Gaps shorter than `chain_gap_ms` shrink to `min_gap_ms`. `splits` and
    `merges` say whether sentences that do not fit are split, and fragments that belong together joined.

    Raises `InvalidOption` for a value of the wrong kind, `UnknownName` for a language that does not exist.
    """

    name: str = attrs.field(converter=_name)
    line_width: Mapping[str, float] | None = attrs.field(default=None, converter=_widths, validator=_numbers)
    lines: int | None = _limit(None, _count(1))
    characters_per_second: Mapping[str, float] | None = attrs.field(default=None, converter=_speeds, validator=_numbers)
    reading_speed_enforced: bool = _limit(False, _switch)
    min_duration_ms: int = _limit(1, _count(1))
    max_duration_ms: int | None = _limit(None, _count(1), _at_least_the_minimum)
    min_gap_ms: int = _limit(0, _count(0))
    chain_gap_ms: int = _limit(0, _count(0))
    extend_ms: int = _limit(0, _count(0))
    splits: bool = _limit(True, _switch)
    merges: bool = _limit(False, _switch)
    overlaps: bool = _limit(False, _switch)

    def limits_for(self, group: str, language: str | None = None) -> Limits:
        """The limits in a group of languages; `language` is the code of the one, where it is known."""
        return Limits(
            group=group,
            language=language or _WRITTEN_ALONE.get(group, "und"),
            line_width=_for_language(self.line_width, group),
            lines=self.lines,
            characters_per_second=_for_language(self.characters_per_second, group),
            min_duration_ms=self.min_duration_ms,
            max_duration_ms=self.max_duration_ms,
            min_gap_ms=self.min_gap_ms,
            chain_gap_ms=self.chain_gap_ms,
            extend_ms=self.extend_ms if self.reading_speed_enforced else 0,
            splits=self.splits,
            merges=self.merges,
            overlaps=self.overlaps,
        )


def _for_language(values: Mapping[str, float] | None, group: str) -> float:
    return values.get(group, values["latin"]) if values else inf


_BY_SCRIPT = {"latin": 42.0, "zh": 16.0, "ja": 13.0, "ko": 16.0}

_NETFLIX = Profile(
    name="netflix",
    line_width=_BY_SCRIPT,
    lines=2,
    characters_per_second={"latin": 20.0, "zh": 9.0, "ja": 4.0, "ko": 12.0},
    reading_speed_enforced=True,
    min_duration_ms=833,
    max_duration_ms=7007,
    min_gap_ms=83,
    chain_gap_ms=459,
    extend_ms=500,
    merges=True,
)

PROFILES: Mapping[str, Profile] = {
    each.name: each
    for each in (
        Profile(
            name="standard",
            line_width=_BY_SCRIPT,
            lines=2,
            characters_per_second={"latin": 20.0, "zh": 9.0, "ja": 4.0, "ko": 12.0},
            min_duration_ms=500,
            max_duration_ms=7000,
        ),
        Profile(name="source", splits=False, overlaps=True),
        _NETFLIX,
        attrs.evolve(
            _NETFLIX, name="netflix-children", characters_per_second={"latin": 17.0, "zh": 7.0, "ja": 4.0, "ko": 12.0}
        ),
        Profile(
            name="bbc",
            line_width={"latin": 37.0, "zh": 16.0, "ja": 13.0, "ko": 16.0},
            lines=2,
            characters_per_second={"latin": 15.0, "zh": 9.0, "ja": 4.0, "ko": 12.0},
            min_duration_ms=1000,
            max_duration_ms=7000,
        ),
        Profile(
            name="shorts",
            line_width={"latin": 24.0, "zh": 12.0, "ja": 12.0, "ko": 12.0},
            lines=1,
            characters_per_second={"latin": 25.0, "zh": 12.0, "ja": 8.0, "ko": 15.0},
            min_duration_ms=700,
            max_duration_ms=5000,
        ),
        Profile(
            name="subtitle-edit",
            line_width={"latin": 43.0, "zh": 21.5, "ja": 21.5, "ko": 21.5},
            lines=2,
            characters_per_second={"latin": 25.0, "zh": 12.0, "ja": 8.0, "ko": 15.0},
            min_duration_ms=1000,
            max_duration_ms=8000,
            min_gap_ms=24,
        ),
    )
}
"""The profiles that there are by name; `standard` is the default."""


EXPECTED_PROFILE = f"one of {', '.join(PROFILES)}, a Profile, or the path of a TOML file"


def is_profile(value: Any) -> bool:
    """Whether this is a profile, the name of one of ours, or may be the path of a TOML file."""
    if isinstance(value, str):
        return value.lower() in PROFILES or value.endswith(".toml")
    return isinstance(value, Profile | PathLike)


def profile_of(value: Profile | str | PathLike[str]) -> Profile:
    """A profile as it is, by the name of one of ours, or from the TOML file at a path.

    The one place where a pure function reads a file: a profile is a setting, and its path is good wherever its
    name is. Raises `UnknownName` for a name that no profile has, `InvalidOption` for a file that cannot be read
    or holds something else.
    """
    if isinstance(value, Profile):
        return value
    path = fspath(value)
    return _profile_from_file(path) if path.endswith(".toml") else profile_named(path)


def profile_named(name: str) -> Profile:
    """A profile of ours, in any case; raises `UnknownName`."""
    if name.lower() not in PROFILES:
        raise UnknownName("profile", name, tuple(PROFILES))
    return PROFILES[name.lower()]


def _profile_from_file(path: str) -> Profile:
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except (OSError, ValueError) as error:  # a path with a NUL is a ValueError, as is another encoding
        reason = getattr(error, "strerror", None) or str(error)
        raise InvalidOption("profile", "a TOML file", f"{path}: {reason}") from None
    return profile_from_toml(text, basename(path))


def profile_from_toml(text: str, name: str) -> Profile:
    """A user's own profile: the fields of `Profile`, over those of `base`, which is `standard` if not given.

    Raises `InvalidOption` for a text that is no TOML or a value of the wrong kind, and `UnknownName`
    for a field or language that does not exist.
    """
    import tomllib

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidOption(name, "a TOML file", str(error)) from None
    base = profile_named(str(values.pop("base", "standard")))
    fields = [field.name for field in attrs.fields(Profile) if field.name != "name"]
    for key in values:
        if key not in fields:
            raise UnknownName(f"field of profile {name}", key, ("base", *fields))
    return attrs.evolve(base, **values, name=name)
