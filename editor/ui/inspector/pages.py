"""The pages of the inspector: for the document, a box or several, a relation or several."""

from collections.abc import Iterable
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt

from editor.model.records import Node
from editor.model.vocabulary import Texts, text_in
from editor.ui.inspector.page import Page
from editor.ui.inspector.relations import RelationList
from editor.ui.inspector.values import Values
from editor.ui.look.parts import FactButton, button, label, row

SHAPES = ("rectangle", "roundrectangle", "ellipse", "diamond", "hexagon", "parallelogram", "octagon", "triangle")
LINE_STYLES = ("line", "dashed", "dotted", "dashed_dotted")
ARROWS = ("none", "standard", "plain", "white_delta", "diamond", "white_diamond", "circle", "t_shape")
SIDES = ("width", "height")
SHARED = "shared_leadership"


class Named(Protocol):
    """A kind of box or relation."""

    @property
    def id(self) -> str: ...

    @property
    def label(self) -> Texts: ...


def form_of(values: Values) -> object:
    """What decides which fields there are: of the same form only the values differ."""
    nodes, edges = values.document.nodes, values.document.edges
    if not values.ids:
        return "document"
    is_one = len(values.ids) == 1
    if values.ids[0] in edges:
        return "relation", is_one
    return ("box", is_one, *_frame_of(values), tuple(values.groups())) if values.ids[0] in nodes else None


def fill_node_page(page: Page) -> None:
    """Name, kind, holders, dates, tasks, sources, group, relations, look and attributes of a box; of several, what
    they have in common."""
    values = page.values
    vocabulary, is_one = values.surroundings.vocabulary, len(values.ids) == 1
    if is_one:
        page.head(lambda: values.title(values.ids[0]), lambda: values.kind_line(values.ids[0]))
        page.text("name", values.reads(lambda record: record.name), values.writes_record("name"), lines=2)
    else:
        page.head(lambda: page.words("field.many", count=len(values.ids)), lambda: page.words("field.many_why"))
    _kinds(page, vocabulary.kinds.values())
    _posts(page)
    _group(page)
    page.dates()
    page.list("tenures", page.facts.tenures(values.items("tenures")))
    _tasks(page)
    page.list("sources", page.facts.sources(values.items("sources")))
    if is_one:
        body = page.section("relations")
        body.column.addWidget(made := RelationList(page))
        body.hold(made)
    _more(page)
    _node_look(page)
    page.attributes("node")
    page.column.addStretch(1)


def fill_edge_page(page: Page) -> None:
    """Words, kind, ends, dates, sources, look and attributes of a relation; of several, what they have in common."""
    values = page.values
    is_one = len(values.ids) == 1
    if is_one:
        page.head(partial(_relation_title, values), lambda: page.words("field.relation"))
    else:
        page.head(lambda: page.words("field.many", count=len(values.ids)), lambda: page.words("field.many_lines_why"))
    named = values.writes("word", lambda value: lambda _: {"name": value})
    page.text("word", values.reads(lambda record: record.name), named)
    _kinds(page, values.surroundings.vocabulary.relations.values())
    if is_one:
        _ends(page)
    page.dates()
    page.list("tasks", page.facts.tasks(values.items("tasks")))
    page.list("sources", page.facts.sources(values.items("sources")))
    _more(page)
    _edge_look(page)
    page.attributes("edge")
    page.column.addStretch(1)


def fill_document_page(page: Page) -> None:
    """Title, subtitle, source line and introduction of the document, the documents it rests on, its attributes."""
    page.head(lambda: page.words("field.document"), lambda: page.words("field.document_why"))
    for id, lines in (("title", 2), ("subtitle", 1), ("introduction", 5), ("source_line", 2)):
        page.text(id, partial(_info, page.values, id), partial(_set_info, page.values, id), lines=lines)
    page.list("documents", page.facts.documents(page.values.documents()))
    page.attributes("graph")
    page.column.addStretch(1)


def _relation_title(values: Values) -> str:
    record = values.document.edges.get(values.ids[0])
    if record is None or not record.kind:
        return values.words("field.relation")
    return text_in(values.surroundings.vocabulary.relation(record.kind).label, values.words.code)


def _kinds(page: Page, kinds: Iterable[Named]) -> None:
    offered = [("", page.words("field.no_kind"))]
    offered += [(kind.id, text_in(kind.label, page.words.code)) for kind in kinds]
    page.choice("kind", page.values.reads(lambda record: record.kind), page.values.write_kind, offered)


def _posts(page: Page) -> None:
    values, words = page.values, page.words
    sectors = [("", words("field.by_kind"))]
    sectors += [(one.id, text_in(one.label, words.code)) for one in values.surroundings.vocabulary.sectors.values()]
    page.choice("sector", values.reads_fact("sector"), values.writes_fact("sector"), sectors)
    page.text("holder", values.reads_holder(), values.write_holder, words("field.holder_hint"))
    page.value("count", values.reads_fact("count"), values.writes_number("count"), "int", words("field.count_hint"))


def _group(page: Page) -> None:
    groups = page.values.groups()
    if groups:
        reads = page.values.reads(lambda record: record.group if isinstance(record, Node) else None)
        page.choice("group", reads, page.values.write_group, [("", page.words("field.no_group")), *groups])


def _tasks(page: Page) -> None:
    """What the boxes answer for by themselves, and what they share in a frame of shared leadership."""
    values = page.values
    is_frame, frame = _frame_of(values)
    page.list("joint_tasks" if is_frame else "tasks", page.facts.tasks(values.items("tasks")))
    if frame is not None:
        joint = Values(values.document, values.surroundings, [frame])
        page.list("joint_tasks", page.facts.tasks(joint.items("tasks")))


def _frame_of(values: Values) -> tuple[bool, str | None]:
    """Whether all the boxes are frames of shared leadership; else the one that all of them stand in, if there is."""
    nodes = values.document.nodes
    if all(nodes[id].kind == SHARED for id in values.ids):
        return True, None
    frames = {nodes[id].group for id in values.ids}
    frame = frames.pop() if len(frames) == 1 else None
    return False, frame if frame is not None and nodes[frame].kind == SHARED else None


def _more(page: Page) -> None:
    """What few boxes say."""
    values, body = page.values, page.section("more")
    note = values.writes_fact("note")
    body.text("note", values.reads_fact("note"), note, lines=3)
    body.text("contact", values.reads_fact("contact"), values.writes_fact("contact"))
    body.text("link", values.reads_fact("link"), values.writes_fact("link"), hint="https://…")
    hint = page.words("field.per_year_hint")
    body.value("per_year", values.reads_fact("per_year"), values.writes_number("per_year"), "int", hint)


def _node_look(page: Page) -> None:
    values, body = page.values, page.section("look")
    for side in SIDES:
        body.value(side, values.reads_side(side), values.writes_side(side), "double", page.words("field.not_placed"))
    page.look_choice(body, "shape", SHAPES, "shape")
    page.color(body, "fill")
    page.color(body, "border")
    page.look_choice(body, "border_style", LINE_STYLES, "line_style")
    page.measure(body, "border_width")
    page.color(body, "text_color")
    page.measure(body, "font_size")


def _edge_look(page: Page) -> None:
    body = page.section("look")
    page.color(body, "border", "line_color")
    page.look_choice(body, "border_style", LINE_STYLES, "line_style")
    page.measure(body, "border_width")
    page.look_choice(body, "source_arrow", ARROWS, "arrow")
    page.look_choice(body, "target_arrow", ARROWS, "arrow")


def _ends(page: Page) -> None:
    """The boxes at both ends, each with a way to it and a way to attach the line elsewhere."""
    for end in ("source", "target"):
        other = button(page.words("inspector.attach"), partial(page.asks.do, f"attach_{end}"), "link")
        other.setAccessibleName(page.words(f"inspector.attach_{end}"))
        other.setToolTip(other.accessibleName())
        page.column.addLayout(row(label(page.words(f"field.{end}"), "field", wraps=False), None, other))
        made = FactButton("", partial(_go, page, end))
        page.column.addWidget(made)
        page.follow(partial(_tell_end, page, made, end))
    reverse = button(page.words("inspector.reverse"), partial(page.asks.do, "reverse"), "link")
    page.column.addWidget(reverse, 0, Qt.AlignmentFlag.AlignLeft)


def _end_of(page: Page, end: str) -> str | None:
    edge = page.values.document.edges.get(page.values.ids[0])
    return getattr(edge, end) if edge is not None else None


def _go(page: Page, end: str) -> None:
    node = _end_of(page, end)
    if node is not None:
        page.asks.want(node)


def _tell_end(page: Page, made: FactButton, end: str) -> None:
    node = _end_of(page, end)
    made.tell(page.values.title(node) if node is not None else "")


def _info(values: Values, field: str) -> str:
    return str(getattr(values.document.info, field))


def _set_info(values: Values, field: str, value: str) -> None:
    values.carry_out(field, f"info:{field}", lambda step: step.set_info(**{field: value}))
