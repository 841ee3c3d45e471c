"""The words of the window in Swedish and English, and which of the two is shown now."""

import re
import string
import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec
from PySide6.QtCore import QLocale, QObject, Signal

from editor.errors import UserError

LANGUAGES = ("sv", "en")
SYSTEM = "system"
Texts = Mapping[str, Mapping[str, str]]
Tables = dict[str, dict[str, dict[str, str]]]
HEADING = re.compile(r"\[(\w+)\]")
ENTRY = re.compile(r'(\w+) = \{ sv = "([^"\\]*)", en = "([^"\\]*)" \}')


class _Forms(string.Formatter):
    """Also chooses between two forms of a word by a number: `{count} {count:box|boxes}`."""

    def format_field(self, value: object, format_spec: str) -> str:
        one, bar, many = format_spec.partition("|")
        if bar:
            return one if value == 1 else many
        return str(super().format_field(value, format_spec))


FORMS = _Forms()


class Language(QObject):
    """Gives the text for an id in the language shown; `changed` tells every pane to write its words anew."""

    changed = Signal()

    def __init__(self, texts: Texts, choice: str = SYSTEM) -> None:
        super().__init__()
        self._texts = texts
        self._system = system_language()
        self.choice = choice

    @property
    def code(self) -> str:
        """The language shown: "sv" or "en"."""
        return self.choice if self.choice in LANGUAGES else self._system

    def choose(self, choice: str) -> None:
        """Show a language, or the system's ("system"), which is only then asked for: every text needs to know."""
        self._system = system_language()
        self.choice = choice
        self.changed.emit()

    def __call__(self, id: str, **values: object) -> str:
        """The text with this id, its `{names}` replaced; KeyError where there is none."""
        text = self._texts[id][self.code]
        return FORMS.format(text, **values) if values else text

    def in_all(self, id: str) -> str:
        """The text in every language, for searching: the one shown first."""
        texts = self._texts[id]
        return " ".join((texts[self.code], *(text for code, text in texts.items() if code != self.code)))

    def of_error(self, error: UserError) -> tuple[str, str]:
        """What happened and what to do, in the language shown."""
        place = f"{error.place(self.code)}\n" if error.where else ""
        return error.what[self.code], f"{place}{error.advice[self.code]}".strip()


def system_language() -> str:
    """Swedish where the system's first known language is Swedish, else English."""
    for name in QLocale.system().uiLanguages():
        code = name.split("-")[0].split("_")[0]
        if code in LANGUAGES:
            return code
    return "en"


def load_texts(folder: Path) -> Texts:
    """All texts by id from the folder's TOML files: tables of `id = { sv = "…", en = "…" }`; the id is table.id."""
    texts: dict[str, Mapping[str, str]] = {}
    for path in sorted(folder.glob("*.toml")):
        text = path.read_text("utf-8")
        tables = plain_tables(text) or msgspec.convert(tomllib.loads(text), Tables)
        for table, entries in tables.items():
            texts.update({f"{table}.{id}": entry for id, entry in entries.items()})
    return texts


def plain_tables(text: str) -> Tables | None:
    """What is in a file all of whose lines are headings, entries without escapes, comments or empty; else None.

    Ours are so, and are read in a twentieth of the time that any TOML takes, which the start would wait for.
    """
    tables: Tables = {}
    entries: dict[str, dict[str, str]] | None = None
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        entry = ENTRY.fullmatch(line)
        if entry is not None and entries is not None and entry[1] not in entries:
            entries[entry[1]] = {"sv": entry[2], "en": entry[3]}
            continue
        heading = HEADING.fullmatch(line)
        if heading is None or heading[1] in tables:
            return None
        entries = tables[heading[1]] = {}
    return tables
