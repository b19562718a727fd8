"""The limits of the cues of one track, each by the language of the segment that it comes from."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from functools import cached_property

from ..text.detection import TextLanguage, language_beside, usual_language
from ..text.scripts import scripts_in
from .limits import Limits
from .profiles import LANGUAGES, Profile

_OTHER_SCRIPTS: Mapping[str, str] = {"zh": "akg", "ja": "ag", "ko": "ahk", "latin": "hkg"}
"""The scripts that a text of a group of languages may be in another language for, as `scripts_in` has them."""


class TrackLimits:
    """The limits of a profile for every text of a track, looked up when they are first asked for.

    `usual` are those of the language that most of the track is in; what does not depend on the language is the same
    in all of them. `narrowest_line` is a width that no language has less than.
    """

    def __init__(self, profile: Profile, named: str | None, texts: Sequence[tuple[str, ...]]) -> None:
        self._profile = profile
        self._texts = list(map(" ".join, texts))
        self._language = usual_language(named, self._texts)
        self._by_language: dict[TextLanguage, Limits] = {}
        self._by_source: dict[int, Limits] = {}
        self.usual = self._limits(self._language)
        self.narrowest_line = min(profile.limits_for(group).line_width for group in LANGUAGES)

    @cached_property
    def usual_rows(self) -> Container[int]:
        """The texts whose script alone tells that the numbers of the usual limits are theirs."""
        scripts = _OTHER_SCRIPTS[self.usual.group]
        others = {sign for sign in set("".join(self._texts)) if scripts_in(sign) in scripts}
        if not others:
            return range(len(self._texts))
        return {row for row, is_usual in enumerate(map(others.isdisjoint, self._texts)) if is_usual}

    def of(self, sources: Sequence[int]) -> Limits:
        """The limits of a cue by the places of its segments: those of the first one's language."""
        if not sources:
            return self.usual
        found = self._by_source.get(sources[0])
        if found is None:
            language = language_beside(self._texts[sources[0]], self._language)
            found = self._by_source[sources[0]] = self._limits(language)
        return found

    def numbers_of(self, sources: Sequence[int]) -> Limits:
        """Limits with the numbers of a cue's own; which language of its script it is in is left open."""
        return self.usual if not sources or sources[0] in self.usual_rows else self.of(sources)

    def _limits(self, language: TextLanguage) -> Limits:
        if language not in self._by_language:
            self._by_language[language] = self._profile.limits_for(language.group, language.code)
        return self._by_language[language]
