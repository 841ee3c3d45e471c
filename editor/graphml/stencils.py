"""Pieces of a file that differ from one read before only in places, sizes, ids and words are not parsed again.

A file of ten thousand boxes says the same twenty attributes ten thousand times. From the first of such pieces a pattern
is made, a stencil: its bytes with holes where places, sizes, ids and words stand. What matches it is as well-formed as
the first was, and only the holes are read. A piece is a whole node or edge with all its data, or one `data` of it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

import msgspec

from editor.graphml.errors import GraphmlError
from editor.graphml.scan import Element, Handler, scan, tag_end

_PLACE = ("x", "y", "width", "height")
_HOLES: Mapping[str, tuple[str, ...]] = {
    "node": ("id",),
    "edge": ("id", "source", "target"),
    "Geometry": _PLACE,
    "NodeLabel": _PLACE,
    "EdgeLabel": _PLACE,
    "Path": ("sx", "sy", "tx", "ty"),
    "Point": ("x", "y"),
    "RectD": ("X", "Y", "Width", "Height"),
    "Bend": ("Location",),
}
"""Attributes that say no look, by the element that has them."""
_WITH_WORDS = ("NodeLabel", "EdgeLabel", "Label.Text")
_SHARED = ("SharedData", "Resources")
"""What is kept when it is handed over, and so must not be filled anew."""
_TEXT = ""
_VALUE = rb'([^"<&\x00-\x1f\xef]*)'
_WORDS = rb"([^<&\]\x00-\x08\x0b-\x1f\xef]*)"
"""What stands for itself in XML; \\xef begins the few characters beyond it that are not allowed, and many that are."""
FURTHEST = 4096
"""How much longer than the first of its kind a piece may be to be found when the pattern isn't made yet."""
_BEFORE = rb"[ \t\n]*()"
"""White space, and a group that tells where it ends."""
_BOUND = re.compile(rb"</?(?:graph|node|edge|hyperedge|port|data)[\s/>]")
_DATA_ENDS = b"</data>"
Slot = tuple[Element, str]


class Template(Element):
    """The piece a stencil was made of, filled with the words of another; whoever is given it takes what it wants at
    once.
    """

    __slots__ = ()


class Hearer(Handler, Protocol):
    """What wants to know of whole nodes and edges that match a stencil."""

    def whole(self, found: "Found", holder: Element) -> None:
        """One of them, directly inside of `holder`."""


class Found(msgspec.Struct, frozen=True, gc=False):
    """A piece that matches a stencil: its first byte, the one behind it, and what stands in the holes.

    since: where the white space begins that stands before it.  values: first one that is always empty.
    """

    since: int
    start: int
    end: int
    stencil: "Stencil"
    values: tuple[bytes, ...]

    @property
    def close(self) -> int:
        """Where its end tag begins; its end where it has none."""
        return self.end - self.stencil.closes

    def tell(self, handler: Hearer, holder: Element) -> None:
        if self.stencil.head is None:
            self.stencil.tell(self, handler, holder)
        else:
            handler.whole(self, holder)


class Stencil:
    """A piece with holes. head: the node or edge, None for a single unit.  closes: how far before its end it closes."""

    def __init__(
        self,
        piece: bytes,
        holes: list["_Hole"],
        slots: list[Slot],
        head: Element | None,
        units: list[Element],
        closes: int,
    ) -> None:
        self._piece = piece
        self._holes = holes
        self._match: Callable[[bytes, int], re.Match[bytes] | None] | None = None
        self.holes = {slot: index for index, slot in enumerate(slots, 1)}
        self._attributes = [(index, element.attributes, name) for (element, name), index in self.holes.items() if name]
        self._texts = [(index, element) for (element, name), index in self.holes.items() if not name]
        self.head = head
        self.units = units
        self.closes = closes

    def found(self, text: bytes, at: int) -> Found | None:
        """What begins there, white space apart, if it matches."""
        if self._match is None:
            if not self._is_likely(text, at):
                return None
            self._match = re.compile(_BEFORE + _pattern(self._piece, self._holes)).match
        match = self._match(text, at)
        return None if match is None else Found(at, match.start(1), match.end(), self, match.groups())

    def _is_likely(self, text: bytes, at: int) -> bool:
        """Whether all between the holes comes in this order: making a pattern takes as long as a hundred such looks,
        and most are never needed.
        """
        furthest = at + len(self._piece) + FURTHEST
        for part in _between(self._piece, self._holes):
            at = text.find(part, at, furthest)
            if at < 0:
                return False
            at += len(part)
        return True

    def tell(self, found: Found, handler: Handler, holder: Element) -> None:
        """Hand over the same elements each time, with other values."""
        values = found.values
        for index, attributes, name in self._attributes:
            attributes[name] = values[index].decode()
        for index, element in self._texts:
            element.text = values[index].decode()
        head = self.head
        if head is None:
            handler.unit(self.units[0], holder)
            return
        head.parent, head.start = holder, found.start
        handler.begin(head)
        for unit in self.units:
            handler.unit(unit, head)
        head.close = found.close
        handler.end(head)
        head.parent = None


class _Collector:
    """Keeps what a small file says, with the places of all that is in it."""

    needs_places = True

    def __init__(self) -> None:
        self.begun: list[Element] = []
        self.units: list[Element] = []

    def wants(self, holder: Element) -> bool:
        return True

    def begin(self, element: Element) -> None:
        self.begun.append(element)

    def unit(self, element: Element, holder: Element) -> None:
        self.units.append(element)

    def end(self, element: Element) -> None:
        pass

    def comment(self, text: str) -> None:
        pass


def learned(text: bytes, start: int, tag: bytes, root: bytes) -> Stencil | None:
    """A stencil of the node, edge or data that begins at `start`; None where it has no holes, or is not simple enough.

    root: the start tag of the file's outermost element, on which depends what prefixes mean.
    """
    end = _end_of_data(text, start) if tag == b"data" else _end_of_whole(text, start, tag)
    if end is None:
        return None
    piece = text[start:end]
    if b"<!" in piece or b"<?" in piece or b"&" in piece:
        return None
    return _of_unit(piece, root) if tag == b"data" else _of_whole(piece, root)


def _end_of_data(text: bytes, start: int) -> int | None:
    end = text.find(_DATA_ENDS, start) + len(_DATA_ENDS)
    return end if end > start and b"<" in text[start + 1 : end - len(_DATA_ENDS)] else None


def _end_of_whole(text: bytes, start: int, tag: bytes) -> int | None:
    """Where a node or an edge ends in which nothing but data stands."""
    try:
        behind = tag_end(text, start)
    except ValueError:
        return None
    if text[behind - 2 : behind] == b"/>":
        return behind
    for bound in _BOUND.finditer(text, behind):
        if bound[0][:5] != b"<data" and bound[0][:6] != b"</data":
            return bound.end() if bound[0] == b"</" + tag + b">" else None
    return None


def _of_unit(piece: bytes, root: bytes) -> Stencil | None:
    found = _parsed(root, b"", piece, b"")
    if found is None or len(found.units) != 1:
        return None
    unit = found.units[0]
    if any(unit.first(tag) is not None for tag in _SHARED):
        return None
    holes = sorted(_holes(piece, unit, len(root)), key=_first)
    if not holes:
        return None
    template = _template(unit)
    return Stencil(piece, holes, [(hole.element, hole.name) for hole in holes], None, [template], 0)


def _of_whole(piece: bytes, root: bytes) -> Stencil | None:
    before = b"<graph>"
    found = _parsed(root, before, piece, b"</graph>")
    if found is None or len(found.begun) != 3 or any(unit.tag != "data" for unit in found.units):
        return None
    head, shift = found.begun[2], len(root) + len(before)
    holes = list(_own_holes(piece, head, shift))
    if not any(hole.name != "id" or head.tag == "node" for hole in holes):
        return None
    for unit in found.units:
        holes += _holes(piece, unit, shift) if unit.children else _words_of(piece, unit, shift)
    holes.sort(key=_first)
    closes = shift + len(piece) - head.close
    head.parent = None
    units: list[Element] = [_template(unit) for unit in found.units]
    slots = [(hole.element, hole.name) for hole in holes]
    for unit, template in zip(found.units, units, strict=True):
        slots = [(template, name) if element is unit else (element, name) for element, name in slots]
    return Stencil(piece, holes, slots, head, units, closes)


def _parsed(root: bytes, before: bytes, piece: bytes, behind: bytes) -> _Collector | None:
    collector = _Collector()
    name = root[1:].split(None, 1)[0].rstrip(b">")
    try:
        scan(root + before + piece + behind + b"</" + name + b">", collector)
    except GraphmlError:
        return None
    return collector


class _Hole(msgspec.Struct, frozen=True):
    """Bytes of a piece: the value of an attribute of `element`, or its words where `name` is empty."""

    start: int
    end: int
    element: Element
    name: str


def _first(hole: _Hole) -> int:
    return hole.start


def _between(piece: bytes, holes: list[_Hole]) -> list[bytes]:
    """What stands before, between and behind the holes."""
    begins, ends = [0, *(hole.end for hole in holes)], [*(hole.start for hole in holes), len(piece)]
    return [piece[begin:end] for begin, end in zip(begins, ends, strict=True)]


def _pattern(piece: bytes, holes: list[_Hole]) -> bytes:
    first, *others = map(re.escape, _between(piece, holes))
    values = (_VALUE if hole.name else _WORDS for hole in holes)
    return first + b"".join(value + other for value, other in zip(values, others, strict=True))


def _holes(piece: bytes, element: Element, shift: int) -> Iterator[_Hole]:
    """Those of an element and of all inside it."""
    if element.tag in _HOLES:
        yield from _own_holes(piece, element, shift)
    if element.tag in _WITH_WORDS:
        yield from _words_of(piece, element, shift)
    for child in element.children:
        yield from _holes(piece, child, shift)


def _own_holes(piece: bytes, element: Element, shift: int) -> Iterator[_Hole]:
    start = element.start - shift
    end = tag_end(piece, start)
    for name in _HOLES[element.tag]:
        value = re.search(rb"\s" + name.encode() + rb'="([^"]*)"', piece[start:end])
        if value is not None:
            yield _Hole(start + value.start(1), start + value.end(1), element, name)


def _words_of(piece: bytes, element: Element, shift: int) -> Iterator[_Hole]:
    """The words before the first child; none where the element is but a tag."""
    end = tag_end(piece, element.start - shift)
    if piece[end - 2 : end] != b"/>":
        yield _Hole(end, piece.index(b"<", end), element, _TEXT)


def _template(element: Element) -> Template:
    template = Template(element.space, element.tag, element.attributes, element.start, None)
    template.text, template.children = element.text, element.children
    return template
