"""Ledgraf's own public attributes: scalars as plain GraphML attributes, lists as JSON in string attributes."""

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from editor.geometry import Point
from editor.graphml.yed import number
from editor.model.records import NO_FACTS, Facts, Source, SourceDocument, Task, Tenure

PREFIX = "lg."
ORDER = "lg.order"
"""Where a file declares this attribute it says the order of siblings; elsewhere their order in the file does."""
ID, NAME, GROUP = "lg.id", "lg.name", "lg.group"
"""Where a file declares these, ids, names and nesting are plain attributes too, for programs that drop theirs."""
_WHOLE = re.compile(r"\s*[+-]?[0-9]{1,18}(?:\.0+)?\s*")
VERSION = "1"
SCALARS = {
    "sector": "sector",
    "from": "start",
    "to": "end",
    "status": "status",
    "certainty": "certainty",
    "contact": "contact",
    "link": "link",
    "note": "note",
}
NUMBERS = {"count": "count", "per_year": "per_year"}
LISTS: Mapping[str, Any] = {
    "tenures": tuple[Tenure, ...],
    "tasks": tuple[Task, ...],
    "sources": tuple[Source, ...],
}
INFO_TEXTS = ("title", "subtitle", "lang", "introduction", "source_line", "preset")
DOCUMENTS = tuple[SourceDocument, ...]


def read_facts(own: dict[str, str], lost: list[str]) -> Facts:
    """Facts from the `lg.` attributes (names without the prefix), which are taken out of `own`.

    What can't be read stays in `own`, so that it is kept as an ordinary attribute, and its name goes on `lost`.
    """
    if not own:
        return NO_FACTS
    fields: dict[str, Any] = {field: own.pop(name) for name, field in SCALARS.items() if name in own}
    for name, field in NUMBERS.items():
        if name in own and _WHOLE.fullmatch(own[name]):
            fields[field] = int(own.pop(name).partition(".")[0])
        elif name in own:
            lost.append(name)
    for name, type in LISTS.items():
        if name in own:
            try:
                fields[name] = msgspec.json.decode(own[name], type=type, strict=True)
                del own[name]
            except (msgspec.MsgspecError, UnicodeError):
                lost.append(name)
    return Facts(**fields) if fields else NO_FACTS


def written_facts(facts: Facts) -> dict[str, str]:
    """The `lg.` attributes (names without the prefix) that say these facts; nothing for what is absent."""
    own: dict[str, str] = {}
    for name, field in SCALARS.items():
        value = getattr(facts, field)
        if value is not None:
            own[name] = value
    for name, field in NUMBERS.items():
        value = getattr(facts, field)
        if value is not None:
            own[name] = str(value)
    for name in LISTS:
        value = getattr(facts, name)
        if value:
            own[name] = msgspec.json.encode(value).decode()
    return own


def points_of(text: str) -> tuple[Point, ...]:
    """Bends as Ledgraf keeps them in files that have no graphics: `x,y x,y …`; nothing where that makes no sense."""
    pairs = [pair.partition(",") for pair in text.split()]
    numbers = [(number(x), number(y)) for x, _, y in pairs]
    points = tuple(Point(x, y) for x, y in numbers if x is not None and y is not None)
    return points if len(points) == len(pairs) else ()


def text_of_points(points: tuple[Point, ...]) -> str:
    return " ".join(f"{point.x!r},{point.y!r}" for point in points)
