"""Tables from spreadsheets (.csv, .tsv, .xlsx, .xls, .ods) as boxes: cells, what the columns mean, what was wrong."""

import csv
import io
from collections.abc import Sequence

import msgspec

from editor.errors import UserError
from editor.interchange.columns import guessed, has_headings, kinds_called, row_of
from editor.interchange.rows import MOST_ROWS, Problem, Row, document_of, parents_of
from editor.model.document import Document
from editor.model.vocabulary import Vocabulary

TEXT_ENDINGS = (".csv", ".tsv", ".tab")
BOOK_ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods")
ENDINGS = TEXT_ENDINGS + BOOK_ENDINGS
DELIMITERS = ";\t,|"
SAMPLE_LINES = 50


class Table(msgspec.Struct, frozen=True):
    """headings: of the columns, "" or "1", "2", … where the table has none.  rows: the cells below them."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def guess(self) -> list[str]:
        return guessed(self.headings, self.rows)


class Imported(msgspec.Struct, frozen=True):
    """The document that a table makes, and what the user should know of it."""

    document: Document
    problems: tuple[Problem, ...]


def read_table(data: bytes, ending: str) -> Table:
    """The table that a file's bytes say. UserError where there is none."""
    cells = _book(data) if ending.lower() in BOOK_ENDINGS else _text(data, ending)
    cells = [row for row in cells if any(row)]
    if not cells:
        raise _empty()
    if len(cells) > MOST_ROWS:
        raise _too_many(len(cells))
    width = max(len(row) for row in cells)
    padded = [(*row, *[""] * (width - len(row))) for row in cells]
    if has_headings(cells):
        return Table(padded[0], tuple(padded[1:]))
    return Table(tuple(str(number + 1) for number in range(width)), tuple(padded))


def imported(table: Table, fields: Sequence[str], vocabulary: Vocabulary) -> Imported:
    """The document by these meanings of the columns (see `columns.FIELDS`). UserError where no row has a name."""
    rows: list[Row] = []
    problems: list[Problem] = []
    kinds = kinds_called(vocabulary)
    for number, cells in enumerate(table.rows):
        row = row_of(table.headings, fields, cells, kinds)
        if row.name:
            rows.append(row)
        else:
            problems.append(_nameless(number))
    if not rows:
        raise _no_names()
    _, wrong = parents_of(rows)
    return Imported(document_of(rows), (*problems, *wrong, *_doubles(rows)))


def decoded(data: bytes) -> str:
    """Text by its mark, as UTF-8, or as Windows-1252, which Excel writes on most machines and which fits any bytes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _text(data: bytes, ending: str) -> list[tuple[str, ...]]:
    text = decoded(data).replace("\0", "")
    delimiter = "\t" if ending.lower() in (".tsv", ".tab") else _delimiter(text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:  # a stray quote that swallows the rest
        rows = [line.split(delimiter) for line in text.splitlines()]
    return [tuple(cell.strip() for cell in row) for row in rows]


def _delimiter(text: str) -> str:
    """The sign that divides the first lines into the same number of cells, and the most of them."""
    lines = [line for line in text.splitlines()[:SAMPLE_LINES] if line.strip()]
    counts = {sign: [line.count(sign) for line in lines] for sign in DELIMITERS}
    return max(DELIMITERS, key=lambda sign: (min(counts[sign], default=0), sum(counts[sign])))


def _book(data: bytes) -> list[tuple[str, ...]]:
    """The first sheet that says anything."""
    from python_calamine import CalamineError, CalamineWorkbook  # only where a workbook is opened

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    except (CalamineError, ValueError, OSError) as error:
        raise UserError(
            {"sv": "Arbetsboken kan inte läsas.", "en": "The workbook can't be read."},
            {
                "sv": f"Öppna den i kalkylprogrammet och spara den på nytt, eller spara som CSV. ({error})",
                "en": f"Open it in the spreadsheet program and save it anew, or save it as CSV. ({error})",
            },
        ) from error
    filled = ([tuple(_said(cell) for cell in row) for row in sheet] for sheet in sheets)
    return next((sheet for sheet in filled if any(any(row) for row in sheet)), [])


def _said(cell: object) -> str:
    """A cell as its reader sees it: whole numbers without a point, dates as ISO 8601."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split(" ")).strip()


def _doubles(rows: Sequence[Row]) -> list[Problem]:
    """Names that several rows have and that somebody stands under: the first is taken."""
    wanted = {row.parent.casefold() for row in rows if row.parent}
    seen: set[str] = set()
    problems = []
    for number, row in enumerate(rows):
        name = row.name.casefold()
        if name in seen and name in wanted:
            problems.append(_double(number, row))
        seen.add(name)
    return problems


def _double(number: int, row: Row) -> Problem:
    return Problem(
        number,
        {
            "sv": f"”{row.name}” finns flera gånger. Det som står under den hamnar under den första.",
            "en": f"“{row.name}” is there several times. What stands under it goes under the first.",
        },
    )


def _nameless(number: int) -> Problem:
    return Problem(
        number, {"sv": "Raden har inget namn och hoppas över.", "en": "The row has no name and is passed over."}
    )


def _empty() -> UserError:
    return UserError(
        {"sv": "Tabellen är tom.", "en": "The table is empty."},
        {"sv": "Välj en fil med en rad för varje ruta.", "en": "Choose a file with a row for each box."},
    )


def _no_names() -> UserError:
    return UserError(
        {"sv": "Ingen rad har något namn.", "en": "No row has a name."},
        {"sv": "Säg vilken kolumn som är rutans namn.", "en": "Say which column is the name of the box."},
    )


def _too_many(count: int) -> UserError:
    return UserError(
        {
            "sv": f"Tabellen har {count} rader; av fler än {MOST_ROWS} rutor blir det inget diagram.",
            "en": f"The table has {count} rows; more than {MOST_ROWS} boxes make no chart.",
        },
        {"sv": "Ta en del i taget.", "en": "Take a part at a time."},
    )
