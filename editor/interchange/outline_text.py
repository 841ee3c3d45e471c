"""A structure as plain text, and plain text as a structure: indented lines, or rows of a spreadsheet.

Lines: one box each; what is indented further (tabs or blanks) stands under the line above. Marks of a list
("-", "•", "1.") are left out.

Rows with tabs: one box each, named by the first cell. Where the first row is headings (it begins with "Namn",
"Name", "Enhet", "Unit", "Ruta" or "Box"), the columns that `COLUMNS` knows go where they belong: kind, whom a box
stands under (by name), holder, number, tasks (divided by semicolons), contact, link and note; every other column
becomes an attribute called as its heading. Without headings the other cells become the note, a line each.
"""

import csv
import io
import math
import re
from collections.abc import Mapping, Sequence

import msgspec

from editor.errors import UserError
from editor.geometry import Point, Rect
from editor.model.document import Document
from editor.model.places import GAP_PX, NEW_SIZE
from editor.model.records import Edge, Facts, Node, Task, Tenure
from editor.model.structure import Structure
from editor.model.vocabulary import Vocabulary

MOST_ROWS = 50_000
INDENT_PX = 120.0
"""More than half a box, so that a line runs down free from the middle of the upper box."""
FEWEST_IN_COLUMN = 12
TAB = 4
LIST_MARK = re.compile(r"(?:[-*•–·▪◦‣o]|\d{1,3}[.)])[ \t]+")
NAME_HEADINGS = {"namn", "name", "enhet", "unit", "ruta", "box"}
COLUMNS: Mapping[str, str] = {
    **dict.fromkeys(("slag", "typ", "kind", "type"), "kind"),
    **dict.fromkeys(("under", "överordnad", "parent", "superior", "reports to", "rapporterar till"), "parent"),
    **dict.fromkeys(("innehavare", "chef", "holder", "person"), "holder"),
    **dict.fromkeys(("antal", "count", "number"), "count"),
    **dict.fromkeys(("uppgifter", "uppgift", "ansvar", "tasks", "task"), "tasks"),
    **dict.fromkeys(("kontakt", "contact", "e-post", "email"), "contact"),
    **dict.fromkeys(("länk", "link", "webb", "url"), "link"),
    **dict.fromkeys(("anteckning", "not", "note", "notes", "kommentar", "comment"), "note"),
}


class Row(msgspec.Struct, frozen=True):
    """A box to be: how deep it stands under the rows above, and what is said of it. `parent`: by name, from a table."""

    name: str
    depth: int = 0
    kind: str | None = None
    parent: str = ""
    facts: Facts = Facts()
    attributes: Mapping[str, str] = {}


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
    parents = _parents(rows)
    boxes = _boxes(parents)
    nodes = [
        Node(f"n{number}", row.name, row.kind, box=box, order=number, facts=row.facts, attributes=row.attributes)
        for number, (row, box) in enumerate(zip(rows, boxes, strict=True))
    ]
    edges = [
        Edge(f"e{child}", f"n{parent}", f"n{child}", bends=_bend(boxes[parent], boxes[child]), order=child)
        for child, parent in enumerate(parents)
        if parent is not None
    ]
    return Document(nodes, edges)


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
    if headings[0].casefold() in NAME_HEADINGS and len(cells) > 1:
        return [_told(headings, row, vocabulary) for row in cells[1:] if row[0]]
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


def _told(headings: Sequence[str], row: Sequence[str], vocabulary: Vocabulary) -> Row:
    known: dict[str, str] = {}
    others: dict[str, str] = {}
    for heading, cell in zip(headings[1:], row[1:], strict=False):
        column = COLUMNS.get(heading.casefold())
        if cell and column is not None and column not in known:
            known[column] = cell
        elif cell and heading:
            others[heading] = cell
    count = known.get("count", "")
    if count and not count.isdecimal():
        others[next(name for name in headings if COLUMNS.get(name.casefold()) == "count")] = count
    facts = Facts(
        count=int(count[:9]) if count.isdecimal() else None,
        tenures=tuple(Tenure(name) for name in _parts(known.get("holder", ""))),
        tasks=tuple(Task(text) for text in _parts(known.get("tasks", ""))),
        contact=known.get("contact"),
        link=known.get("link"),
        note=known.get("note"),
    )
    kind = _kind(known.get("kind", ""), vocabulary)
    return Row(row[0], kind=kind, parent=known.get("parent", ""), facts=facts, attributes=others)


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;\n]", cell) if part.strip()]


def _kind(word: str, vocabulary: Vocabulary) -> str | None:
    """The kind that is called so in one of the languages, or a new one with that id; None where nothing is said."""
    for kind in vocabulary.kinds.values():
        if word.casefold() in {kind.id, *(label.casefold() for label in kind.label.values())}:
            return kind.id
    return word or None


def _parents(rows: Sequence[Row]) -> list[int | None]:
    """The number of the row that each stands under; a table's circles are cut where they close."""
    parents: list[int | None] = []
    above: list[int] = []
    numbers: dict[str, int] = {}
    for number, row in enumerate(rows):
        numbers.setdefault(row.name.casefold(), number)
        del above[row.depth :]
        parents.append(above[-1] if above else None)
        above.append(number)
    for number, row in enumerate(rows):
        parent = numbers.get(row.parent.casefold()) if row.parent else None
        if parent is not None and not _is_below(parents, parent, number):
            parents[number] = parent
    return parents


def _is_below(parents: Sequence[int | None], lower: int, upper: int) -> bool:
    number: int | None = lower
    while number is not None and number != upper:
        number = parents[number]
    return number is not None


def _boxes(parents: Sequence[int | None]) -> list[Rect]:
    """Each box in a line of its own, indented under its parent; branches go into as many columns as look square."""
    children: dict[int | None, list[int]] = {}
    for number, parent in enumerate(parents):
        children.setdefault(parent, []).append(number)
    most = max(FEWEST_IN_COLUMN, round(1.9 * math.sqrt(len(parents))))
    places: dict[int, Rect] = {}
    left = right = 0.0
    line = 0
    waiting = [(0, root) for root in reversed(children.get(None, []))]
    while waiting:
        depth, number = waiting.pop()
        if not depth and line >= most:
            left, line = right + 2 * GAP_PX, 0
        places[number] = Rect(left + depth * INDENT_PX, line * (NEW_SIZE.y + GAP_PX), *NEW_SIZE)
        right, line = max(right, places[number].right), line + 1
        waiting.extend((depth + 1, child) for child in reversed(children.get(number, [])))
    return [places[number] for number in range(len(parents))]


def _bend(parent: Rect, child: Rect) -> tuple[Point, ...]:
    """Down from the middle of the parent and in from the side."""
    return (Point(parent.centre.x, child.centre.y),)


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
