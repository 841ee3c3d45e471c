"""How elements and relations of the vocabulary should look in other programs: kind and state as a file's own `Look`."""

import msgspec

from editor.model.records import NO_LOOK, Edge, Look, Node, Record
from editor.model.vocabulary import Kind, Relation, Sector, Vocabulary

TEXT = "#1B2430"
LINE = "#55606C"
ENDED = Look(fill="#F4F4F4", border="#73797F")
NEUTRAL = Look(fill="#FFFFFF", border="#55606C")
ARROWS = {"none": "none", "arrow": "standard", "open": "plain", "diamond": "diamond", "dot": "circle", "bar": "t_shape"}
WIDTHS = {"bold": 3.0, "thin": 1.0}
STYLES = {"dashed": "dashed", "dotted": "dotted"}


class Appearance:
    """Looks by vocabulary. What a record asks for itself wins; one without a kind is left as it is."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def __call__(self, record: Record) -> Look:
        if isinstance(record, Node):
            return self.node(record)
        return self.edge(record) if isinstance(record, Edge) else NO_LOOK

    def node(self, node: Node) -> Look:
        kind = self._vocabulary.kind(node.kind)
        if kind is None:
            return node.look
        sector = self._vocabulary.sector_of(node.kind, node.facts.sector)
        return _over(_node_look(kind, sector, node.facts.status), node.look)

    def edge(self, edge: Edge) -> Look:
        if edge.kind is None:
            return edge.look
        return _over(_edge_look(self._vocabulary.relation(edge.kind), edge.facts.status), edge.look)


def _node_look(kind: Kind, sector: Sector | None, status: str | None) -> Look:
    colors = NEUTRAL if sector is None else Look(fill=sector.tint, border=sector.color)
    return msgspec.structs.replace(
        ENDED if status == "ended" else colors,
        shape="rectangle" if kind.look == "note" else "roundrectangle",
        border_width=1.25,
        border_style="dashed" if status in ("planned", "proposed") else "line",
        text_color=TEXT,
        font_size=13.0,
        bold=True,
    )


def _edge_look(relation: Relation, status: str | None) -> Look:
    style = STYLES.get(relation.line, "line")
    return Look(
        border=LINE,
        border_width=WIDTHS.get(relation.line, 1.5),
        border_style="dashed" if style == "line" and status in ("planned", "proposed") else style,
        text_color=TEXT,
        source_arrow="none",
        target_arrow=ARROWS[relation.end_mark],
    )


def _over(given: Look, own: Look) -> Look:
    """The look with every field that `own` states put in its place."""
    stated = {field: value for field, value in msgspec.structs.asdict(own).items() if value not in (None, False)}
    return msgspec.structs.replace(given, **stated)
