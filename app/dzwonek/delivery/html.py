"""Make the mail's HTML side from its plain text, so that both always say the same."""

from __future__ import annotations

import re
from html import escape

from dzwonek.delivery.cleaning import one_line

LABEL = re.compile(r"([^\s:][^:]{0,40}):(?= |$)")
STYLE = "font-family:Segoe UI,Arial,sans-serif;font-size:14px;line-height:1.5;color:#1a1a1a"


def html_page(text: str, language: str) -> str:
    """Give a whole page showing `text`: blank lines part paragraphs, labels are bold.

    Everything is escaped; the page holds no link, picture, script or remote part.
    """
    paragraphs = (part for part in text.split("\n\n") if part.strip())
    body = "\n".join(_paragraph(part.strip("\n")) for part in paragraphs)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(one_line(language))}">\n'
        '<head><meta charset="utf-8"></head>\n'
        f'<body style="{STYLE}">\n{body}\n</body>\n</html>\n'
    )


def _paragraph(part: str) -> str:
    """Show the lines of one paragraph under each other."""
    return "<p>" + "<br>\n".join(_line(line) for line in part.split("\n")) + "</p>"


def _line(line: str) -> str:
    """Show one line: its indent kept, a label at its start in bold."""
    bare = line.expandtabs(4).rstrip()
    words = bare.lstrip(" ")
    indent = "&nbsp;" * (len(bare) - len(words))
    label = LABEL.match(bare)
    if label is None:
        return indent + escape(words)
    return f"<b>{escape(label.group())}</b>{escape(bare[label.end() :])}"
