"""Dates as people write them, in Swedish and English."""

import pytest

from editor.model.written_dates import date_of, dates_in


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("den 1 januari 2009", "2009-01-01"),
        ("1 januari 2009", "2009-01-01"),
        ("från och med den 3 april", "XXXX-04-03"),
        ("hösten 2007", "2007-23"),
        ("under våren år 2010", "2010-21"),
        ("oktober 2008", "2008-10"),
        ("1 March 2011", "2011-03-01"),
        ("March 1st, 2011", "2011-03-01"),
        ("the 22nd of January 2009", "2009-01-22"),
        ("autumn of 2007", "2007-23"),
        ("omkring 2010", "2010~"),
        ("ca. juni 2018", "2018-06~"),
        ("2009-01-01", "2009-01-01"),
        ("2007-23", "2007-23"),
        ("XXXX-04-03", "XXXX-04-03"),
        (" 2008 ", "2008"),
        ("15 sept. 2004", "2004-09-15"),
    ],
)
def test_a_written_date_is_read(text: str, edtf: str) -> None:
    assert date_of(text) == edtf


@pytest.mark.parametrize("text", ["", "igår", "kapitel 7", "0123-456", "40 maj 2009", "12009", "1 maj och 2 juni"])
def test_what_is_no_single_date_is_none(text: str) -> None:
    assert date_of(text) is None


def test_all_dates_of_a_text_with_their_places() -> None:
    text = "Beslutet togs hösten 2007, uppdraget gavs i april 2008 och allt gäller från 1 januari 2009."
    assert [(text[found.start : found.end], found.edtf) for found in dates_in(text)] == [
        ("hösten 2007", "2007-23"),
        ("april 2008", "2008-04"),
        ("1 januari 2009", "2009-01-01"),
    ]
