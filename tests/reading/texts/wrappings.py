"""What people save around an answer: text before and behind it, and JSON that is not quite JSON."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Mapping
from html import escape

Wrap = Callable[[str], str]

HEADERS = "HTTP/1.1 200 OK\r\nDate: Fri, 26 Nov 2027 10:00:00 GMT\r\nContent-Type: application/json\r\n\r\n"


def pretty(text: str) -> str:
    """JSON on several lines; other text as it is."""
    try:
        return json.dumps(json.loads(text), indent=2, ensure_ascii=False)
    except ValueError:
        return text


def with_comments(text: str) -> str:
    """JSON as people edit it: with comments that hold what looks like more of it."""
    first, *others = pretty(text).split("\n")
    return "\n".join(["// saved // by hand", f'{first} /* {{"a": [ */', *others, "// the end"])


def with_trailing_commas(text: str) -> str:
    """JSON with a comma behind the last item of everything."""
    lines = pretty(text).split("\n")
    closed = [
        f"{line}," if following.strip()[:1] in ("}", "]") and not line.rstrip().endswith(("{", "[")) else line
        for line, following in zip(lines, [*lines[1:], ""])
    ]
    return "\n".join(closed)


WRAPPINGS: Mapping[str, tuple[Wrap, str]] = {
    "curl -i": (lambda text: HEADERS + text, "JSON found after 3 lines of HTTP headers"),
    "curl -v": (
        lambda text: f"* Connected to host\n> GET / HTTP/1.1\n> Host: host\n>\n< HTTP/1.1 200 OK\n< A: b\n<\n{text}",
        "JSON found after 3 lines of HTTP headers",
    ),
    "log prefix": (
        lambda text: f"2027-11-26 10:00:00,123 [main] INFO  body={text}",
        "JSON found between other text, at line 1 column 43",
    ),
    "log prefix in brackets": (
        lambda text: f"[2027-11-26 10:00:00] [INFO] {text}\n",
        "JSON found between other text, at line 1 column 30",
    ),
    "text around": (
        lambda text: f"The answer of [today] was:\n\n{pretty(text)}\n\nThat is {{all}} [1].\n",
        "JSON found between other text, at line 3 column 1",
    ),
    "Markdown": (
        lambda text: f"# Results\n\n```json\n{pretty(text)}\n```\n\nMore text.\n",
        "JSON found in a Markdown code fence, at line 4",
    ),
    "JSONP": (lambda text: f"/**/ window.done({text});", "JSON found in a call of window.done()"),
    "semicolon": (lambda text: f"{text};\n", "a comma or semicolon beside the JSON was passed over"),
    "assignment": (lambda text: f"var answer = {text};\n", "JSON found between other text, at line 1 column 14"),
    "quoted in a log": (
        lambda text: f"body={json.dumps(text, ensure_ascii=False)} done",
        "JSON found between other text, at line 1 column 6",
    ),
    "comments": (with_comments, "comments were passed over"),
    "trailing commas": (with_trailing_commas, "trailing commas were passed over"),
    "Python": (lambda text: repr(json.loads(text)), "read as what Python prints, not JSON"),
    "Python in a log": (
        lambda text: f"INFO:root:got {json.loads(text)!r} from the service",
        "read as what Python prints, not JSON, between other text from line 1 on",
    ),
    "XML": (
        lambda text: f'<?xml version="1.0"?>\n<r a="{{}}"><b>text</b><data>{escape(text)}</data></r>',
        "JSON found in XML, in /r/data",
    ),
    "CDATA": (lambda text: f"<r><data><![CDATA[{text}]]></data></r>", "JSON found in XML, in /r/data"),
    "base64": (lambda text: b64encode(text.encode()).decode(), "JSON found in base64"),
    "base64 in XML": (
        lambda text: f"<Message><MessageBody>\n{b64encode(text.encode()).decode()}\n</MessageBody></Message>",
        "JSON found in XML, in /Message/MessageBody",
    ),
}
"""Every way to wrap an answer, and the note on it."""

FORMS_OF_JSON = ("comments", "trailing commas", "Python", "Python in a log")
"""Those that are another way to write JSON, so that nothing but JSON is in them."""
