"""What one document is drawn with: the program's theme and words, and the document's own rules and paper."""

import dataclasses

from editor.drawing.coloring import coloring
from editor.drawing.nodes import Setting
from editor.model.changes import ChangeSet
from editor.model.document import Document
from editor.model.line_style import ATTRIBUTE as LINES
from editor.model.line_style import lines_of
from editor.model.paper import ATTRIBUTE as PAPER
from editor.model.paper import paper_of
from editor.model.records import DOCUMENT_ID, Info
from editor.model.style_rules import ATTRIBUTE as RULE
from editor.model.style_rules import rule_of

DECIDING = (RULE, PAPER, LINES)
"""The attributes of a document that say how all of it is drawn."""


class ChartSetting:
    """Follows its document; `now` is asked for at every block, so it looks no further than the record itself."""

    def __init__(self, document: Document, base: Setting) -> None:
        self._document, self._base = document, base
        self._info: Info | None = None
        self._now = base

    @property
    def now(self) -> Setting:
        info = self._document.info
        if info is not self._info:
            if self._info is None or _said(info) != _said(self._info):
                self._now = _dressed(self._base, info)
            self._info = info
        return self._now


def concerns_all(change: ChangeSet) -> bool:
    """Whether everything may look different: by another rule for colours, paper or sort of lines."""
    before, after = change.updated.get(DOCUMENT_ID, (None, None))
    return isinstance(before, Info) and isinstance(after, Info) and _said(before) != _said(after)


def _said(info: Info) -> tuple[str | None, ...]:
    return tuple(info.attributes.get(name) for name in DECIDING)


def _dressed(base: Setting, info: Info) -> Setting:
    paper = paper_of(info)
    colors = coloring(rule_of(info), base.theme, base.vocabulary)
    if paper is not None:
        base = dataclasses.replace(base, legible=paper.legible, wrap_px=paper.wrap_px, captions=paper.captions)
    return dataclasses.replace(base, coloring=colors, lines=lines_of(info))
