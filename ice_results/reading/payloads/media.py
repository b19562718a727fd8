"""What is about the media as a whole: its title, generated texts, and results that are URLs.

QuerySmarttagJob, types `Meta` and `Subtitle`; GetSmartHandleJob, types `TextGenerate` and
`VideoTranslation`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...findings import Problem
from ...records import Document, Link
from ...text.languages import language_tag
from ..escaping import at, peel
from ..wire import LABEL, Keys, kept, leftover, mismatch
from ..wire.keys import normal

_URLS = {
    normal(name): name
    for name in ("DetextVideoURL", "MediaURL", "SpeechTranslatedSubtitleURL", "SpeechBilingualSubtitleURL")
}
_SUBTITLE_LANGUAGES = {"chResultUrl": "zh", "engResultUrl": "en", "allResultUrl": None}


def read_meta(value: Any, path: str) -> Document:
    """The title of the media."""
    keys = Keys(value if isinstance(value, Mapping) else {})
    key, title = keys.take_named("title")
    parsed = LABEL.read(title, at(path, key))
    extra, lost = kept({**keys.unused(), **leftover(key, parsed)}, path)
    return Document(title=parsed.value, problems=(*parsed.problems, *lost), extra={"Meta": extra} if extra else {})


def read_texts(value: Any, path: str) -> Document:
    """The generated texts: a list of them, or one."""
    if isinstance(value, str):
        return Document(texts=(value,))
    if not isinstance(value, list | tuple):
        return Document(problems=mismatch("a list of texts", value, path).problems, extra={"TextGenerate": value})
    parsed = [LABEL.read(item, at(path, place)) for place, item in enumerate(value)]
    unused = [each.unused for each in parsed if each.unused is not None]
    return Document(
        texts=tuple(each.value for each in parsed if each.value is not None),
        problems=tuple(problem for each in parsed for problem in each.problems),
        extra={"TextGenerate": unused} if unused else {},
    )


def read_subtitle_links(value: Any, path: str) -> Document:
    """The URLs of subtitle files, valid for six months; the cues themselves are not in the result."""
    keys = Keys(value if isinstance(value, Mapping) else {"details": value})
    key, details = keys.take_named("details")
    peeled = peel(details, at(path, key))
    items = peeled.value if isinstance(peeled.value, list | tuple) else [peeled.value]
    links: list[Link] = []
    problems: list[Problem] = []
    unused: list[Any] = []
    for place, item in enumerate(items):
        if not isinstance(item, Mapping):
            if item is not None:
                problems += mismatch("an object", item, at(peeled.path, place)).problems
                unused.append(item)
            continue
        found = Keys(item)
        for name, language in _SUBTITLE_LANGUAGES.items():
            url = found.take(name)
            if isinstance(url, str):
                links.append(Link(name, url.strip(), language))
            elif url is not None:
                problems += mismatch("a URL", url, at(peeled.path, name)).problems
                unused.append({name: url})
        unused += [found.unused()] if found.unused() else []
    extra, lost = kept({**keys.unused(), **({key: unused} if unused else {})}, path)
    return Document(links=tuple(links), problems=(*problems, *lost), extra={"Subtitle": extra} if extra else {})


def read_translation_links(value: Any, path: str) -> Document:
    """The URLs of translated videos and their subtitles, by language; the cues are not in the result."""
    links: list[Link] = []
    unused: dict[str, Any] = {}
    keys = Keys(value if isinstance(value, Mapping) else {})
    key, languages = keys.take_named("VideoTranslationAiResultMap")
    by_language = peel(languages).value
    for language, results in by_language.items() if isinstance(by_language, Mapping) else ():
        results = peel(results).value
        found, left = _split_links(results if isinstance(results, Mapping) else {"": results})
        links += [Link(name, url, language_tag(str(language)) or str(language)) for name, url in found]
        unused.setdefault(key, {}).update({str(language): left} if left else {})
    if languages is not None and not isinstance(by_language, Mapping):
        unused[key] = languages
    found, left = _split_links(keys.unused())
    links = [*(Link(name, url) for name, url in found), *links]
    extra, lost = kept({name: each for name, each in {**unused, **left}.items() if each not in (None, {})}, path)
    return Document(links=tuple(links), problems=lost, extra={"VideoTranslation": extra} if extra else {})


def _split_links(results: Mapping[str, Any]) -> tuple[list[tuple[str, str]], dict[str, Any]]:
    """The entries that are URLs, and the others."""
    links = [(_URLS.get(normal(str(key)), str(key)), url.strip()) for key, url in results.items() if is_url(url)]
    return links, {str(key): value for key, value in results.items() if not is_url(value)}


def is_url(value: Any) -> bool:
    """Whether this is the URL of a file."""
    return isinstance(value, str) and value.strip().lower().startswith(("http://", "https://", "oss://"))


def is_meta(value: Any) -> bool:
    """Whether this is `{title}` and nothing else."""
    return isinstance(value, Mapping) and len(value) == 1 and "title" in Keys(value)


def is_texts(value: Any) -> bool:
    """Whether this is a list of texts."""
    return isinstance(value, list | tuple) and bool(value) and all(isinstance(item, str) for item in value)


def is_subtitle_links(value: Any) -> bool:
    """Whether this has the URL of a subtitle file, in `details` or directly in it."""
    if not isinstance(value, Mapping):
        return False
    details = peel(Keys(value).take("details")).value
    first = details[0] if isinstance(details, list | tuple) and details else details
    return isinstance(first, Mapping) and any(name in Keys(first) for name in _SUBTITLE_LANGUAGES)


def is_translation_links(value: Any) -> bool:
    """Whether this is the object of a VideoTranslation job."""
    names = (
        "VideoTranslationAiResultMap",
        "DetextVideoURL",
        "SpeechTranslatedSubtitleURL",
        "SpeechBilingualSubtitleURL",
    )
    return isinstance(value, Mapping) and any(name in Keys(value) for name in names)
