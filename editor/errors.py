"""Errors that a user is told about: what happened, where, and what to do, in both languages."""

from collections.abc import Mapping


class UserError(Exception):
    """Something that can't be done with this input. Shown as it is; never a programming error.

    what / advice: a sentence each, by language ("sv", "en").  where: file, line, element; "" where it has no place.
    """

    def __init__(self, what: Mapping[str, str], advice: Mapping[str, str], where: str = "") -> None:
        super().__init__(f"{where}: {what['en']}" if where else what["en"])
        self.what = what
        self.advice = advice
        self.where = where

    def line(self, lang: str) -> str:
        """The whole message as one line."""
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.what[lang]} {self.advice[lang]}".replace("\n", " ").strip()
