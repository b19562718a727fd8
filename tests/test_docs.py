"""What the documentation promises: its examples do what it shows, its tables are the code's, its pages are there."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib import import_module
from inspect import cleandoc
from pathlib import Path

import pytest

import ice_results
from docs.build_tables import PARTS, built
from docs.from_code import limits
from docs.from_code.markdown import first_sentence, spliced, table
from ice_results.writing.boxes.labelstudio import write_labelstudio

from .conftest import ROOT
from .judges.installed import judge
from .pages import PAGES, blocks, fences, played, with_gaps

DOCS = ROOT / "docs"
SAMPLES = ROOT / "samples"
SDK = "alibabacloud_ice20201109"
NEEDED: Mapping[str, tuple[str, ...]] = {
    "docs/guide/many-files.md": ("pyarrow",),
    "docs/guide/saved-answers.md": (SDK,),
    "docs/guide/tables.md": ("duckdb", "pandas", "pyarrow"),
    "docs/guide/tools.md": ("opentimelineio",),
}
"""What the examples of a page need beside the extra `test`."""
ALIYUN = f"""\
case "$2" in
  QuerySmarttagJob) cat "{SAMPLES}/talk.json" ;;
  GetSmartHandleJob) cat "{SAMPLES}/smart_asr_zh.json" ;;
  ListSmartJobs) cat "{SAMPLES}/list_jobs.json" ;;
  *) exit 1 ;;
esac"""
"""A stand-in for the command-line client of the service, which answers with the samples."""


def name_of(page: Path) -> str:
    """A page as its path in the checkout."""
    return page.relative_to(ROOT).as_posix()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What the examples begin with: the samples, and one of them as the talk."""
    (tmp_path / "samples").symlink_to(SAMPLES)
    (tmp_path / "talk.json").write_bytes((SAMPLES / "talk.json").read_bytes())
    return tmp_path


def answer_by_sdk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The SDK without the service: its client answers with the talk."""
    answer = {"statusCode": 200, "headers": {}, "body": json.loads((SAMPLES / "talk.json").read_bytes())}
    response = judge(f"{SDK}.models").QuerySmarttagJobResponse().from_map(answer)
    monkeypatch.setattr(judge(f"{SDK}.client").Client, "query_smarttag_job", lambda *_: response)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_the_examples_of_a_page_do_what_it_shows(
    page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, renew: bool
) -> None:
    """Every block of every page runs, and prints what the page shows; `--renew` writes what it prints now."""
    needed = NEEDED.get(name_of(page), ())
    for library in needed:
        judge(library)
    if SDK in needed:
        answer_by_sdk(monkeypatch)
    found = played(page.read_text(encoding="utf-8"), folder, {"aliyun": ALIYUN})
    if renew:
        page.write_text(found, encoding="utf-8", newline="\n")
    assert page.read_text(encoding="utf-8") == found


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("```python\nprint(6)\n```\n\n```text\n7\n```\n", "```python\nprint(6)\n```\n\n```text\n6\n```\n"),
        ("    ```console\n    $ echo 1\n    ```\n", "    ```console\n    $ echo 1\n    1\n    ```\n"),
        ('```sh title="a.sh"\necho 2\n```\n```console\n$ sh a.sh\n1\n```\n', "$ sh a.sh\n2\n"),
    ],
)
def test_an_example_that_prints_something_else_is_seen(tmp_path: Path, page: str, shown: str) -> None:
    """What a page shows is replaced by what is printed, whatever the kind of block and its indentation."""
    found = played(page, tmp_path)
    assert shown in found
    assert found != page


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("```python\nprint(6)\n```\n", "no text block below shows what this prints"),
        ("```sh\nice-results convert none.json -o out\n```\n", "none.json"),
        ("```sh\nexit 3\n```\n", "exit 3"),
        ("```rust\nfn main() {}\n```\n", "a block in rust"),
    ],
)
def test_an_example_that_fails_or_is_not_run_is_an_error(tmp_path: Path, block: str, message: str) -> None:
    """No block is passed over: one whose output is not shown, that fails, or that nobody knows how to run."""
    with pytest.raises(AssertionError, match=re.escape(message)):
        played(block, tmp_path)


def test_lines_that_are_left_out_are_allowed() -> None:
    """A line of three dots is for any lines; the others have to be right."""
    assert with_gaps("a\n...\nd\n", "a\nb\nc\nd\n") == "a\n...\nd\n"
    assert with_gaps("a\n...\ne\n", "a\nb\nc\nd\n") == "a\nb\nc\nd\n"


@pytest.mark.parametrize("name", PARTS)
def test_the_tables_of_a_page_are_those_of_the_code(name: str, renew: bool) -> None:
    """`python docs/build_tables.py` has nothing to write: every generated part is up to date."""
    page = ROOT / name
    found = built(name)
    if renew:
        page.write_text(found, encoding="utf-8", newline="\n")
    assert page.read_text(encoding="utf-8") == found


def test_a_part_goes_between_its_markers() -> None:
    """What is around the markers stays; a page without them is an error that names them."""
    assert spliced("a\n<!-- b -->\nold\n<!-- /b -->\nc\n", "b", "new\n") == "a\n<!-- b -->\nnew\n<!-- /b -->\nc\n"
    with pytest.raises(ValueError, match="no place between <!-- b --> and <!-- /b -->"):
        spliced("a\n", "b", "new")


def test_a_cell_cannot_end_its_row() -> None:
    """Bars are escaped and line ends become spaces."""
    assert table(["a"], [["b|\nc"]]) == "| a |\n| --- |\n| b\\| c |"


def test_a_docstring_gives_its_first_sentence() -> None:
    """The first sentence ends with its full stop, the paragraph, or the colon before an example."""
    assert first_sentence("One, v1.2\nof it. Two.") == "One, v1.2 of it."
    assert first_sentence("One:\n\n    code") == "One"
    assert first_sentence(None) == ""


def test_every_bound_says_what_it_bounds() -> None:
    """A constant MAX_… without a docstring below it is an error that names it."""
    with pytest.raises(AssertionError, match="MAX_SIZE has no docstring"):
        limits.docstring("MAX_SIZE", None)


def test_the_site_has_every_page() -> None:
    """The navigation of the site names every page once, and nothing else."""
    named = re.findall(r": (\S+\.md)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(named) == sorted(page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md"))


def test_the_reference_has_every_public_name() -> None:
    """Each name of the package is on the page about Python, once."""
    page = (DOCS / "reference" / "api.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^::: ice_results\.(\w+)$", page, re.MULTILINE)) == ice_results.__all__


def test_the_architecture_names_what_exists() -> None:
    """Each module, function and constant of the table of slow and fast paths is there."""
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    names = re.findall(r"`((?:reading|text|captions|records|writing)\.[\w.]+)`", page)
    assert len(names) > 10
    for name in names:
        *home, last = name.split(".")
        module = "ice_results." + ".".join(part for part in home if part.islower())
        owners = [part for part in home if not part.islower()]
        found = import_module(module)
        for part in (*owners, last):
            assert hasattr(found, part), name
            found = getattr(found, part)


def test_links_to_files_lead_somewhere() -> None:
    """Every relative link of README and pages is to a file of the checkout."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for block in fences(text):
            text = text.replace(block.text, "")
        for target in re.findall(r"\]\((?!https?:)([^)#\s]+)", text):
            assert (page.parent / target).exists(), f"{name_of(page)}: {target}"


def test_extras_that_are_named_exist() -> None:
    """`ice-results[name]` is in the pages only for extras of the package."""
    metadata = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    named = {name for page in PAGES for name in re.findall(r"(?:ice-results|\.)\[(\w+)\]'", page.read_text("utf-8"))}
    assert {"all", "excel", "ocr", "test"} <= named
    assert [name for name in named - {"name"} if not re.search(rf"^{name} = \[", metadata, re.MULTILINE)] == []


def test_the_labelling_configuration_is_that_of_the_writer() -> None:
    """The configuration for Label Studio is the same in the guide and where the format is written."""
    (shown,) = blocks(DOCS / "guide" / "tools.md", "xml")
    assert write_labelstudio.__doc__ is not None
    assert shown in re.sub("^ {4}", "", cleandoc(write_labelstudio.__doc__), flags=re.MULTILINE)


def test_the_picture_shows_what_the_command_prints() -> None:
    """The drawing is small, needs nothing from the network, and has every chapter and number of the talk."""
    drawing = (DOCS / "picture.svg").read_text(encoding="utf-8")
    assert len(drawing) < 200_000
    assert re.findall(r"(?:url\(|href=)[\"']?https?:", drawing) == []
    talk = ice_results.load(SAMPLES / "talk.json")
    shown = re.sub(r"<[^>]*>", "", drawing).replace("&#160;", " ")
    assert all(str(chapter.title) in shown for chapter in talk.chapters)
    assert str(len(talk.transcripts[0].segments)) in shown
