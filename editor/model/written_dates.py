"""Dates as people write them, read as EDTF: "den 1 januari 2009", "hösten 2007", "3 April", "2008-10", "omkring 2010".

A date without a year keeps it open (`XXXX-04-03`); a year alone, or a month with a year, stays as wide as it was said.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from editor.model.dates import DATE, FIRST_SEASON, MONTHS

SEASON_WORDS = {
    "vår": 0, "våren": 0, "vårens": 0, "spring": 0,
    "sommar": 1, "sommaren": 1, "sommarens": 1, "summer": 1,
    "höst": 2, "hösten": 2, "höstens": 2, "autumn": 2, "fall": 2,
    "vinter": 3, "vintern": 3, "vinterns": 3, "winter": 3,
}  # fmt: skip
SHORT = {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "oct", "nov", "dec"}


def _month_numbers() -> dict[str, int]:
    found: dict[str, int] = {}
    for names in MONTHS.values():
        for number, name in enumerate(names, 1):
            found[name.casefold()] = number
            found.update({short: number for short in SHORT if name.casefold().startswith(short)})
    return found


MONTH_NUMBERS = _month_numbers()
_MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_SEASON = "|".join(sorted(SEASON_WORDS, key=len, reverse=True))
_ABOUT = r"(?P<about>omkring|cirka|ca\.?|runt|around|about|circa)\s+"
_YEAR = r"(?:(?:år|of|,)\s*)?(?P<year>(?:1[5-9]|20)\d\d)"
FORMS = (
    r"(?P<iso>(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2]|2[1-4])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?!\d)",
    rf"(?P<day>\d{{1,2}})(?::?e|st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b\.?(?:,?\s+{_YEAR}\b)?",
    rf"(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,?\s+{_YEAR}\b)?",
    rf"(?P<month>{_MONTH})\b\.?\s+{_YEAR}\b",
    rf"(?P<season>{_SEASON})\s+(?:\w+\s+)?{_YEAR}\b",
    r"(?P<year>(?:1[5-9]|20)\d\d)\b(?![-–/]\d)",
)
"""Tried at each place in this order; the first that fits is meant."""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Made when the first text is read: that takes as long as all the rest of this module."""
    return tuple(re.compile(rf"(?<![\w-])(?:{_ABOUT})?{form}", re.IGNORECASE) for form in FORMS)


class WrittenDate(NamedTuple):
    """A date found in a text, with the place of its first letter and the place after its last."""

    edtf: str
    start: int
    end: int


def dates_in(text: str) -> Iterator[WrittenDate]:
    """Every date in a text, in order."""
    at = 0
    while (found := _next(text, at)) is not None:
        yield found
        at = found.end


def date_of(text: str) -> str | None:
    """The date that a text means as a whole: EDTF as it is, else the one date in it; None where there is none or more.

    "den", "from" and the like may stand around it; other words may not be numbers.
    """
    plain = text.strip()
    if DATE.fullmatch(plain):
        return plain
    found = list(dates_in(plain))
    if len(found) != 1:
        return None
    around = plain[: found[0].start] + plain[found[0].end :]
    return None if any(letter.isdigit() for letter in around) else found[0].edtf


def _next(text: str, at: int) -> WrittenDate | None:
    tried = enumerate(_patterns())
    found = [(match.start(), number, match) for number, each in tried if (match := each.search(text, at))]
    for _, _, match in sorted(found, key=lambda each: each[:2]):
        edtf = _edtf(match.groupdict())
        if edtf is not None:
            return WrittenDate(edtf, match.start(), match.end())
    return None


def _edtf(parts: dict[str, str | None]) -> str | None:
    year, month, day, season = parts.get("year"), parts.get("month"), parts.get("day"), parts.get("season")
    if parts.get("iso"):
        said = str(parts["iso"])
    elif season is not None:
        said = f"{year}-{FIRST_SEASON + SEASON_WORDS[season.casefold()]}"
    elif month is not None:
        number = f"{MONTH_NUMBERS[month.casefold()]:02d}"
        if day is not None and not 1 <= int(day) <= 31:
            return None
        said = f"{year or 'XXXX'}-{number}" + (f"-{int(day):02d}" if day is not None else "")
    else:
        said = str(year)
    return f"{said}~" if parts.get("about") and "X" not in said else said
