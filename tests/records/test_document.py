"""A document as people see it in a session or a notebook."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import ice_results
from ice_results import Chapter, Document, Job, Link, Notes, Segment, Tag, Transcript
from tests.conftest import ROOT


def test_the_short_form_says_what_a_document_holds() -> None:
    """One line names the file, the job and how many of each record there are; no segment is printed."""
    document = ice_results.load(ROOT / "samples" / "talk.json")
    name = f"Document {ROOT}/samples/talk.json"
    assert repr(document) == (
        f'<{name}: QuerySmarttagJob succeeded, title "檐下有声｜乔砚田：把停了三十三年的钟楼修响", '
        "125 segments of transcription, 125 segments of translation, 6 chapters, notes>"
    )


def test_an_empty_document_says_so() -> None:
    """Nothing is not a blank."""
    assert repr(Document()) == "<Document: empty>"


def test_many_jobs_are_counted() -> None:
    """A page of a list of jobs names the first two and how many there are."""
    jobs = tuple(Job(operation="ListSmartJobs", state=state) for state in ("succeeded", "failed", "running"))
    assert repr(Document(jobs=jobs)) == "<Document: ListSmartJobs succeeded, ListSmartJobs failed, 3 jobs>"


def test_a_notebook_shows_a_table() -> None:
    """What the line says is a table in a notebook, with nothing of the data taken for markup."""
    document = Document(title="<b>tower</b>", tags=(Tag(kind="person"),), links=(Link("a", "b"),), source="a<b>.json")
    assert document._repr_html_() == (
        "<table><caption>a&lt;b&gt;.json</caption>"
        "<tr><td>title &quot;&lt;b&gt;tower&lt;/b&gt;&quot;</td><td></td></tr>"
        "<tr><td>tags</td><td>1</td></tr><tr><td>links</td><td>1</td></tr></table>"
    )


def test_line_ends_in_names_are_escaped() -> None:
    """A file name, an operation, a type, a kind or a language with line ends in it is shown on the one line."""
    document = Document(
        jobs=(Job(operation="Get\nJob", type="A\rB", state="failed\x1b"),),
        transcripts=(Transcript(kind="asr", language="z\u2028h"),),
        source="a\nb.json",
    )
    assert repr(document) == (
        r"<Document a\u000ab.json: Get\u000aJob A\u000dB failed\u001b, 0 segments of asr z\u2028h>"
    )


@given(st.text(st.sampled_from("a钟\n\u0085\u2028\x0b\x1b ")), st.text(), st.integers(0, 1000))
def test_the_short_form_is_one_line_whatever_is_in_it(title: str, text: str, count: int) -> None:
    """Its length does not grow with the records, and no title breaks it."""
    segments = (Segment(text=text),) * count
    document = Document(
        title=title, transcripts=(Transcript(kind="asr", segments=segments),), chapters=(Chapter(),), notes=Notes()
    )
    assert len(repr(document)) < 200
    assert len(repr(document).splitlines()) == 1
