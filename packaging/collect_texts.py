"""Collects the interface's texts from the program and brings the translation files up to date.

`python3 packaging/collect_texts.py` adds what is new as unfinished, keeps what is translated, also
when it moved to another context, and drops what the program no longer says. Qt's own `lupdate`
(6.11) is not used: it loses each Python call whose number is more than a plain name,
`translate("Tray", "%n …", "", len(waiting))` say, without a word.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
# Plural forms of each language, in Qt's order (Qt documentation, "Translation Rules for Plurals").
FORMS = {"pl_PL": 3, "en_GB": 2, "cs_CZ": 3, "uk_UA": 3}
# The language of the source texts: its file holds plural forms only.
SOURCE = "pl_PL"


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text that the program hands to Qt for translation."""

    context: str
    source: str
    comment: str
    has_number: bool


@dataclass(frozen=True, slots=True)
class Collected:
    """What a program says, and the places ("file:line") of calls whose text cannot be read."""

    texts: frozenset[Text]
    unreadable: tuple[str, ...]


def collect(program: Path) -> Collected:
    """Find each `translate(context, text, comment, number)`, and `self.tr` without a context."""
    texts: set[Text] = set()
    unreadable: list[str] = []
    for file in sorted(program.rglob("*.py")):
        if file.name == "resources_rc.py":
            continue
        for call, owner in _calls(ast.parse(file.read_text(encoding="utf-8")), ""):
            text = _read(call, owner)
            if text is None:
                unreadable.append(f"{file.relative_to(program)}:{call.lineno}")
            else:
                texts.add(text)
    return Collected(frozenset(texts), tuple(unreadable))


def translations(file: Path) -> dict[Text, list[str]]:
    """Give what a translation file holds: one form for each text, several where it has a number."""
    found = {}
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            has_number = message.get("numerus") == "yes"
            source, comment = message.findtext("source", ""), message.findtext("comment", "")
            forms = message.iter("numerusform" if has_number else "translation")
            text = Text(context.findtext("name", ""), source, comment, has_number)
            found[text] = [form.text or "" for form in forms]
    return found


def renewed(file: Path, texts: Iterable[Text]) -> str:
    """Give a translation file's new content: `texts`, with the translations it has already."""
    language = ElementTree.parse(file).getroot().get("language", "")
    known = translations(file)
    wanted = sorted(text for text in texts if text.has_number or language != SOURCE)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="pl">',
    ]
    for context in sorted({text.context for text in wanted}):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for text in wanted:
            if text.context == context:
                forms = known.get(text) or _moved(text, known)
                lines += _message(text, forms, FORMS[language])
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def _moved(text: Text, known: dict[Text, list[str]]) -> list[str]:
    """Give what the same text has in other contexts, where they all agree: it may have moved."""
    found = {
        tuple(forms)
        for other, forms in known.items()
        if replace(other, context=text.context) == text and all(forms)
    }
    return list(found.pop()) if len(found) == 1 else []


def _calls(node: ast.AST, owner: str) -> Iterator[tuple[ast.Call, str]]:
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else owner
        if isinstance(child, ast.Call) and _name(child.func) in {"translate", "tr", "self.tr"}:
            yield child, owner
        yield from _calls(child, inner)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Name):
        return function.id
    if not isinstance(function, ast.Attribute):
        return ""
    owner = function.value
    if isinstance(owner, ast.Name) and owner.id == "self" and function.attr == "tr":
        return "self.tr"
    # `"text".translate(table)` and the like are no business of Qt's.
    is_qt = isinstance(owner, ast.Name) and owner.id in {"QCoreApplication", "QApplication"}
    return function.attr if is_qt else ""


def _read(call: ast.Call, owner: str) -> Text | None:
    arguments: list[ast.expr] = list(call.args)
    context = owner
    if _name(call.func) != "self.tr":
        context = _constant(arguments.pop(0)) or "" if arguments else ""
    source = _constant(arguments[0]) if arguments else None
    if not context or not source:
        return None
    comment = _constant(arguments[1]) if len(arguments) > 1 else None
    has_number = len(arguments) > 2 or any(keyword.arg == "n" for keyword in call.keywords)
    return Text(context, source, comment or "", has_number)


def _constant(expression: ast.expr) -> str | None:
    is_text = isinstance(expression, ast.Constant) and isinstance(expression.value, str)
    return ast.literal_eval(expression) if is_text else None


def _message(text: Text, known: list[str], forms: int) -> Iterator[str]:
    count = forms if text.has_number else 1
    written = (known + [""] * count)[:count]
    state = "" if all(written) else ' type="unfinished"'
    yield '    <message numerus="yes">' if text.has_number else "    <message>"
    yield f"        <source>{escape(text.source)}</source>"
    if text.comment:
        yield f"        <comment>{escape(text.comment)}</comment>"
    if text.has_number:
        yield f"        <translation{state}>"
        yield from (f"            <numerusform>{escape(form)}</numerusform>" for form in written)
        yield "        </translation>"
    else:
        yield f"        <translation{state}>{escape(written[0])}</translation>"
    yield "    </message>"


def main() -> int:
    """Renew all translation files; fails when a text cannot be read from the source."""
    collected = collect(ROOT / "app" / "dzwonek")
    for file in sorted((ROOT / "resources" / "translations").glob("*.ts")):
        file.write_text(renewed(file, collected.texts), encoding="utf-8")
        left = sum(not all(forms) for forms in translations(file).values())
        print(f"{file.name}: {left} unfinished")
    for place in collected.unreadable:
        print(f"{place}: the context and the text have to be written out in the call")
    return 1 if collected.unreadable else 0


if __name__ == "__main__":
    sys.exit(main())
