"""What a file was when it was opened: its bytes, and which record is which element in them."""

from collections.abc import Mapping, Set

import msgspec

from editor.graphml.encoding import Encoding
from editor.graphml.keys import Keys
from editor.graphml.spans import Spans
from editor.model.records import Edge, Info, Node


class Baseline(msgspec.Struct, frozen=True):
    """A file as it was opened; every save starts from it anew, so that nothing of it is ever lost.

    data: the bytes that are on disk now.  original: those that were opened.  text: the same as UTF-8, unpacked.
    node_ordinals / edge_ordinals: record id → how many such
    elements begin before its own.  file_ids: record id → the id that the file itself uses, where that is another one.
    made_up: the record ids that are not the file's own.  spans: where nodes and edges stand in the text.
    """

    data: bytes
    original: bytes
    text: bytes
    encoding: Encoding
    dialect: str
    keys: Keys
    nodes: Mapping[str, Node]
    edges: Mapping[str, Edge]
    info: Info
    node_ordinals: Mapping[str, int]
    edge_ordinals: Mapping[str, int]
    file_ids: Mapping[str, str]
    made_up: Set[str]
    spans: Spans
