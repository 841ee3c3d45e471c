"""The pages of the inspector: for the document, a box, a relation, several at once."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import msgspec
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from editor.model.document import Document
from editor.model.records import Edge, Facts, Node, Source, Tenure
from editor.model.vocabulary import text_in
from editor.ui.fields import ChoiceField, ColorField, Field, TextField
from editor.ui.parts import button, label, rule
from editor.ui.surroundings import Surroundings

Want = Callable[[str], None]
SHAPES = ("rectangle", "roundrectangle", "ellipse", "diamond", "hexagon", "parallelogram", "octagon", "triangle")
STATUSES = ("decided", "proposed", "planned", "ended", "unknown")
CERTAINTIES = ("stated", "interpreted", "unknown")
MOST_RELATIONS = 8


class Page(QWidget):
    """Fields under each other, with ways to read and write records of one document."""

    def __init__(self, document: Document, surroundings: Surroundings) -> None:
        super().__init__()
        self.document = document
        self.surroundings = surroundings
        self.words = surroundings.language
        self.fields: dict[str, Field] = {}
        self._refreshers: list[Callable[[], None]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 16)
        self.column.setSpacing(4)

    def refresh(self) -> None:
        for field in self.fields.values():
            field.refresh()
        for refresher in self._refreshers:
            refresher()

    def head(self, title: Callable[[], str], aside: Callable[[], str]) -> None:
        """A title and a line below it that follow the document."""
        for role, text in (("title", title), ("secondary", aside)):
            made = label("", role)
            self.column.addWidget(made)
            self._refreshers.append(partial(_retext, made, text))

    def add(self, id: str, field: Field) -> None:
        self.caption(self.words(f"field.{id}"))
        self.column.addWidget(field)
        self.fields[id] = field

    def caption(self, text: str) -> None:
        self.column.addWidget(label(text, "field"))

    def text(
        self, id: str, reads: Callable[[], str], writes: Callable[[str], object], hint: str = "", lines: int = 1
    ) -> None:
        self.add(id, TextField(self.words(f"field.{id}"), reads, writes, hint, lines))

    def choice(
        self, id: str, reads: Callable[[], str], writes: Callable[[str], object], offered: Iterable[tuple[str, str]]
    ) -> None:
        self.add(id, ChoiceField(self.words(f"field.{id}"), reads, writes, list(offered)))

    def color(self, id: str, reads: Callable[[], str], writes: Callable[[str], object]) -> None:
        words = (self.words("field.by_kind"), self.words("button.reset"))
        self.add(id, ColorField(self.words(f"field.{id}"), reads, writes, words))

    def write(self, ids: Iterable[str], field: str, change: Callable[[Any], dict[str, Any]]) -> None:
        """Change the same field of records as one step; further typing in the same field joins it."""
        ids = [id for id in ids if self.document.record(id) is not None]
        name = self.words("step.change", field=self.words(f"field.{field}").lower())
        with self.document.transaction(name, merge_key=f"inspector:{field}:{','.join(ids[:9])}") as step:
            for id in ids:
                step.update(id, **change(self.document.record(id)))


def _retext(target: QLabel, text: Callable[[], str]) -> None:
    target.setText(text())


def node_page(document: Document, id: str, surroundings: Surroundings, want: Want) -> Page:
    """Name, kind, holder, dates, look, relations and sources of a box."""
    page = Page(document, surroundings)
    page.head(partial(_node_title, page, id), partial(_kind_line, page, id))
    _name_and_kind(page, [id])
    vocabulary, lang = surroundings.vocabulary, surroundings.language.code
    sectors = [("", page.words("field.by_kind"))]
    sectors += [(sector.id, text_in(sector.label, lang)) for sector in vocabulary.sectors.values()]
    page.choice("sector", _fact(page, id, "sector"), _fact_writer(page, [id], "sector"), sectors)
    page.text("holder", partial(_holder, page, id), partial(_set_holder, page, id), page.words("field.holder_hint"))
    page.text("count", _fact(page, id, "count"), partial(_set_count, page, id), page.words("field.count_hint"))
    _dates(page, id)
    _relations(page, id, want)
    _tasks_and_sources(page, id)
    _look(page, [id])
    page.column.addStretch(1)
    return page


def edge_page(document: Document, id: str, surroundings: Surroundings, want: Want) -> Page:
    """Word, kind, ends, dates and sources of a relation."""
    page = Page(document, surroundings)
    vocabulary, lang = surroundings.vocabulary, surroundings.language.code
    edge = document.edges[id]
    kind = text_in(vocabulary.relation(edge.kind).label, lang) if edge.kind else page.words("field.relation")
    page.head(lambda: kind, lambda: page.words("field.relation"))
    page.text("word", partial(_name, page, id), partial(_set_name, page, [id]))
    kinds = [("", page.words("field.no_kind"))]
    kinds += [(relation.id, text_in(relation.label, lang)) for relation in vocabulary.relations.values()]
    page.choice("kind", partial(_kind, page, id), partial(_set_kind, page, [id]), kinds)
    for caption, end in (("field.source", edge.source), ("field.target", edge.target)):
        page.caption(page.words(caption))
        page.column.addWidget(button(_node_title(page, end), partial(want, end), "link"))
    _dates(page, id)
    _tasks_and_sources(page, id)
    page.column.addStretch(1)
    return page


def many_page(document: Document, ids: list[str], surroundings: Surroundings) -> Page:
    """What several boxes have in common."""
    page = Page(document, surroundings)
    nodes = [id for id in ids if id in document.nodes]
    page.head(lambda: page.words("field.many", count=len(ids)), lambda: page.words("field.many_why"))
    if nodes:
        _kinds(page, nodes)
        _look(page, nodes)
    page.column.addStretch(1)
    return page


def document_page(document: Document, surroundings: Surroundings) -> Page:
    """Title, subtitle, source line and introduction of the document."""
    page = Page(document, surroundings)
    page.head(lambda: page.words("field.document"), lambda: page.words("field.document_why"))
    for id, lines in (("title", 2), ("subtitle", 1), ("introduction", 5), ("source_line", 2)):
        reads = partial(_info, page, id)
        page.text(id, reads, partial(_set_info, page, id), lines=lines)
    page.column.addStretch(1)
    return page


def _name_and_kind(page: Page, ids: list[str]) -> None:
    page.text("name", partial(_name, page, ids[0]), partial(_set_name, page, ids), lines=2)
    _kinds(page, ids)


def _kinds(page: Page, ids: list[str]) -> None:
    lang = page.words.code
    kinds = [("", page.words("field.no_kind"))]
    kinds += [(kind.id, text_in(kind.label, lang)) for kind in page.surroundings.vocabulary.kinds.values()]
    page.choice("kind", partial(_kind, page, ids[0]), partial(_set_kind, page, ids), kinds)


def _dates(page: Page, id: str) -> None:
    page.text("start", _fact(page, id, "start"), _fact_writer(page, [id], "start"), page.words("field.date_hint"))
    page.text("end", _fact(page, id, "end"), _fact_writer(page, [id], "end"), page.words("field.date_hint"))
    for field, values in (("status", STATUSES), ("certainty", CERTAINTIES)):
        offered = [("", page.words("field.not_said")), *((value, page.words(f"{field}.{value}")) for value in values)]
        page.choice(field, _fact(page, id, field), _fact_writer(page, [id], field), offered)


def _look(page: Page, ids: list[str]) -> None:
    page.column.addSpacing(10)
    page.column.addWidget(rule())
    offered = [("", page.words("field.by_kind")), *((shape, page.words(f"shape.{shape}")) for shape in SHAPES)]
    page.choice("shape", partial(_look_of, page, ids[0], "shape"), partial(_set_look, page, ids, "shape"), offered)
    page.color("fill", partial(_look_of, page, ids[0], "fill"), partial(_set_look, page, ids, "fill"))
    page.color("border", partial(_look_of, page, ids[0], "border"), partial(_set_look, page, ids, "border"))


def _relations(page: Page, id: str, want: Want) -> None:
    """The relations at a box, each a way to its other end."""
    edges = [page.document.edges[edge] for edge in page.document.indexes.edges_at(id)]
    if not edges:
        return
    page.caption(page.words("field.relations"))
    for edge in edges[:MOST_RELATIONS]:
        other = edge.target if edge.source == id else edge.source
        line = button(_relation_line(page, edge, id, other), partial(want, other), "fact")
        page.column.addWidget(line)
    if len(edges) > MOST_RELATIONS:
        page.column.addWidget(label(page.words("field.more", count=len(edges) - MOST_RELATIONS), "secondary"))


def _relation_line(page: Page, edge: Edge, id: str, other: str) -> str:
    relation = page.surroundings.vocabulary.relation(edge.kind) if edge.kind else None
    word = text_in(relation.label, page.words.code) if relation is not None else ""
    arrow = "→" if edge.source == id else "←"
    return f"{arrow} {_node_title(page, other)}" + (f" · {word}" if word else "")


def _tasks_and_sources(page: Page, id: str) -> None:
    facts = _facts(page, id)
    if facts.tasks:
        page.caption(page.words("field.tasks"))
        for task in facts.tasks:
            page.column.addWidget(label(task.text, "fact"))
    sources = facts.sources or tuple(source for tenure in facts.tenures for source in tenure.sources)
    if sources:
        page.caption(page.words("field.sources"))
        for source in sources:
            page.column.addWidget(label(_source_text(page, source), "fact"))


def _source_text(page: Page, source: Source) -> str:
    titles = {document.id: document.title for document in page.document.info.documents}
    text = titles.get(source.document, source.document)
    if source.paragraph is not None:
        text += ", " + page.words("field.paragraph", number=source.paragraph)
    return f"{text}\n”{source.quote}”" if source.quote else text


def _facts(page: Page, id: str) -> Facts:
    record = page.document.record(id)
    return record.facts if isinstance(record, Node | Edge) else Facts()


def _fact(page: Page, id: str, field: str) -> Callable[[], str]:
    def read() -> str:
        value = getattr(_facts(page, id), field)
        return "" if value is None else str(value)

    return read


def _fact_writer(page: Page, ids: list[str], field: str) -> Callable[[str], None]:
    def write(value: str) -> None:
        _set_facts(page, ids, field, **{field: value or None})

    return write


def _set_facts(page: Page, ids: list[str], field: str, **values: Any) -> None:
    page.write(ids, field, lambda record: {"facts": msgspec.structs.replace(record.facts, **values)})


def _set_count(page: Page, id: str, value: str) -> None:
    """Only whole numbers are taken; what is half typed waits in the field."""
    if not value or value.isdecimal():
        _set_facts(page, [id], "count", count=int(value) if value else None)


def _holder(page: Page, id: str) -> str:
    tenures = _facts(page, id).tenures
    return tenures[-1].name if tenures else ""


def _set_holder(page: Page, id: str, value: str) -> None:
    tenures = _facts(page, id).tenures
    last = tenures[-1:] or (Tenure(""),)
    named = (msgspec.structs.replace(last[0], name=value),) if value else ()
    _set_facts(page, [id], "holder", tenures=(*tenures[:-1], *named))


def _node_title(page: Page, id: str) -> str:
    return " ".join(_name(page, id).split()) or page.words("file.unnamed_box")


def _kind_line(page: Page, id: str) -> str:
    """Kind and sector in words."""
    node = page.document.nodes.get(id)
    if node is None:
        return ""
    vocabulary, lang = page.surroundings.vocabulary, page.words.code
    kind, sector = vocabulary.kind(node.kind), vocabulary.sector_of(node.kind, node.facts.sector)
    words = [text_in(kind.label, lang) if kind is not None else page.words("field.no_kind")]
    if sector is not None:
        words.append(text_in(sector.label, lang).lower())
    return " · ".join(words)


def _name(page: Page, id: str) -> str:
    record = page.document.record(id)
    return record.name if isinstance(record, Node | Edge) else ""


def _set_name(page: Page, ids: list[str], value: str) -> None:
    page.write(ids, "name", lambda _: {"name": value})


def _kind(page: Page, id: str) -> str:
    record = page.document.record(id)
    return (record.kind or "") if isinstance(record, Node | Edge) else ""


def _set_kind(page: Page, ids: list[str], value: str) -> None:
    page.write(ids, "kind", lambda _: {"kind": value or None})


def _look_of(page: Page, id: str, field: str) -> str:
    record = page.document.record(id)
    return (getattr(record.look, field) or "") if isinstance(record, Node | Edge) else ""


def _set_look(page: Page, ids: list[str], field: str, value: str) -> None:
    page.write(ids, field, lambda record: {"look": msgspec.structs.replace(record.look, **{field: value or None})})


def _info(page: Page, field: str) -> str:
    return str(getattr(page.document.info, field))


def _set_info(page: Page, field: str, value: str) -> None:
    name = page.words("step.change", field=page.words(f"field.{field}").lower())
    with page.document.transaction(name, merge_key=f"inspector:{field}") as step:
        step.set_info(**{field: value})
