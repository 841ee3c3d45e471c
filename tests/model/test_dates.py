"""Dates as a person says them, in both languages."""

import pytest

from editor.model.dates import humanised, span_text


@pytest.mark.parametrize(
    ("edtf", "sv", "en"),
    [
        ("2009-01-01", "1 januari 2009", "1 January 2009"),
        ("2008-10", "oktober 2008", "October 2008"),
        ("2007-23", "hösten 2007", "autumn 2007"),
        ("XXXX-04-03", "3 april", "3 April"),
        ("2018-06~", "omkring juni 2018", "about June 2018"),
        ("XXXX-06~", "omkring juni", "about June"),
        ("2018-06-XX", "juni 2018", "June 2018"),
        ("[..2009-01-22]", "senast 22 januari 2009", "22 January 2009 at the latest"),
        ("[2008-10..]", "tidigast oktober 2008", "October 2008 at the earliest"),
        ("snart", "snart", "snart"),
        ("XXXX", "XXXX", "XXXX"),
    ],
)
def test_dates_in_words(edtf: str, sv: str, en: str) -> None:
    assert (humanised(edtf, "sv"), humanised(edtf, "en")) == (sv, en)


def test_spans_in_words() -> None:
    assert span_text("2008", "2009-01", "sv") == "från 2008 till januari 2009"
    assert span_text(None, None, "en") == ""
    assert span_text("[..2009-01-22]", "2010", "sv") == "senast 22 januari 2009 till 2010"
