"""Punctuation at the ends of lines and sentences: which characters may not begin or end a line, and what they close.

The sets follow the basic rules of CLREQ and JLREQ, for full-width, half-width and Latin punctuation alike.
"""

from __future__ import annotations

NO_START = frozenset(
    "、，；：。．！？…‥·・〜～—–％‰℃°,.;:!?%)]}’”」』】》〉）］｝〕〗〙〛ーっゃゅょッャュョァィゥェォヵヶ々ぁぃぅぇぉ"
    "｡､･｣ｧｨｩｪｫｬｭｮｯｰﾞﾟ"
)
"""What never begins a line."""

NO_END = frozenset("([{‘“「『【《〈（［｛〔〖〘〚＃＄￥￡$¥£#｢")
"""What never ends a line."""

SENTENCE_END = frozenset("。！？!?…．｡")
"""What ends a sentence wherever it is; a full stop does not, which abbreviations have too."""

CLAUSE_END = frozenset("，、；：,;:—–､")
"""What ends a clause."""

CLOSING = frozenset(")]}’”」』】》〉）］｝〕\"'｣")
"""Brackets and quotation marks that may follow the end of a sentence or clause."""

COMPLETE_ENDS = tuple('。！？!?….”」』"')
"""Ends of a caption that is complete: what follows it does not continue its sentence."""
