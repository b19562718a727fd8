"""Punctuation at the ends of lines and sentences: which characters may not begin or end a line, and what they close.

The sets are those of JIS X 4051, of the strict rules of CLREQ, and of the classes of line breaking in Unicode that
break nowhere before (CL, CP, EX, IS, NS, CJ, IN, SY, PO) or after (OP, PR), for full-width, half-width, small and
Latin forms alike.
"""

from __future__ import annotations

SPACES = " \t\u3000\n"
"""What a line may be broken behind: spaces that hold nothing together."""

NO_START = frozenset(
    ",.;:!?%)]}/°¢·‐–—―․‥…‧‰‱′″‴‵‶‷‼‽⁇⁈⁉⋯℃℉⁾₎’”›»"
    "、。〉》」』】〕〗〙〛〞〟，．：；！？％￠／～）］｝｠〜〻〼゛゜゠・"
    "々ゝゞヽヾーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ"
    "︐︑︒︓︔︕︖︘︙︶︸︺︼︾﹀﹂﹄﹈﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞﹪\U00010af6"
)
"""What never begins a line."""

PREFIXES = frozenset("#$£¥€№₩₽±＃＄￥￡￦﹟﹩")
"""What stands before a number: nothing is broken between the two."""

NO_END = frozenset("([{‘“‚„‛‟‹«¡¿⁽₍〈《「『【〔〖〘〚〝（［｛｟｢︗︵︷︹︻︽︿﹁﹃﹇﹙﹛﹝") | PREFIXES
"""What never ends a line."""

SENTENCE_END = frozenset("。！？!?…．｡‼⁇⁈⁉﹒﹖﹗︒︕︖")
"""What ends a sentence wherever it is; a full stop does not, which abbreviations have too."""

CLAUSE_END = frozenset("，、；：,;:—–―､﹐﹑﹔﹕︐︑︓︔")
"""What ends a clause."""

CLOSING = frozenset(")]}’”›»」』】》〉）］｝〕〗〙〛〞〟｠\"'｣﹂﹄﹚﹜﹞")
"""Brackets and quotation marks that may follow the end of a sentence or clause."""

COMPLETE_ENDS = tuple('。！？!?….”」』"')
"""Ends of a caption that is complete: what follows it does not continue its sentence."""
