"""The words of labels that are written in HTML, with the line breaks that a reader sees."""

import html
import re

from lxml import etree

_BREAKING = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "hr"})
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_BLANKS = re.compile(r"[ \t\r\f\n]+")
_BREAK = "\n"
_UNSEEN = frozenset({"style", "script", "title"})


def without_tags(markup: str) -> str:
    """The words without their tags; blocks and breaks begin new lines, other line breaks are blanks as in HTML."""
    try:
        root = etree.HTML(f"<div>{markup}</div>")  # never empty: there is no tree of nothing
    except etree.ParserError:
        return ""
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
        if not isinstance(element.tag, str) or element.tag in _UNSEEN:
            pieces += [_flat(element.tail)] if event != "start" else []
        elif event == "start":
            pieces += [_BREAK] if element.tag in _BREAKING and element.tag != "br" else []
            pieces.append(_flat(element.text))
        else:
            pieces += [_BREAK] if element.tag in _BREAKING else [" "] if element.tag in ("td", "th") else []
            pieces.append(_flat(element.tail))
    lines = (_BLANKS.sub(" ", line).strip() for line in "".join(pieces).split(_BREAK))
    return _BREAK.join(line for line in lines if line)


def as_markup(text: str) -> str:
    """Words as they are written in HTML."""
    return html.escape(text, quote=False).replace(_BREAK, "<br/>")


def _flat(text: str | None) -> str:
    return _BLANKS.sub(" ", text or "")
