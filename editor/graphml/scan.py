"""The one pass over a file's text: expat tells every element's place, and units are handed over as small trees.

A unit is what hangs on one record: a `key`, the `data` of a node, an edge, a graph or the file. Nodes, edges and
graphs are
announced as they begin and end. Nothing of a unit is kept here once it is handed over, so memory follows the largest
unit.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Protocol
from xml.parsers import expat

from editor.graphml.errors import GraphmlError
from editor.graphml.shortening import Gap, Shortened

STRUCTURE = frozenset({"graphml", "graph", "node", "edge", "hyperedge", "port"})
CHUNK = 1 << 20
LARGEST_ENTITY = 10_000
_NOTHING = b"<!---->"
DEEPEST = 4_000
_REASONS = {
    "syntax error": "syntaxfel",
    "no element found": "den tar slut för tidigt eller är tom",
    "not well-formed (invalid token)": "ett tecken som inte får stå där",
    "unclosed token": "en tagg är inte avslutad",
    "partial character": "ett halvt tecken",
    "mismatched tag": "start- och sluttagg hör inte ihop",
    "duplicate attribute": "samma attribut två gånger",
    "junk after document element": "något står efter slutet",
    "undefined entity": "en okänd entitet",
    "unclosed CDATA section": "ett CDATA-avsnitt är inte avslutat",
    "unbound prefix": "ett prefix utan namnrymd",
    "XML or text declaration not at start of entity": "XML-deklarationen står inte först",
    "unknown encoding": "okänd teckenkodning",
}
"""expat's reasons in Swedish."""
_START_TAG = re.compile(rb"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")


class Element:
    """An element of the file: `tag` is its local name, `space` its namespace; offsets count bytes of the text.

    start: of its "<".  close: of its end tag, or the end of the element where it has none (`<a/>`).
    text: the character data before its first child.  parent: of structural elements only, so that no circle of
    references keeps what was handed over.
    """

    __slots__ = ("attributes", "children", "close", "ordinal", "parent", "space", "start", "tag", "text")

    def __init__(self, space: str, tag: str, attributes: dict[str, str], start: int, parent: "Element | None") -> None:
        self.space = space
        self.tag = tag
        self.attributes = attributes
        self.start = start
        self.close = -1
        self.ordinal = -1
        self.parent = parent
        self.text = ""
        self.children: list[Element] | tuple[()] = ()

    def child(self, tag: str) -> "Element | None":
        """The first child with this local name."""
        for child in self.children:
            if child.tag == tag:
                return child
        return None

    def all(self, tag: str) -> "Iterator[Element]":
        """The element itself and everything below it with this local name, in document order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if element.tag == tag:
                yield element
            waiting.extend(reversed(element.children))

    def first(self, tag: str) -> "Element | None":
        return next(self.all(tag), None)


class Handler(Protocol):
    """What wants to know of a file's elements. needs_places: also where those inside of units stand."""

    needs_places: bool

    def wants(self, holder: Element) -> bool:
        """Whether the units of a structural element are to be handed over."""

    def begin(self, element: Element) -> None:
        """A structural element (graphml, graph, node, edge, hyperedge, port) begins."""

    def unit(self, element: Element, holder: Element) -> None:
        """Something else directly inside a structural element is complete."""

    def end(self, element: Element) -> None:
        """A structural element ends."""

    def comment(self, text: str) -> None:
        """A comment, anywhere."""


class Ahead(Protocol):
    """Something that was read before the scan came to it, where it ends (bytes), and what is in it."""

    @property
    def since(self) -> int:
        """Where the white space begins that stands before it, as far as that is known."""

    @property
    def end(self) -> int: ...

    def tell(self, handler: Any, holder: Element) -> None:
        """Hand it over to the handler as the scan would have done, or as they have agreed."""


class OutOfPlaceError(Exception):
    """A unit that was read ahead stands inside another."""


def tag_end(text: bytes, start: int) -> int:
    """Where the tag that begins at `start` ends, behind its ">"."""
    match = _START_TAG.match(text, start)
    if match is None:
        raise ValueError(f"no tag at byte {start}")
    return match.end()


def element_end(text: bytes, element: Element) -> int:
    """Where an element ends, behind its last ">"."""
    behind = tag_end(text, element.start)
    if text[behind - 2 : behind] == b"/>":
        return behind
    return text.index(b">", element.close) + 1


class _Scanner:
    def __init__(self, handler: Handler, shortened: Shortened | None = None) -> None:
        self._handler = handler
        self._needs_places = handler.needs_places
        self._shortened = shortened
        self._holders: list[Element] = []
        self._unit: list[Element] = []
        self._pieces: list[str] = []
        self._skipped = 0
        self._names: dict[str, tuple[str, str]] = {}
        self._entities: dict[str, int] = {}
        self.has_entities = False
        self.parser = expat.ParserCreate(encoding="utf-8", namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.buffer_size = CHUNK
        self._listen()
        self.parser.CommentHandler = handler.comment
        self.parser.EntityDeclHandler = self._entity
        self.parser.ExternalEntityRefHandler = self._external

    def parse_all(self, text: bytes, progress: Callable[[float], None] | None) -> None:
        if progress is None:
            self.parser.Parse(text, True)
            return
        for start in range(0, len(text), CHUNK):
            self.parser.Parse(text[start : start + CHUNK], False)
            progress(start / len(text))
        self.parser.Parse(b"", True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, tag = self._names.get(name) or self._split(name)
        unit = self._unit
        if unit:
            inner = unit[-1]
            element = Element(space, tag, attributes, self._here() if self._needs_places else -1, None)
            if inner.children:
                inner.children.append(element)
            else:
                inner.text = "".join(self._pieces)
                inner.children = [element]
            self._pieces.clear()
            unit.append(element)
            return
        self._pieces.clear()
        holder = self._holders[-1] if self._holders else None
        element = Element(space, tag, attributes, self._here(), holder)
        if tag in STRUCTURE and (holder is None or holder.space == space):
            self._structural(element)
        elif holder is None:
            raise self._no_graphml(tag)
        elif self._handler.wants(holder):
            unit.append(element)
        else:
            self._skip()

    def _here(self) -> int:
        at = self.parser.CurrentByteIndex
        return at if self._shortened is None else self._shortened.place(at)

    def _split(self, name: str) -> tuple[str, str]:
        space, _, tag = name.rpartition("}")
        self._names[name] = space, tag
        return space, tag

    def _structural(self, element: Element) -> None:
        if not self._holders and element.tag != "graphml":
            raise self._no_graphml(element.tag)
        if len(self._holders) == DEEPEST:
            raise self._error("Filen är kapslad orimligt djupt.", "The file is nested absurdly deep.")
        self._holders.append(element)
        self._handler.begin(element)

    def _end(self, _name: str) -> None:
        unit = self._unit
        if unit:
            element = unit.pop()
            if not element.children:
                element.text = "".join(self._pieces)
            self._pieces.clear()
            if self._needs_places:
                element.close = self._here()
            if not unit:
                self._handler.unit(element, self._holders[-1])
        else:
            holder = self._holders[-1]
            holder.close = self._here()
            self._holders.pop()
            self._handler.end(holder)

    def _skip(self) -> None:
        """Listen only for the end of the element that begins."""
        self._skipped = 1
        self.parser.StartElementHandler = self._deeper
        self.parser.EndElementHandler = self._higher
        self.parser.CharacterDataHandler = None

    def _deeper(self, _name: str, _attributes: dict[str, str]) -> None:
        self._skipped += 1

    def _higher(self, _name: str) -> None:
        self._skipped -= 1
        if not self._skipped:
            self._listen()

    def _listen(self) -> None:
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._pieces.append

    def _entity(self, name: str, parameter: int, value: str | None, *_rest: object) -> None:
        if value is None:
            return
        size = len(value) + sum(self._entities.get(inner, 0) for inner in re.findall(r"&([^#;][^;]*);", value))
        self._entities[name] = size
        self.has_entities = True
        if size > LARGEST_ENTITY:
            raise self._error(
                f"Entiteten {name} växer orimligt; det kan vara ett angrepp.",
                f"The entity {name} grows absurdly; this may be an attack.",
            )

    def _external(self, _context: str, _base: str | None, system: str | None, _public: str | None) -> int:
        raise self._error(
            f"Filen vill läsa en annan fil ({system}). Det gör Ledgraf aldrig.",
            f"The file asks for another file ({system}). Ledgraf never reads one.",
        )

    def _no_graphml(self, tag: str) -> GraphmlError:
        return self._error(
            f"Det här är inte GraphML: det yttersta elementet heter {tag}.",
            f"This is not GraphML: its outermost element is {tag}.",
        )

    def _error(self, sv: str, en: str) -> GraphmlError:
        return GraphmlError.of(sv, en, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)


class _Past(_Scanner):
    """Parses what stands between things that were read ahead, and hands these over where they stood."""

    def __init__(self, handler: Handler) -> None:
        super().__init__(handler)
        self._passed = 0
        self._is_between = False
        self.parser.CommentHandler = self._comment

    def _here(self) -> int:
        return self.parser.CurrentByteIndex + self._passed

    def _comment(self, text: str) -> None:
        self._is_between = not text
        self._handler.comment(text)

    def parse(self, text: bytes, ahead: Iterable[Ahead], progress: Callable[[float], None] | None) -> None:
        """All of it. Before something that was read ahead the parser is given an empty comment: it refuses one within a
        tag, where nothing may stand, and what it has not understood yet it does not tell of.
        """
        parse, view, at, told = self.parser.Parse, memoryview(text), 0, 0
        for found in ahead:
            since = found.since
            if since > at:
                parse(view[at:since], False)
                self._is_between = False
                parse(_NOTHING, False)
                self._passed -= len(_NOTHING)
                if not self._is_between:
                    raise OutOfPlaceError
            if self._unit or not 0 < len(self._holders) < DEEPEST:
                raise OutOfPlaceError
            found.tell(self._handler, self._holders[-1])
            at = found.end
            self._passed += at - since
            if progress is not None and at - told > CHUNK:
                told = at
                progress(at / len(text))
        parse(view[at:], True)


def scan(
    text: bytes,
    handler: Handler,
    progress: Callable[[float], None] | None = None,
    gaps: Sequence[Gap] = (),
    ahead: Iterable[Ahead] | None = None,
) -> bool:
    """Read UTF-8 text and tell `handler`; whether it declares entities. Raises GraphmlError with line and column.

    gaps: insides of elements that are known to be in order and are passed by; offsets are still those of the text.
    ahead: what is read before the scan comes to it, instead of gaps, in the order of the text. The lines of errors are
    then too small, and what stands inside a unit raises OutOfPlaceError: scan again without.
    """
    if ahead is not None:
        past = _Past(handler)
        return _parsed(past, lambda: past.parse(text, ahead, progress))
    shortened = Shortened(text, gaps) if gaps else None
    scanner = _Scanner(handler, shortened)
    return _parsed(scanner, lambda: scanner.parse_all(text if shortened is None else shortened.text, progress))


def _parsed(scanner: _Scanner, parse: Callable[[], None]) -> bool:
    try:
        parse()
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise GraphmlError.of(
            f"Filen är inte välformad XML ({_REASONS.get(reason or '', reason)}).",
            f"The file is not well-formed XML ({reason}).",
            error.lineno,
            error.offset + 1,
        ) from None
    finally:
        # Parser and scanner refer to each other, and through them all that was read would stay: nothing looks for
        # garbage while a large file is opened, and what is there then is spared afterwards.
        del scanner.parser
    return scanner.has_entities
