"""`check`: problems, totals and broken rules."""

from __future__ import annotations

import json
from pathlib import Path

from ..answers import smart_job, text
from ..cli.command import RUNNING, run


def test_check_lists_problems_with_totals(here: Path) -> None:
    """`check` gives a line for each problem, totals on standard error, and status 1 for errors."""
    (here / "wrong.json").write_text(text(smart_job([{"content": "a", "from": "soon"}])))
    (here / "broken.json").write_text("{")
    (here / "run.json").write_text(text(RUNNING))
    result = run("check", "talk.json", "wrong.json", "run.json", "gone.json")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        'wrong.json: error: JobResult.AiResult → [0].from: expected seconds as a number, found "soon"',
        "run.json: note: the job is still running (Executing): no result yet",
        "gone.json: error: no such file or folder",
    ]
    assert result.stderr == "4 files: 2 errors, 0 warnings, 1 note\n"
    assert run("check", "broken.json").stdout.startswith("broken.json: error: no valid JSON at line 1 column 2")
    assert run("check", "talk.json", "run.json").exit_code == 0


def test_check_writes_json_and_csv(here: Path) -> None:
    """Problems as JSON with totals, or as CSV, for other programs."""
    (here / "wrong.json").write_text(text(smart_job([{"content": "a", "from": "soon"}])))
    value = json.loads(run("check", "wrong.json", "--format", "json").stdout)
    assert value == {
        "problems": [
            {
                "file": "wrong.json",
                "place": 1,
                "severity": "error",
                "path": "JobResult.AiResult → [0].from",
                "message": "expected seconds as a number",
                "found": '"soon"',
                **dict.fromkeys(("rule", "track", "cue", "at_ms", "value", "limit", "fixed")),
            }
        ],
        "totals": {"error": 1, "warning": 0, "note": 0},
    }
    assert run("check", "wrong.json", "--format", "csv").stdout.splitlines() == [
        "file,place,severity,path,message,found,rule,track,cue,at_ms,value,limit,fixed",
        'wrong.json,1,error,JobResult.AiResult → [0].from,expected seconds as a number,"""soon""",,,,,,,',
    ]


def test_check_fails_on_warnings_where_asked(here: Path) -> None:
    """A warning is status 0, and 1 with --fail-on warning."""
    (here / "prose.json").write_text(text(smart_job("Nothing was said.")))
    assert run("check", "prose.json").exit_code == 0
    assert run("check", "prose.json", "--fail-on", "warning").exit_code == 1
    assert run("check", "prose.json", "--kind", "speech").exit_code == 2


def test_check_with_a_profile_lists_every_broken_rule(here: Path) -> None:
    """What shaping repaired is a note, what still breaks a rule a warning, each with cue, value and limit."""
    lines = [
        {"content": "这一句话要在很短的时间里读完。", "from": 0.0, "to": 0.2},
        {"content": "好。", "from": 0.3, "to": 3.0},
    ]
    (here / "fast.json").write_text(text(smart_job(lines)))
    result = run("check", "fast.json", "--profile", "standard", "--format", "json", "--fail-on", "warning")
    assert result.exit_code == 1
    found = [
        (each["rule"], each["cue"], each["limit"], each["fixed"]) for each in json.loads(result.stdout)["problems"]
    ]
    assert ("min-duration", 1, 500, False) in found
    assert ("reading-speed", 1, 9, False) in found
    line = run("check", "fast.json", "--profile", "standard").stdout.splitlines()[0]
    assert line.startswith("fast.json: warning: main cue 1: ")
    assert run("check", "fast.json", "--profile", "cinema").exit_code == 2


def test_what_shaping_repaired_is_counted(here: Path) -> None:
    """A rule that many segments break and no cue does is one line; programs get every finding."""
    long = "今天我们一起来看一看孩子们怎么种树浇水"
    lines = [{"content": f"{long}，{n}。", "from": 5 * n, "to": 5 * n + 4} for n in range(3)]
    (here / "long.json").write_text(text(smart_job(lines)))
    result = run("check", "long.json", "--profile", "standard")
    assert result.stdout.splitlines() == [
        "long.json: note: main: line-width: 3 repaired, first: cue 1: a line is 21.5 characters wide; 16 at most"
    ]
    assert result.stderr == "1 file: 0 errors, 0 warnings, 3 notes\n"
    found = json.loads(run("check", "long.json", "--profile", "standard", "--format", "json").stdout)
    assert [each["cue"] for each in found["problems"]] == [1, 2, 3]
