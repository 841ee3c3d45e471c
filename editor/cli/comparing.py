"""The picture of `ledgraf export --compare`: two days as one, or next to each other."""

from collections.abc import Collection

from editor.cli.studio import Studio
from editor.drawing.differences import beside, with_differences
from editor.drawing.footnotes import with_footnotes
from editor.drawing.shapes import Drawing
from editor.insight.lens import mark_possible, reduce_to_day
from editor.insight.timing import Span
from editor.insight.two_days import Difference, TwoDays, between_days, reduce_to_both
from editor.model import edits
from editor.model.document import Document

GAP_PX = 24.0
STEP = "compare"


def comparison(
    studio: Studio, document: Document, first: Span, last: Span, lang: str, side_by_side: bool, footnotes: bool
) -> Drawing:
    """The drawing; the document is not changed."""
    days = TwoDays(document, studio.vocabulary, first, last, lang)
    if side_by_side:
        return _side_by_side(studio, document, days, first, last, lang, footnotes)
    both = _copy(document)
    reduce_to_both(both, first, last, between_days(first, last, lang), STEP)
    drawing = studio.drawing(both, lang)
    changes = tuple(change.text for change in days.changes)
    marked = with_differences(drawing, days.differences, studio.setting(both, lang), changes)
    return with_footnotes(marked, both, studio.setting(both, lang)) if footnotes else marked


def _side_by_side(
    studio: Studio, document: Document, days: TwoDays, first: Span, last: Span, lang: str, footnotes: bool
) -> Drawing:
    left = _of_day(studio, document, days, first, ("gone", "changed"), lang, footnotes)
    right = _of_day(studio, document, days, last, ("new", "changed"), lang, footnotes)
    by = (left.bounds.right + GAP_PX - right.bounds.x, left.bounds.y - right.bounds.y)
    return beside(left, _of_day(studio, document, days, last, ("new", "changed"), lang, footnotes, by))


def _of_day(
    studio: Studio,
    document: Document,
    days: TwoDays,
    day: Span,
    kinds: Collection[Difference],
    lang: str,
    footnotes: bool,
    by: tuple[float, float] = (0.0, 0.0),
) -> Drawing:
    """One of the two days with what concerns it marked, drawn so far from where it stands."""
    then = _copy(document)
    reduce_to_day(then, day, STEP)
    mark_possible(then, day, lang, STEP)
    with then.transaction(STEP) as step:
        edits.move_by(then, step, list(then.nodes), *by)
    shown = {id: difference for id, difference in days.differences.items() if difference in kinds}
    marked = with_differences(studio.drawing(then, lang), shown, studio.setting(then, lang))
    return with_footnotes(marked, then, studio.setting(then, lang)) if footnotes else marked


def _copy(document: Document) -> Document:
    return Document(list(document.nodes.values()), list(document.edges.values()), document.info)
