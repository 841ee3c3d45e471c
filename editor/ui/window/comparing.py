"""Before and after in the window: as one picture, or the earlier day beside the later one."""

import datetime
from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSplitter

from editor.canvas.view import Canvas
from editor.drawing.differences import KINDS, word_of
from editor.insight.lens import DayLens
from editor.insight.timing import on
from editor.model.document import Document
from editor.ui.surroundings import Surroundings
from editor.ui.window.before_canvas import BeforeCanvas

if TYPE_CHECKING:
    from editor.insight.two_days import BothDays

BEFORE = ("gone", "changed")
AFTER = ("new", "changed")


class Comparing:
    """Puts what two days differ in on the canvas of a chart, and a second canvas beside it where that is wanted."""

    def __init__(self, document: Document, canvas: Canvas, splitter: QSplitter, surroundings: Surroundings) -> None:
        self._document = document
        self._canvas = canvas
        self._splitter = splitter
        self._surroundings = surroundings
        self.lens: DayLens | BothDays | None = None
        """What the chart is seen through."""
        self.before: BeforeCanvas | None = None
        """The canvas of the earlier day, where there is one."""

    def show_day(self, day: datetime.date | None) -> None:
        """One day, or all of them: nothing is compared."""
        self.close()
        self._canvas.show_differences({})
        self._look_through(DayLens(self._document, on(day)) if day is not None else None)

    def show(self, first: datetime.date, last: datetime.date, mode: str) -> str:
        """Compare two days as one picture ("one") or side by side ("beside"); what differs, counted in words."""
        from editor.insight.two_days import BothDays  # most charts are never compared

        if mode == "one":
            self.close()
            self._look_through(BothDays(self._document, on(first), on(last)))
        else:
            self._look_through(DayLens(self._document, on(last)))
            self._open().set_lens(DayLens(self._document, on(first)))
        return self.refresh(first, last, mode)

    def refresh(self, first: datetime.date, last: datetime.date, mode: str) -> str:
        """Mark what differs as the document is now, without drawing anew what is seen."""
        from editor.insight.two_days import TwoDays

        words = self._surroundings.language
        days = TwoDays(self._document, self._surroundings.vocabulary, on(first), on(last), words.code)
        shown = {id: what for id, what in days.differences.items() if mode == "one" or what in AFTER}
        self._canvas.show_differences(shown)
        if self.before is not None:
            self.before.show_differences({id: what for id, what in days.differences.items() if what in BEFORE})
        counts = Counter(days.differences.values())
        told = [f"{word_of(kind, words.code)} {counts[kind]}" for kind in KINDS if counts[kind]]
        return " · ".join(told) or words("dates.no_difference")

    def close(self) -> None:
        """Put the canvas of the earlier day away."""
        if self.before is not None:
            self._canvas.moved.disconnect(self._follow_after)
            self.before.shutdown()
            self.before.setParent(None)
            self.before.deleteLater()
            self.before = None

    def retell(self) -> None:
        """After a change of language or colours."""
        if self.before is not None:
            self.before.set_language(self._surroundings.language.code)
            self.before.set_theme(self._surroundings.appearance.theme)

    def _look_through(self, lens: "DayLens | BothDays | None") -> None:
        self.lens = lens
        self._canvas.set_lens(lens)

    def _open(self) -> BeforeCanvas:
        if self.before is None:
            given = self._surroundings
            made = BeforeCanvas(
                self._document, given.vocabulary, given.measurer, given.appearance.theme, given.language.code
            )
            made.setAcceptDrops(False)
            made.set_minimap_visible(False)
            self.before = made
            self._splitter.insertWidget(0, made)
            self._splitter.setSizes([1, 1])
            made.picked.connect(lambda id: self._canvas.select([id]))
            made.moved.connect(self._follow_before)
            self._canvas.moved.connect(self._follow_after)
            self._canvas.fit()
        return self.before

    def _follow_after(self) -> None:
        if self.before is not None:
            self.before.look_as(self._canvas)

    def _follow_before(self) -> None:
        if self.before is not None:
            self._canvas.look_as(self.before)
