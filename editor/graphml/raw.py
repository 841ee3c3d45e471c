"""What a file says of a node or an edge, before records are made of it."""

import msgspec

from editor.geometry import Point, Rect
from editor.model.records import NO_LOOK, Label, Look


class RawNode(msgspec.Struct):
    """What the file says of a node. `parent` is the node whose nested graph holds it, `graph` its top graph;
    `picture` is the id of a resource that stands elsewhere in the file. `holds_others`: nodes, ports and the like."""

    id: str | None
    parent: "RawNode | None"
    graph: int
    ordinal: int
    start: int
    is_group: bool = False
    folded: bool = False
    labels: list[Label] = []
    drawn: bool = False
    box: Rect | None = None
    bad_place: bool = False
    look: Look = NO_LOOK
    picture: str | None = None
    data: dict[str, str] = {}
    close: int = -1
    holds_others: bool = False


class RawPort(msgspec.Struct):
    """A place of a node at which edges are attached. `place`: which part of the node's box, from 0 to 1."""

    node: RawNode
    place: Point | None = None


class RawEdge(msgspec.Struct):
    """What the file says of an edge; its ends are still the file's ids; `within` is where its graph begins."""

    id: str | None
    source: str | None
    target: str | None
    graph: int
    ordinal: int
    start: int
    within: int
    directed: bool
    labels: list[Label] = []
    drawn: bool = False
    bends: tuple[Point, ...] = ()
    source_offset: Point | None = None
    target_offset: Point | None = None
    look: Look = NO_LOOK
    data: dict[str, str] = {}
    close: int = -1
    holds_others: bool = False
