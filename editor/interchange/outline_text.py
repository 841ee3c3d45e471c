"""A structure as plain text, and plain text as a structure: indented lines, or rows of a spreadsheet.

Lines: one box each; what is indented further (tabs or blanks) stands under the line above. Marks of a list
("-", "•", "1.") are left out.

Rows with tabs: one box each, named by the first cell. Where the first row is headings (it begins with "Namn",
"Name", "Enhet", "Unit", "Ruta" or "Box"), the columns that `columns.HEADINGS` knows go where they belong: kind, whom
a box stands under (by name), holder, number, tasks (divided by semicolons), contact, link and note; every other column
becomes an attribute called as its heading. Without headings the other cells become the note, a line each.
"""

import csv
import io
import re
from collections.abc import Sequence

from editor.errors import UserError
from editor.interchange.columns import HEADINGS, guessed, kinds_called, row_of
from editor.interchange.rows import MOST_ROWS, Row, document_of
from editor.model.document import Document
from editor.model.records import Facts
from editor.model.structure import Structure
from editor.model.vocabulary import Vocabulary

TAB = 4
LIST_MARK = re.compile(r"(?:[-*•–·▪◦‣o]|\d{1,3}[.)])[ \t]+")


def to_outline(document: Document, vocabulary: Vocabulary) -> str:
    """Every box as a line, its depth in tabs; ends with a newline where there is any."""
    structure = Structure(document, vocabulary)
    lines: list[str] = []
    waiting = [(0, id) for id in reversed(structure.roots)]
    while waiting:
        depth, id = waiting.pop()
        lines.append("\t" * depth + " ".join(document.nodes[id].name.split()))
        waiting.extend((depth + 1, child) for child in reversed(structure.children.get(id, [])))
    return "".join(f"{line}\n" for line in lines)


def read_outline(text: str, vocabulary: Vocabulary) -> Document:
    """A document of what the text says, with a place for every box. UserError where no box can be made of it."""
    rows = rows_of(text, vocabulary)
    if not any(any(letter.isalnum() for letter in row.name) for row in rows):
        raise _nothing()
    if len(rows) > MOST_ROWS:
        raise _too_many(len(rows))
    return document_of(rows)


def rows_of(text: str, vocabulary: Vocabulary) -> list[Row]:
    """What the text says, row by row."""
    text = _cleaned(text)
    return _table(text, vocabulary) if _is_table(text) else _lines(text)


def _cleaned(text: str) -> str:
    """Line ends as they are here, and no control characters, which no file could hold."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return "".join(c for c in text if c in "\n\t" or (c.isprintable() or c == "\u00a0"))


def _is_table(text: str) -> bool:
    """Whether a tab stands between words, and not only before them or after the mark of a list."""
    return any("\t" in LIST_MARK.sub("", line.strip(), count=1) for line in text.split("\n"))


def _lines(text: str) -> list[Row]:
    rows: list[Row] = []
    widths: list[int] = []
    for line in text.split("\n"):
        words = line.strip()
        name = LIST_MARK.sub("", words, count=1) if len(words) > 1 else words
        if not name:
            continue
        width = len(line.expandtabs(TAB)) - len(line.expandtabs(TAB).lstrip())
        while widths and widths[-1] >= width:
            widths.pop()
        rows.append(Row(name, len(widths)))
        widths.append(width)
    return rows


def _table(text: str, vocabulary: Vocabulary) -> list[Row]:
    cells = [row for cells in _cells(text) if any(row := [cell.strip() for cell in cells])]
    headings = [" ".join(cell.split()) for cell in cells[0]]
    if HEADINGS.get(headings[0].casefold()) == "name" and len(cells) > 1:
        fields = guessed(headings)
        kinds = kinds_called(vocabulary)
        return [row_of(headings, fields, row, kinds) for row in cells[1:] if row[0]]
    return [_untold(row) for row in cells]


def _cells(text: str) -> list[list[str]]:
    """Cells as a spreadsheet copies them: those with line ends or quotes inside are quoted."""
    try:
        return list(csv.reader(io.StringIO(text), "excel-tab"))
    except csv.Error:  # a stray quote that swallows the rest
        return [line.split("\t") for line in text.split("\n")]


def _untold(row: Sequence[str]) -> Row:
    """A row without headings: the first cell that says something is the name, what follows the note."""
    said = [cell for cell in row if cell]
    return Row(said[0], facts=Facts(note="\n".join(said[1:]) or None))


def _nothing() -> UserError:
    return UserError(
        {
            "sv": "Det finns ingen text i urklipp att göra rutor av.",
            "en": "The clipboard has no text to make boxes of.",
        },
        {
            "sv": "Kopiera rutor, en lista med en rad per ruta eller rader ur ett kalkylblad, och klistra in igen.",
            "en": "Copy boxes, a list with a line for each box or rows of a spreadsheet, and paste again.",
        },
    )


def _too_many(count: int) -> UserError:
    return UserError(
        {
            "sv": f"Texten i urklipp har {count} rader, fler än {MOST_ROWS} rutor blir det ingen karta av.",
            "en": f"The text on the clipboard has {count} lines; more than {MOST_ROWS} boxes make no chart.",
        },
        {"sv": "Klistra in en del i taget.", "en": "Paste a part at a time."},
    )
