"""Dates in EDTF (ISO 8601-2) as a person says them: `2007-23` is "hösten 2007", `XXXX-04-03` is "3 april"."""

import datetime
import re

MONTHS = {
    "sv": [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
SHORT_MONTHS = {
    "sv": ["jan.", "feb.", "mars", "april", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec."],
    "en": ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sep", "Oct", "Nov", "Dec"],
}
"""Where there is little room."""
SEASONS = {"sv": ["våren", "sommaren", "hösten", "vintern"], "en": ["spring", "summer", "autumn", "winter"]}
SPAN = {"sv": ("från", "till"), "en": ("from", "to")}
ABOUT = {"sv": "omkring", "en": "about"}
AT_LATEST = {"sv": "senast {}", "en": "{} at the latest"}
AT_EARLIEST = {"sv": "tidigast {}", "en": "{} at the earliest"}
ONE_OF = re.compile(r"\[(?:\.\.([^.\[\],]+)|([^.\[\],]+)\.\.)\]")
"""`[..2009-01-22]`, one day up to this one, and `[2009-01-22..]`, one from this one on."""
DATE = re.compile(r"([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?([~?%])?")
FIRST_SEASON = 21


def humanised(edtf: str, lang: str, short: bool = False) -> str:
    """The date in words; the text itself where it is no date of the forms the vocabulary names."""
    language = lang if lang in MONTHS else "en"
    limit = ONE_OF.fullmatch(edtf)
    if limit is not None:
        pattern = AT_LATEST if limit[1] else AT_EARLIEST
        return pattern[language].format(humanised(limit[1] or limit[2], lang, short))
    match = DATE.fullmatch(edtf)
    if match is None:
        return edtf
    year, month, day, about = match.groups()
    middle = _month(month, language, SHORT_MONTHS if short else MONTHS)
    if middle is None:
        return edtf
    parts = [_known(day), middle, year if year.isdigit() else ""]
    words = " ".join(part for part in parts if part)
    return f"{ABOUT[language]} {words}" if about and words else words or edtf


def since(edtf: str, lang: str, short: bool = False) -> str:
    """ "från 3 april"; a day that is only known to lie before or after another needs no "från"."""
    words = humanised(edtf, lang, short)
    return words if ONE_OF.fullmatch(edtf) else f"{SPAN.get(lang, SPAN['en'])[0]} {words}"


def span_text(start: str | None, end: str | None, lang: str) -> str:
    """ "från 3 april", "till 31 december 2008", both, one date where both are the same, or ""."""
    if start and start == end:
        return humanised(start, lang)
    until = SPAN.get(lang, SPAN["en"])[1]
    parts = (since(start, lang) if start else "", f"{until} {humanised(end, lang)}" if end else "")
    return " ".join(part for part in parts if part)


def eve(edtf: str) -> str:
    """The last day of what another thing follows from this date on: the day before a whole date, else the date itself.

    Within a month or a season nobody knows the day of the change: both the old and the new are possibly there.
    """
    try:
        return (datetime.date.fromisoformat(edtf) - datetime.timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return edtf


def is_later(one: str, other: str) -> bool:
    """Whether one whole date lies after another; False where either is not a single known day."""
    try:
        return datetime.date.fromisoformat(one) > datetime.date.fromisoformat(other)
    except ValueError:
        return False


def _known(number: str | None) -> str:
    return str(int(number)) if number and number.isdigit() else ""


def _month(number: str | None, lang: str, months: dict[str, list[str]]) -> str | None:
    """The name of a month or season, "" where unknown, None where there is no such month."""
    if not number or not number.isdigit():
        return ""
    index = int(number)
    if 1 <= index <= len(months[lang]):
        return months[lang][index - 1]
    season = index - FIRST_SEASON
    return SEASONS[lang][season] if 0 <= season < len(SEASONS[lang]) else None
