"""How a date that somebody has typed is understood, so that it can be said beside the field."""

from typing import NamedTuple

from editor.insight.timing import span_of
from editor.model.dates import humanised
from editor.model.written_dates import dates_in


class DateReading(NamedTuple):
    """edtf: the date in EDTF; None where the text is none.  words: the date as a person says it, "" where the text
    says the same already.  is_written: whether the text is a date as people write it, so that `edtf` should replace it.
    """

    edtf: str | None
    words: str = ""
    is_written: bool = False


def date_read(text: str, lang: str) -> DateReading:
    """What a typed date means: EDTF as it is, or a date in words (“3 april 2026”, “autumn 2007”)."""
    text = text.strip()
    if span_of(text) is not None:
        words = humanised(text, lang)
        return DateReading(text, words if words != text else "")
    found = next(dates_in(text), None)
    if found is not None and (found.start, found.end) == (0, len(text)) and span_of(found.edtf) is not None:
        return DateReading(found.edtf, humanised(found.edtf, lang), is_written=True)
    return DateReading(None)


def ends_before(start: str, end: str) -> bool:
    """Whether the last day that an end may mean lies before the first day that a start may mean."""
    first, last = span_of(start.strip()), span_of(end.strip())
    return first is not None and last is not None and last.last < first.first
