"""Dates in EDTF (ISO 8601-2) said in words: `2007-23` is "hösten 2007", `XXXX-04-03` is "3 april"."""

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
SEASONS = {
    "sv": {21: "våren", 22: "sommaren", 23: "hösten", 24: "vintern"},
    "en": {21: "spring", 22: "summer", 23: "autumn", 24: "winter"},
}
ABOUT = {"sv": "omkring", "en": "about"}
SPAN = {"sv": ("från", "till"), "en": ("from", "to")}
DATE = re.compile(r"(?P<year>[\dX]{4})(-(?P<month>[\dX]{2}))?(-(?P<day>[\dX]{2}))?(?P<about>[~?%])?")


def date_text(edtf: str, lang: str) -> str:
    """The date in words; the text itself where it is no date of the forms that the vocabulary names."""
    match = DATE.fullmatch(edtf)
    if match is None:
        return edtf
    words = _words(match, lang if lang in MONTHS else "en")
    if not words:
        return edtf
    return f"{ABOUT.get(lang, ABOUT['en'])} {words}" if match["about"] else words


def span_text(start: str | None, end: str | None, lang: str) -> str:
    """ "från 3 april", "till 31 december 2008", or both; "" where neither is stated."""
    since, until = SPAN.get(lang, SPAN["en"])
    parts = [f"{since} {date_text(start, lang)}" if start else "", f"{until} {date_text(end, lang)}" if end else ""]
    return " ".join(part for part in parts if part)


def _words(match: re.Match[str], lang: str) -> str:
    year = "" if "X" in match["year"] else match["year"]
    parts = [_number(match["day"]), _month(match["month"], lang), year]
    return " ".join(part for part in parts if part)


def _number(text: str | None) -> str:
    return str(int(text)) if text and text.isdigit() else ""


def _month(text: str | None, lang: str) -> str:
    number = int(_number(text) or 0)
    if 1 <= number <= 12:
        return MONTHS[lang][number - 1]
    return SEASONS[lang].get(number, "")
