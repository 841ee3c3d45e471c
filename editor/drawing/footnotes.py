"""Footnotes: a number at every box and line that rests on a document, and below the chart where it is stated."""

from collections.abc import Iterable, Sequence

import msgspec

from editor.drawing.annotating import Room, box_of, described, sign, sign_width, with_shapes, with_text_below
from editor.drawing.nodes import Setting
from editor.drawing.shapes import Block, Drawing, Shape
from editor.geometry import Point
from editor.model.dates import humanised
from editor.model.document import Document
from editor.model.records import Facts, Source, SourceDocument, Task, Tenure

WORDS = {
    "sv": {"notes": "Källor", "documents": "Dokument", "paragraph": "stycke", "see": "se not"},
    "en": {"notes": "Sources", "documents": "Documents", "paragraph": "paragraph", "see": "see note"},
}
MOST_NUMBERS = 4
QUOTES = {"sv": ("”", "”"), "en": ("“", "”")}


class Note(msgspec.Struct, frozen=True):
    """One place in a document: its number, and the words quoted from there."""

    number: int
    document: str
    paragraph: int | None
    quotes: tuple[str, ...]


def notes_of(document: Document, shown: Iterable[str]) -> tuple[list[Note], dict[str, tuple[int, ...]]]:
    """The notes for the records shown, by document and paragraph, and the numbers that each record has."""
    quotes: dict[tuple[str, int | None], dict[str, int]] = {}
    rests_on: dict[str, set[tuple[str, int | None]]] = {}
    for id in shown:
        for source in _sources(document, id):
            place = (source.document, source.paragraph)
            known = quotes.setdefault(place, {})
            if source.quote:
                known.setdefault(" ".join(source.quote.split()), source.offset or 0)
            rests_on.setdefault(id, set()).add(place)
    rank = {each.id: number for number, each in enumerate(document.info.documents)}
    places = sorted(quotes, key=lambda place: (rank.get(place[0], len(rank)), place[0], place[1] or 0))
    number_of = {place: number for number, place in enumerate(places, 1)}
    notes = [
        Note(number_of[place], *place, tuple(sorted(quotes[place], key=quotes[place].__getitem__))) for place in places
    ]
    return notes, {id: tuple(sorted(number_of[place] for place in found)) for id, found in rests_on.items()}


def with_footnotes(drawing: Drawing, document: Document, setting: Setting) -> Drawing:
    """The drawing with its notes; as it is where nothing in it has a source."""
    notes, numbers = notes_of(document, [block.record for block in drawing.blocks if block.record])
    if not notes:
        return drawing
    blocks = {block.record: block for block in drawing.blocks if block.record in numbers}
    room = Room(drawing)
    signs = {id: _sign(blocks[id], numbers[id], room, setting) for id in blocks}
    words = _words(setting.lang)
    said = {id: f"{words['see']} {', '.join(map(str, numbers[id]))}" for id in blocks}
    signed = described(with_shapes(drawing, signs), said)
    return with_text_below(signed, _sections(notes, document, setting.lang), setting)


def _sign(block: Block, numbers: Sequence[int], room: Room, setting: Setting) -> list[Shape]:
    """The numbers on the lower border of a box, at its right end; on a line beside its word."""
    text = ", ".join(map(str, numbers[:MOST_NUMBERS])) + (" …" if len(numbers) > MOST_NUMBERS else "")
    width = sign_width(text, setting)
    if block.role == "edge":
        return sign(text, room.spot(block, width), setting.theme.secondary, setting)
    box = box_of(block)
    return sign(text, Point(box.right - width / 2 - 8.0, box.bottom), setting.theme.secondary, setting)


def _sections(notes: Sequence[Note], document: Document, lang: str) -> list[tuple[str, list[str]]]:
    words = _words(lang)
    known = {each.id: each for each in document.info.documents}
    ids = list(dict.fromkeys(note.document for note in notes))
    letters = {id: chr(ord("A") + number) if number < 26 else id for number, id in enumerate(ids)}
    listed = [_document_words(known.get(id) or SourceDocument(id, id), lang) for id in ids]
    if len(ids) > 1:
        listed = [f"{letters[id]}  {text}" for id, text in zip(ids, listed, strict=True)]
    items = [_note_words(note, letters[note.document] if len(ids) > 1 else "", lang) for note in notes]
    return [(words["notes"], items), (words["documents"], listed)]


def _note_words(note: Note, letter: str, lang: str) -> str:
    before, after = QUOTES.get(lang, QUOTES["en"])
    where = f"{_words(lang)['paragraph']} {note.paragraph}" if note.paragraph is not None else ""
    place = ", ".join(part for part in (letter, where) if part)
    place = place[:1].upper() + place[1:]
    quoted = "; ".join(f"{before}{quote}{after}" for quote in note.quotes)
    return f"{note.number}. " + ": ".join(part for part in (place, quoted) if part)


def _document_words(known: SourceDocument, lang: str) -> str:
    date = humanised(known.date, lang) if known.date else ""
    parts = [known.title or known.id, known.publisher or "", date, known.address or ""]
    return ", ".join(part for part in parts if part)


def _sources(document: Document, id: str) -> Iterable[Source]:
    record = document.nodes.get(id) or document.edges.get(id)
    if record is None:
        return
    items: list[Facts | Tenure | Task] = [record.facts, *record.facts.tenures, *record.facts.tasks]
    for item in items:
        yield from item.sources


def _words(lang: str) -> dict[str, str]:
    return WORDS.get(lang, WORDS["en"])
