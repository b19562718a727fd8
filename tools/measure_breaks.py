"""How many breaks are bad on sentences that no model was trained on, beside greedy filling.

    python tools/measure_breaks.py TREEBANKS/*.conllu.gz           # print the table
    python tools/measure_breaks.py --docs TREEBANKS/*.conllu.gz    # and write it into docs/guide/captions.md

The files are those that `tools/train_breaks.py` takes; every fifth sentence of each is measured. A sentence is spoken
evenly and set by the profile `standard`; every break inside it, between lines and between cues, is judged by
`tools.verdicts`. `cues` is how many more cues there are than the fewest that are possible. Precision and recall are
those of the models alone, at the places that are not behind punctuation. The result is a table in Markdown.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from pathlib import Path

import attrs

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.line_breaks import greedy
from docs.from_code.markdown import spliced
from ice_results import Segment
from ice_results.captions.cues import Cue
from ice_results.captions.layout.models import model_for
from ice_results.captions.profiles import PROFILES
from ice_results.captions.shape import Shaping, shape
from ice_results.text.languages import caption_group
from tools.train_breaks import SPOKEN_PER_SECOND, cues_at, examples, language_of, passage_of
from tools.trees import UNSPACED, Sentence, is_held_out, read_sentences
from tools.verdicts import BAD, verdicts

PAGE = Path(__file__).parent.parent / "docs" / "guide" / "captions.md"
MOST_SENTENCES = 1000
HEAD = """| | sentences | greedy | ours | ends of lines | ends of cues | cues | precision | recall |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |"""


@attrs.frozen
class Broken:
    """How many breaks there are, and how many are bad, between lines and between cues."""

    lines: int
    bad_lines: int
    cues: int
    bad_cues: int

    def share(self) -> float:
        """Bad breaks in 100."""
        return in_100(self.bad_lines + self.bad_cues, self.lines + self.cues)


def in_100(some: int, every: int) -> float:
    """A share in 100."""
    return 100 * some / max(every, 1)


def held_out(path: Path, language: str) -> list[Sentence]:
    """The sentences of a file that no model was trained on, a thousand at most."""
    found = [each for number, each in enumerate(read_sentences(path, language)) if is_held_out(number)]
    return found[:MOST_SENTENCES]


def broken(sentences: Iterable[Sentence], language: str, layout: Callable[[Segment], Iterable[Cue]]) -> Broken:
    """The breaks that a layout makes in sentences, judged by their trees."""
    found = [each for sentence in sentences for each in breaks_in(sentence, language, layout)]
    between = [is_bad for is_bad, of_cues in found if of_cues]
    inside = [is_bad for is_bad, of_cues in found if not of_cues]
    return Broken(len(inside), sum(inside), len(between), sum(between))


def breaks_in(
    sentence: Sentence, language: str, layout: Callable[[Segment], Iterable[Cue]]
) -> Iterator[tuple[bool, bool]]:
    """Every break of a sentence: whether it is bad, and whether it is one between cues."""
    text = text_of(sentence, language)
    end_ms = max(len(text) * 1000 // SPOKEN_PER_SECOND[caption_group(language) or "latin"], 1)
    cues = list(layout(Segment(start_ms=0, end_ms=end_ms, text=text)))
    starts, reached = {}, 0
    for word, verdict in zip(sentence.texts, verdicts(sentence), strict=True):
        starts[reached] = verdict
        reached += letters(word)
    lines = [(line, number) for number, cue in enumerate(cues) for line in cue.lines]
    reached = 0
    for (line, cue), (_, following) in pairwise(lines):
        reached += letters(line)
        yield starts.get(reached, BAD) == BAD, cue != following


def text_of(sentence: Sentence, language: str) -> str:
    """A sentence as it is written."""
    return ("" if language in UNSPACED else " ").join(sentence.texts)


def letters(text: str) -> int:
    """How many characters a text has that are no white space."""
    return len("".join(text.split()))


def judged(sentences: Sequence[Sentence], language: str) -> tuple[float, float]:
    """Precision and recall of the model in 100: of the breaks that it finds bad, and of those that are."""
    model = model_for(language)
    found = right = every = 0
    for sentence in sentences:
        text = text_of(sentence, language)
        for example in examples(sentence.texts, verdicts(sentence), language):
            is_bad = model is not None and model.risk(text, example.index)[0] > 0.5
            found, every, right = found + is_bad, every + example.is_bad, right + (is_bad and example.is_bad)
    return in_100(right, found), in_100(right, every)


def row(path: Path) -> str:
    """The line of a file in the table."""
    language = language_of(path)
    group = caption_group(language) or "latin"
    sentences = held_out(path, language)
    shaping = Shaping(profile=PROFILES["standard"], language=language)
    ours = broken(sentences, language, lambda segment: shape([segment], shaping).cues)
    filled = broken(sentences, language, lambda segment: greedy(segment, language))
    limits = PROFILES["standard"].limits_for(group, language)
    fewest = cues_at(inf, [passage_of(each, limits) for each in sentences], limits)
    more = in_100(ours.cues + len(sentences) - fewest, fewest)
    precision, recall = judged(sentences, language)
    cells = (language, len(sentences), f"{filled.share():.1f}", f"{ours.share():.1f}")
    ends = (in_100(ours.bad_lines, ours.lines), in_100(ours.bad_cues, ours.cues), precision, recall)
    lines, cues, *model = (f"{each:.1f}" for each in ends)
    return "| " + " | ".join(map(str, (*cells, lines, cues, f"{more:+.1f} %", *model))) + " |"


def main() -> None:
    """Prints the table, and writes it into the documentation."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("treebanks", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--docs", action="store_true", help="write it into docs/guide/captions.md too")
    arguments = parser.parse_args()
    rows = [HEAD]
    print(HEAD, flush=True)
    for path in arguments.treebanks:
        rows.append(row(path))
        print(rows[-1], flush=True)
    if arguments.docs:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(spliced(page, "treebanks", "\n".join(rows)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
