"""A document as flat GraphML of plain attributes: for programs that read neither nested graphs nor yEd's graphics."""

from collections.abc import Iterator

from lxml import etree

from editor.graphml.facts import GROUP, ID, NAME, ORDER, PREFIX
from editor.graphml.facts import NUMBERS as WHOLE_NUMBERS
from editor.graphml.facts import VERSION as FORMAT
from editor.graphml.own_data import info_data, record_data
from editor.model.document import Document
from editor.model.records import Edge, Node

SPACE = "http://graphml.graphdrawing.org/xmlns"
LABEL = "label"
"""What NetworkX, igraph and Gephi take for the name."""
PLACE = ("x", "y", "width", "height")
TYPES = {ORDER: "double", **dict.fromkeys(PLACE, "double"), **{PREFIX + name: "int" for name in WHOLE_NUMBERS}}
Row = tuple[dict[str, str], dict[str, str]]
"""The XML attributes of an element, and its data by name."""


def write_flat(document: Document) -> bytes:
    """Every element at the top level, in order, with all that is said of it; groups are named by `lg.group`."""
    nodes = [_node(node) for node in sorted(document.nodes.values(), key=lambda node: node.order)]
    edges = [_edge(edge) for edge in sorted(document.edges.values(), key=lambda edge: edge.order)]
    info = {**info_data(document.info), f"{PREFIX}version": FORMAT}
    # A namespace without a prefix is what igraph and Gephi expect; lxml's own type allows it, its stubs don't.
    root = etree.Element(f"{{{SPACE}}}graphml", nsmap={None: SPACE})  # type: ignore[dict-item]
    for tag, rows in (("graph", [({}, info)]), ("node", nodes), ("edge", edges)):
        for name in dict.fromkeys(name for _, data in rows for name in data):
            type = TYPES.get(name) or document.info.types.get(f"{tag}.{name}", "string")
            _add(root, "key", {"id": f"{tag}.{name}", "for": tag, "attr.name": name, "attr.type": type})
    graph = _add(root, "graph", {"id": "G", "edgedefault": "directed"})
    _add_data(graph, "graph", info)
    for tag, rows in (("node", nodes), ("edge", edges)):
        for attributes, data in rows:
            _add_data(_add(graph, tag, attributes), tag, data)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _node(node: Node) -> Row:
    data = {**record_data(node), **_common(node)}
    if node.group is not None:
        data[GROUP] = node.group
    if node.box is not None and node.placed:
        data.update(zip(PLACE, map(str, node.box), strict=True))
    return {"id": node.id}, data


def _edge(edge: Edge) -> Row:
    attributes = {"id": edge.id, "source": edge.source, "target": edge.target}
    return attributes | ({} if edge.directed else {"directed": "false"}), {**record_data(edge), **_common(edge)}


def _common(record: Node | Edge) -> dict[str, str]:
    named = {LABEL: record.name, NAME: record.name} if record.name else {}
    return {ID: record.id, **named, ORDER: str(record.order)}


def _add(parent: etree._Element, tag: str, attributes: dict[str, str]) -> etree._Element:
    return etree.SubElement(parent, f"{{{SPACE}}}{tag}", attributes)


def _add_data(element: etree._Element, tag: str, data: dict[str, str]) -> None:
    for name, text in data.items():
        _add(element, "data", {"key": f"{tag}.{name}"}).text = "".join(_legal(text))


def _legal(text: str) -> Iterator[str]:
    """Without what XML can't say."""
    return (letter for letter in text if letter in "\t\n\r" or (letter >= " " and letter not in "\ufffe\uffff"))
