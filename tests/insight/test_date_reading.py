"""How a typed date is understood."""

import pytest

from editor.insight.date_reading import date_read, ends_before


@pytest.mark.parametrize(
    ("text", "edtf", "words", "is_written"),
    [
        ("2026-11-24", "2026-11-24", "24 november 2026", False),
        ("2026", "2026", "", False),
        (" 2007-23 ", "2007-23", "hösten 2007", False),
        ("XXXX-04-03", "XXXX-04-03", "3 april", False),
        ("[..2009-01-22]", "[..2009-01-22]", "senast 22 januari 2009", False),
        ("3 april 2026", "2026-04-03", "3 april 2026", True),
        ("hösten 2007", "2007-23", "hösten 2007", True),
        ("2026-13-40", None, "", False),
        ("i fjol", None, "", False),
        ("kanske 2026", None, "", False),
    ],
)
def test_dates_are_read_as_edtf_or_as_people_write_them(text: str, edtf: str, words: str, is_written: bool) -> None:
    assert date_read(text, "sv") == (edtf, words, is_written)


def test_an_end_before_its_start_is_seen_only_where_that_is_certain() -> None:
    assert ends_before("2026-11-24", "2026-11-23")
    assert ends_before("2027", "2026-12")
    assert not ends_before("2026", "2026-03-01")
    assert not ends_before("XXXX-04-03", "2020")
    assert not ends_before("trams", "2020")
