"""Errors that a user is told about: what happened, where, and what to do, in both languages."""

import re
from collections.abc import Mapping

_LINES = re.compile(r"\b(line|column) (?=\d)")
_SWEDISH = {"line": "rad", "column": "kolumn"}


class UserError(Exception):
    """Something that can't be done with this input. Shown as it is; never a programming error.

    what / advice: a sentence each, by language ("sv", "en").  where: file, line, element; "" where it has no place.
    """

    def __init__(self, what: Mapping[str, str], advice: Mapping[str, str], where: str = "") -> None:
        super().__init__(f"{where}: {what['en']}" if where else what["en"])
        self.what = what
        self.advice = advice
        self.where = where

    def place(self, lang: str) -> str:
        """Where it is, with the words for lines and columns in this language."""
        return _LINES.sub(lambda found: _SWEDISH[found[1]] + " ", self.where) if lang == "sv" else self.where

    def line(self, lang: str) -> str:
        """The whole message as one line."""
        place = f"{self.place(lang)}: " if self.where else ""
        return f"{place}{self.what[lang]} {self.advice[lang]}".replace("\n", " ").strip()
