"""The picture of two days of a chart, as one or next to each other; and that of a single day."""

from collections.abc import Callable, Collection

from editor.drawing.differences import beside, with_differences
from editor.drawing.footnotes import with_footnotes
from editor.drawing.maker import DrawingMaker
from editor.drawing.shapes import Drawing
from editor.insight.lens import mark_possible, reduce_to_day
from editor.insight.timing import Span
from editor.insight.two_days import Difference, TwoDays, between_days, reduce_to_both
from editor.model import edits
from editor.model.document import Document
from editor.model.vocabulary import Vocabulary

GAP_PX = 24.0
STEP = "compare"
MakerFor = Callable[[Document], DrawingMaker]
"""Gives what draws a document."""


class Picturing:
    """Draws one document as it was on days; the document is not changed.

    has_paper: with title, legend and source.  has_notes: with footnotes.
    """

    def __init__(
        self,
        document: Document,
        vocabulary: Vocabulary,
        lang: str,
        maker_for: MakerFor,
        has_notes: bool = False,
        has_paper: bool = True,
    ) -> None:
        self._document, self._vocabulary, self._lang = document, vocabulary, lang
        self._maker_for, self._has_notes, self._has_paper = maker_for, has_notes, has_paper

    def on(self, day: Span) -> Drawing:
        """The chart as it was on a day."""
        then = self._then(day)
        return self._finished(then, self._maker_for(then).drawing(paper=self._has_paper))

    def between(self, first: Span, last: Span) -> Drawing:
        """Both days in one picture: what is new, gone and changed, with a legend and a list of the changes."""
        days = TwoDays(self._document, self._vocabulary, first, last, self._lang)
        both = _copy(self._document)
        reduce_to_both(both, first, last, between_days(first, last, self._lang), STEP)
        maker = self._maker_for(both)
        changes = tuple(change.text for change in days.changes)
        marked = with_differences(
            maker.drawing(paper=self._has_paper), days.differences, maker.setting, changes if self._has_paper else ()
        )
        return self._finished(both, marked)

    def beside(self, first: Span, last: Span) -> Drawing:
        """The earlier day to the left of the later one."""
        days = TwoDays(self._document, self._vocabulary, first, last, self._lang)
        left = self._of_day(days, first, ("gone", "changed"))
        right = self._of_day(days, last, ("new", "changed"))
        by = (left.bounds.right + GAP_PX - right.bounds.x, left.bounds.y - right.bounds.y)
        return beside(left, self._of_day(days, last, ("new", "changed"), by))

    def _of_day(
        self, days: TwoDays, day: Span, kinds: Collection[Difference], by: tuple[float, float] = (0.0, 0.0)
    ) -> Drawing:
        """One of the two days with what concerns it marked, drawn so far from where it stands."""
        then = self._then(day)
        with then.transaction(STEP) as step:
            edits.move_by(then, step, list(then.nodes), *by)
        shown = {id: difference for id, difference in days.differences.items() if difference in kinds}
        maker = self._maker_for(then)
        return self._finished(then, with_differences(maker.drawing(paper=self._has_paper), shown, maker.setting))

    def _then(self, day: Span) -> Document:
        then = _copy(self._document)
        reduce_to_day(then, day, STEP)
        mark_possible(then, day, self._lang, STEP)
        return then

    def _finished(self, document: Document, drawing: Drawing) -> Drawing:
        return with_footnotes(drawing, document, self._maker_for(document).setting) if self._has_notes else drawing


def _copy(document: Document) -> Document:
    return Document(list(document.nodes.values()), list(document.edges.values()), document.info)
