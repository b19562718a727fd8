"""Keys that nobody knows change no known field."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from .comparing import NAMES, complaints, large_documents, parsed, unchanged, without_problems
from .mutations import DOCUMENTS, JSON_VALUES, UNKNOWN_KEYS, JsonText, changed, keys_are_data, objects


@large_documents
@given(name=st.sampled_from(NAMES), data=st.data())
def test_unknown_keys_change_no_known_field(name: str, data: st.DataObject) -> None:
    """Keys that nobody knows, in any objects at any level and with any values, leave an equal document.

    Only a note on where an answer was found may name what is beside it.
    """
    tree = DOCUMENTS[name]
    homes = [place for place in objects(tree) if not keys_are_data(place)]
    for home in data.draw(st.lists(st.sampled_from(homes), min_size=1, max_size=3)):
        more = data.draw(st.dictionaries(UNKNOWN_KEYS, JSON_VALUES, min_size=1, max_size=2))
        change = partial(with_keys, more=more, front=data.draw(st.booleans()))
        tree = changed(tree, home, change)
    after, before = parsed(tree), unchanged(name)
    assert without_problems(after) == without_problems(before)
    assert complaints(after) == complaints(before)


def with_keys(value: Any, more: Mapping[str, Any], front: bool) -> Any:
    """An object with more keys, before its own or behind them."""
    if isinstance(value, JsonText):
        return JsonText(with_keys(value.value, more, front))
    return {**more, **value} if front else {**value, **more}
