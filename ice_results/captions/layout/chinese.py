"""Chinese words that begin what comes and words that want the next: no line should end with them.

A word of two characters or more is known by itself, one of a single character only where the words are known: it may
be the end of another.
"""

from __future__ import annotations

from collections.abc import Collection

_OPENERS = """
然后 然後 所以 但是 其实 其實 就是说 就是說 也就是说 也就是說 不过 不過 而且 因为 因為 如果 虽然 雖然
可是 还有 還有 于是 於是 或者 并且 並且 因此 比如 比如说 比如說 例如 那么 那麼 另外 接着 接著 后来 後來
当然 當然 反正 总之 總之 甚至 尤其 换句话说 換句話說
"""
OPENERS = tuple(_OPENERS.split())
"""What opens a clause: it begins a line rather than ends one."""

_SINGLE = """
在 把 被 对 對 从 從 向 往 给 給 跟 和 与 與 或 是 叫 让 讓 将 將 为 為 以 于 於 到 由 不 没 沒 很 太 最 更 就
也 都 又 再 还 還 才 只 每 这 這 那 哪 某 第 会 會 要 能 因 如 若 但 而 并 並 且 我 你 您 他 她 它
"""
_DOUBLE = """
不是 就是 也是 还是 還是 都是 只是 又是 可能 可以 应该 應該 能够 能夠 必须 必須 不会 不會 不要 不能 没有
沒有 通过 通過 透過 为了 為了 关于 關於 对于 對於 按照 依照 根据 根據 由于 由於 主要 已经 已經 正在 曾经 曾經
非常 比较 比較 特别 特別 大概 马上 馬上 刚好 剛好 我们 我們 你们 你們 他们 他們 她们 她們 它们 它們 这些 這些
那些 这边 這邊 那边 那邊
"""
_WANTING = (frozenset(_SINGLE.split()), frozenset(_DOUBLE.split()))
"""Prepositions, conjunctions, pronouns, adverbs and auxiliaries of one character and of two."""


def is_opened(text: str, index: int) -> bool:
    """Whether a word that opens a clause begins here."""
    return text.startswith(OPENERS, index)


def opens(text: str, index: int) -> bool:
    """Whether a word that opens a clause ends here."""
    return text.endswith(OPENERS, 0, index)


def wants_next(text: str, index: int, known: Collection[int]) -> bool:
    """Whether a word ends here that leads what follows; `known` are the ends of the words, where they are known."""
    single, double = _WANTING
    if text[max(index - 2, 0) : index] in double:
        return not known or index == 2 or index - 2 in known
    return text[index - 1] in single and (index == 1 or index - 1 in known)
