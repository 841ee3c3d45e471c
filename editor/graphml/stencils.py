"""Units of yEd's graphics that differ from one read before only in places, sizes and words are not parsed again.

A file of ten thousand boxes says the same twenty attributes ten thousand times. From the first of such units a pattern
is made, a stencil: the unit's bytes with holes where places, sizes and words stand. What matches it is as well-formed
as the first was, and only the holes are read.
"""

import re
from collections.abc import Iterator, Mapping

import msgspec

from editor.graphml.errors import GraphmlError
from editor.graphml.scan import Element, scan, tag_end

WORTHWHILE_BYTES = 100_000
MOST = 24
"""Stencils of a file; trying more than this costs what it saves."""
TRIED_BEFORE_GIVING_UP = 8
_PLACE = ("x", "y", "width", "height")
_HOLES: Mapping[str, tuple[str, ...]] = {
    "Geometry": _PLACE,
    "NodeLabel": _PLACE,
    "EdgeLabel": _PLACE,
    "Path": ("sx", "sy", "tx", "ty"),
    "Point": ("x", "y"),
}
"""Attributes that say no look, by the element that has them."""
_WITH_WORDS = ("NodeLabel", "EdgeLabel")
_TEXT = ""
_VALUE = rb'([^"<&\x00-\x1f\xef]*)'
_WORDS = rb"([^<&\]\x00-\x08\x0b-\x1f\xef]*)"
"""What stands for itself in XML; \\xef begins the few characters beyond it that are not allowed, and many that are."""
_HIDDEN = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)
_BEGIN = b"<data "
_ROOT = re.compile(rb"""<(?:[\w.-]+:)?graphml(?:\s[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*)?>""")
_END = b"</data>"
Slot = tuple[Element, str]


class Template(Element):
    """The unit a stencil was made of, filled with the words of another; whoever is given it takes what it wants at
    once.
    """

    __slots__ = ()


class Found(msgspec.Struct, frozen=True):
    """A unit that matches a stencil: its first byte, the one behind it, and what stands in the holes."""

    start: int
    end: int
    stencil: "Stencil"
    values: tuple[bytes, ...]

    def element(self) -> Element:
        return self.stencil.filled(self.values)


class Stencil:
    """A unit with holes."""

    def __init__(self, pattern: re.Pattern[bytes], slots: list[Slot], element: Element) -> None:
        self.match = pattern.match
        self._slots = slots
        self._element = element

    def filled(self, values: tuple[bytes, ...]) -> Element:
        """The same element each time, with other values."""
        for (element, name), value in zip(self._slots, values, strict=True):
            if name:
                element.attributes[name] = value.decode()
            else:
                element.text = value.decode()
        return self._element


class _Collector:
    """Keeps the first unit of a small file, with the places of all that is in it."""

    needs_places = True

    def __init__(self) -> None:
        self.element: Element | None = None

    def wants(self, holder: Element) -> bool:
        return True

    def begin(self, element: Element) -> None:
        pass

    def unit(self, element: Element, holder: Element) -> None:
        self.element = self.element or element

    def end(self, element: Element) -> None:
        pass

    def comment(self, text: str) -> None:
        pass


def read_ahead(text: bytes) -> list[Found]:
    """The units of a file (UTF-8) that need no parser, in the order of the text; none where that is not worth while or
    not certain.
    """
    root = _ROOT.search(text, 0, 100_000)
    if len(text) < WORTHWHILE_BYTES or root is None or b"<!DOCTYPE" in text[: root.start()]:
        return []
    if text.find(b"xmlns", root.end()) >= 0:
        return []  # a prefix may mean something else further on
    return list(_found(text, root))


def _found(text: bytes, root: "re.Match[bytes]") -> Iterator[Found]:
    stencils: list[Stencil] = []
    learned = matched = 0
    at = root.end()
    hidden = _hidden(text, at)
    first, behind = next(hidden)
    while (start := text.find(_BEGIN, at)) >= 0:
        while behind <= start:
            first, behind = next(hidden)
        at = start + len(_BEGIN)
        if first < start:
            continue
        found = _matching(text, start, stencils)
        if found is not None:
            matched += 1
            at = found.end
            yield found
        elif learned < MOST:
            stencil = _learned(text, start, root[0])
            if stencil is not None:
                learned += 1
                stencils.insert(0, stencil)
        if learned > TRIED_BEFORE_GIVING_UP and matched < learned * 4:
            return


def _hidden(text: bytes, at: int) -> Iterator[tuple[int, int]]:
    """The comments, CDATA sections and instructions behind a byte, at last one that never ends."""
    declaration, instruction = _next(text, b"<!", at), _next(text, b"<?", at)
    while True:
        start = min(declaration, instruction)
        match = _HIDDEN.match(text, start)
        if match is None:
            yield start, len(text) + 1
            return
        yield match.span()
        if declaration < match.end():
            declaration = _next(text, b"<!", match.end())
        if instruction < match.end():
            instruction = _next(text, b"<?", match.end())


def _next(text: bytes, mark: bytes, at: int) -> int:
    found = text.find(mark, at)
    return found if found >= 0 else len(text)


def _matching(text: bytes, start: int, stencils: list[Stencil]) -> Found | None:
    for index, stencil in enumerate(stencils):
        match = stencil.match(text, start)
        if match is not None:
            if index:
                stencils.insert(0, stencils.pop(index))
            return Found(start, match.end(), stencil, match.groups())
    return None


def _learned(text: bytes, start: int, root: bytes) -> Stencil | None:
    """A stencil of the unit that begins at `start`; None where it has no holes, or is not simple enough."""
    end = text.find(_END, start) + len(_END)
    unit = text[start:end]
    if b"<!" in unit or b"<?" in unit or b"&" in unit or b"<" not in unit[1 : -len(_END)]:
        return None
    element = _parsed(root, unit)
    if element is None:
        return None
    holes = sorted(_holes(unit, element, len(root)), key=_first)
    if not holes:
        return None
    pattern, at = b"", 0
    for hole in holes:
        pattern += re.escape(unit[at : hole.start]) + (_VALUE if hole.name else _WORDS)
        at = hole.end
    pattern += re.escape(unit[at:])
    return Stencil(re.compile(pattern), [(hole.element, hole.name) for hole in holes], _template(element))


def _parsed(root: bytes, unit: bytes) -> Element | None:
    collector = _Collector()
    name = root[1:].split(None, 1)[0].rstrip(b">")
    try:
        scan(root + unit + b"</" + name + b">", collector)
    except GraphmlError:
        return None
    return collector.element


class _Hole(msgspec.Struct, frozen=True):
    """Bytes of a unit: the value of an attribute of `element`, or its words where `name` is empty."""

    start: int
    end: int
    element: Element
    name: str


def _first(hole: _Hole) -> int:
    return hole.start


def _holes(unit: bytes, element: Element, shift: int) -> Iterator[_Hole]:
    names = _HOLES.get(element.tag, ())
    if names:
        start = element.start - shift
        end = tag_end(unit, start)
        for name in names:
            value = re.search(rb"\s" + name.encode() + rb'="([^"]*)"', unit[start:end])
            if value is not None:
                yield _Hole(start + value.start(1), start + value.end(1), element, name)
        if element.tag in _WITH_WORDS and unit[end - 2 : end] != b"/>":
            yield _Hole(end, unit.index(b"<", end), element, _TEXT)
    for child in element.children:
        yield from _holes(unit, child, shift)


def _template(element: Element) -> Template:
    template = Template(element.space, element.tag, element.attributes, element.start, None)
    template.text, template.children = element.text, element.children
    return template
