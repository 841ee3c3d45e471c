"""The frozen records that a document is made of: nodes, edges, and what is said of the document as a whole.

A record is never changed; a transaction puts another one in its place. Records compare by value. The words follow
GraphML (node, edge, port) for the graph and the project's vocabulary for the facts; every date is text in EDTF
(ISO 8601-2), every length is in pixels.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from editor.geometry import Point, Rect

NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})
DOCUMENT_ID = ""
"""The id under which the document's own record (`Info`) travels in change sets."""


class Source(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where something is stated: a document on the graph, its paragraph (counted from 1), and maybe the words.

    paragraph: among the text's lines that aren't blank.  offset: of the quote, counted from the start of that line.
    """

    document: str
    paragraph: int | None = None
    quote: str | None = None
    offset: int | None = None


class Tenure(msgspec.Struct, frozen=True, omit_defaults=True, rename={"start": "from", "end": "to"}):
    """Somebody's time in a post. `person` is an id that the same person has in every post; None where unknown."""

    name: str
    person: str | None = None
    party: str | None = None
    start: str | None = None
    end: str | None = None
    status: str | None = None
    certainty: str | None = None
    sources: tuple[Source, ...] = ()


class Task(msgspec.Struct, frozen=True, omit_defaults=True, rename={"start": "from", "end": "to"}):
    """Something that its owner answers for."""

    text: str
    start: str | None = None
    end: str | None = None
    status: str | None = None
    certainty: str | None = None
    sources: tuple[Source, ...] = ()


class SourceDocument(msgspec.Struct, frozen=True, omit_defaults=True):
    """A document that facts rest on."""

    id: str
    title: str
    publisher: str | None = None
    date: str | None = None
    address: str | None = None


class Facts(msgspec.Struct, frozen=True, omit_defaults=True):
    """What can be said of a node or an edge beyond its name and kind; an absent fact is None or empty."""

    sector: str | None = None
    count: int | None = None
    per_year: int | None = None
    start: str | None = None
    end: str | None = None
    status: str | None = None
    certainty: str | None = None
    tenures: tuple[Tenure, ...] = ()
    tasks: tuple[Task, ...] = ()
    sources: tuple[Source, ...] = ()
    contact: str | None = None
    link: str | None = None
    note: str | None = None


NO_FACTS = Facts()


class Look(msgspec.Struct, frozen=True, omit_defaults=True, cache_hash=True):
    """How the file itself asks for an element to be drawn; None = not said, so the kind or the theme decides.

    Colours are `#rrggbb` or `#rrggbbaa` (alpha last); "none" means expressly not painted.
    text_fill, text_border: behind its words and around them.  align: how its lines stand below each other, "left" or
    "right"; None = in the middle.  text_hidden: its words are kept and not drawn.
    compartments: what a UML class lists below its name, attributes and methods; shown, not edited.
    Thousands of elements share few looks, so what follows from one is noted by it, and its hash is kept.
    """

    shape: str | None = None
    fill: str | None = None
    border: str | None = None
    border_width: float | None = None
    border_style: str | None = None
    text_color: str | None = None
    font_size: float | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    align: str | None = None
    text_fill: str | None = None
    text_border: str | None = None
    text_hidden: bool = False
    source_arrow: str | None = None
    target_arrow: str | None = None
    curve: str | None = None
    image: str | None = None
    compartments: tuple[str, ...] = ()


NO_LOOK = Look()
TEXT_FIELDS = (
    *("text_color", "font_size", "bold", "italic", "underline", "align"),
    *("text_fill", "text_border", "text_hidden"),
)
"""What of a look is said of words."""


MIDDLE = 0.5


class Spot(NamedTuple):
    """Where a text stands at a box: which part of the box from its top left (0 to 1 in both directions), which part of
    the text stands there, and how far off in px.  is_wide: its own area is as wide as the box.
    """

    of_box: Point
    of_text: Point
    off: Point
    is_wide: bool = False


class Along(NamedTuple):
    """Where a text stands at a line.

    part: how far along, in parts of the line (less than 0 and more than 1: beyond its ends), or of one stretch of it.
    aside: how far from there to the left of the line's direction, in px; to_border: up to the text's border, not its
    middle; up: upwards, whichever way the line runs.  stretch: from 0, negative ones from the end; None = the line.
    """

    part: float = 0.5
    aside: float = 0.0
    to_border: bool = False
    up: bool = False
    stretch: int | None = None


class Label(msgspec.Struct, frozen=True, omit_defaults=True):
    """A further label of a node or edge. `offset` is the text's top left corner relative to the node's, if stated;
    others say at which `spot` of a box they stand, or where `along` a line.
    """

    text: str
    offset: Point | None = None
    size: Point | None = None
    look: Look = NO_LOOK
    spot: Spot | None = None
    along: Along | None = None


class Node(msgspec.Struct, frozen=True):
    """A box of the chart, and a GraphML node.

    id: unique among all nodes and edges of the document.
    name: the text of its first label, lines divided by newlines.
    kind: an id of the vocabulary, or None.
    group: the id of the node whose nested graph holds this one; None at the top.
    graph: which of the file's top graphs it stands in, from 0.
    box: top left corner and size in drawing coordinates; None = not placed yet.
    placed: False where `box` is only the editor's suggestion, which is not saved until somebody moves it.
    is_group / folded: whether it can hold others, and whether they are hidden now.
    collapsed: whether the branch below it is hidden.
    pinned: a layout leaves it where it is.
    order: its place among its siblings; smaller comes first. In a file that was read: the document order.
    name_spot: where the name stands in a box that brings a look of its own; None = in its middle.
    labels: the labels after the first.  attributes: the other plain GraphML attributes by `attr.name`, as text.
    """

    id: str
    name: str = ""
    kind: str | None = None
    group: str | None = None
    box: Rect | None = None
    order: float = 0.0
    placed: bool = True
    is_group: bool = False
    folded: bool = False
    collapsed: bool = False
    pinned: bool = False
    graph: int = 0
    look: Look = NO_LOOK
    facts: Facts = NO_FACTS
    name_spot: Spot | None = None
    labels: tuple[Label, ...] = ()
    attributes: Mapping[str, str] = NO_ATTRIBUTES


class Edge(msgspec.Struct, frozen=True):
    """A relation between two nodes, and a GraphML edge.

    bends: corner points between the ends, in drawing coordinates.
    source_offset / target_offset: where the line is attached, counted from the centre of the node.
    loose: whether the editor found the way by itself: it follows boxes that move, and is saved where both are placed.
    name: the text of its first label.  name_at: where the file puts its middle, counted from where the line leaves its
    source's box; name_along: or where along the line.  The other fields are as for `Node`.
    """

    id: str
    source: str
    target: str
    name: str = ""
    kind: str | None = None
    directed: bool = True
    bends: tuple[Point, ...] = ()
    source_offset: Point | None = None
    target_offset: Point | None = None
    name_at: Point | None = None
    name_along: Along | None = None
    order: float = 0.0
    look: Look = NO_LOOK
    facts: Facts = NO_FACTS
    labels: tuple[Label, ...] = ()
    attributes: Mapping[str, str] = NO_ATTRIBUTES
    loose: bool = False

    @property
    def follows(self) -> bool:
        """Whether this program leads it, so that its way follows boxes that move; others keep what was drawn."""
        return self.kind is not None or self.loose


class Info(msgspec.Struct, frozen=True):
    """What is said of the document as a whole.

    lang: the language of its texts (BCP 47), "" where unknown.  preset: the layout it was last laid out with.
    types: what the values of plain attributes are where they are not text, by `node.NAME`, `edge.NAME`, `graph.NAME`:
    a type of GraphML.  seems_up: whether its lines seemed to point to the parent when it was opened; what `lg.arrows`
    says goes before, and nothing is saved of it.
    """

    id: str = DOCUMENT_ID
    title: str = ""
    subtitle: str = ""
    lang: str = ""
    introduction: str = ""
    source_line: str = ""
    preset: str | None = None
    documents: tuple[SourceDocument, ...] = ()
    attributes: Mapping[str, str] = NO_ATTRIBUTES
    types: Mapping[str, str] = NO_ATTRIBUTES
    seems_up: bool = False


Record = Node | Edge | Info
