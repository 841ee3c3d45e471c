"""The pages of the inspector: for the document, a box or several, a relation or several."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.vocabulary import text_in
from editor.ui.inspector.fields import ChoiceField, ColorField, Field, Reads, TextField, Writes
from editor.ui.inspector.values import Values, sources_of
from editor.ui.look.parts import FactButton, label, rule
from editor.ui.surroundings import Surroundings

Want = Callable[[str], None]
SHAPES = ("rectangle", "roundrectangle", "ellipse", "diamond", "hexagon", "parallelogram", "octagon", "triangle")
STATUSES = ("decided", "proposed", "planned", "ended", "unknown")
CERTAINTIES = ("stated", "interpreted", "unknown")
MOST_RELATIONS = 8


class Page(QWidget):
    """Fields under each other, about some records of one document."""

    def __init__(self, document: Document, surroundings: Surroundings, ids: Sequence[str] = ()) -> None:
        super().__init__()
        self.values = Values(document, surroundings, ids)
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
        field.mixed = self.words("field.mixed")
        self.column.addWidget(field)
        self.fields[id] = field

    def caption(self, text: str) -> None:
        self.column.addWidget(label(text, "field"))

    def text(self, id: str, reads: Reads, writes: Writes, hint: str = "", lines: int = 1) -> None:
        self.add(id, TextField(self.words(f"field.{id}"), reads, writes, hint, lines))

    def choice(self, id: str, reads: Reads, writes: Writes, offered: Iterable[tuple[str, str]]) -> None:
        self.add(id, ChoiceField(self.words(f"field.{id}"), reads, writes, list(offered)))

    def color(self, id: str) -> None:
        words = (self.words("field.by_kind"), self.words("button.reset"))
        reads, writes = self.values.reads_look(id), self.values.writes_look(id)
        self.add(id, ColorField(self.words(f"field.{id}"), reads, writes, words))


def _retext(target: QLabel, text: Callable[[], str]) -> None:
    target.setText(text())


def node_page(document: Document, ids: Sequence[str], surroundings: Surroundings, want: Want) -> Page:
    """Name, kind, holder, dates, group, look, relations and sources of a box; of several, what they have in common."""
    page = Page(document, surroundings, ids)
    values = page.values
    if len(ids) == 1:
        page.head(partial(values.title, ids[0]), partial(values.kind_line, ids[0]))
        page.text("name", values.reads(lambda record: record.name), values.writes_record("name"), lines=2)
    else:
        page.head(lambda: page.words("field.many", count=len(ids)), lambda: page.words("field.many_why"))
    _kinds(page, surroundings.vocabulary.kinds.values())
    _posts(page, surroundings)
    _group(page)
    _dates(page)
    if len(ids) == 1:
        _relations(page, ids[0], want)
        _tasks_and_sources(page)
    _look(page)
    page.column.addStretch(1)
    return page


def edge_page(document: Document, ids: Sequence[str], surroundings: Surroundings, want: Want) -> Page:
    """Word, kind, ends, dates and sources of a relation; of several, what they have in common."""
    page = Page(document, surroundings, ids)
    values = page.values
    if len(ids) == 1:
        page.head(partial(_relation_title, page, ids[0]), lambda: page.words("field.relation"))
    else:
        page.head(lambda: page.words("field.many", count=len(ids)), lambda: page.words("field.many_lines_why"))
    page.text(
        "word", values.reads(lambda record: record.name), values.writes("word", lambda value: lambda _: {"name": value})
    )
    _kinds(page, surroundings.vocabulary.relations.values())
    if len(ids) == 1:
        edge = document.edges[ids[0]]
        for caption, end in (("field.source", edge.source), ("field.target", edge.target)):
            page.caption(page.words(caption))
            page.column.addWidget(FactButton(values.title(end), partial(want, end)))
    _dates(page)
    _tasks_and_sources(page)
    page.column.addStretch(1)
    return page


def document_page(document: Document, surroundings: Surroundings) -> Page:
    """Title, subtitle, source line and introduction of the document."""
    page = Page(document, surroundings)
    page.head(lambda: page.words("field.document"), lambda: page.words("field.document_why"))
    for id, lines in (("title", 2), ("subtitle", 1), ("introduction", 5), ("source_line", 2)):
        page.text(id, partial(_info, page, id), partial(_set_info, page, id), lines=lines)
    page.column.addStretch(1)
    return page


def _relation_title(page: Page, id: str) -> str:
    record = page.values.document.edges.get(id)
    if record is None or not record.kind:
        return page.words("field.relation")
    return text_in(page.values.surroundings.vocabulary.relation(record.kind).label, page.words.code)


def _kinds(page: Page, kinds: Iterable[object]) -> None:
    offered = [("", page.words("field.no_kind"))]
    offered += [(kind.id, text_in(kind.label, page.words.code)) for kind in kinds]  # type: ignore[attr-defined]
    page.choice("kind", page.values.reads(lambda record: record.kind), page.values.writes_record("kind"), offered)


def _posts(page: Page, surroundings: Surroundings) -> None:
    values, lang = page.values, page.words.code
    sectors = [("", page.words("field.by_kind"))]
    sectors += [(sector.id, text_in(sector.label, lang)) for sector in surroundings.vocabulary.sectors.values()]
    page.choice("sector", values.reads_fact("sector"), values.writes_fact("sector"), sectors)
    page.text("holder", values.reads_holder(), values.write_holder, page.words("field.holder_hint"))
    page.text("count", values.reads_fact("count"), values.write_count, page.words("field.count_hint"))


def _group(page: Page) -> None:
    groups = page.values.groups()
    if groups:
        reads = page.values.reads(lambda record: record.group if isinstance(record, Node) else None)
        page.choice("group", reads, page.values.write_group, [("", page.words("field.no_group")), *groups])


def _dates(page: Page) -> None:
    values = page.values
    for field in ("start", "end"):
        page.text(field, values.reads_fact(field), values.writes_fact(field), page.words("field.date_hint"))
    for field, choices in (("status", STATUSES), ("certainty", CERTAINTIES)):
        offered = [("", page.words("field.not_said")), *((value, page.words(f"{field}.{value}")) for value in choices)]
        page.choice(field, values.reads_fact(field), values.writes_fact(field), offered)


def _look(page: Page) -> None:
    page.column.addSpacing(10)
    page.column.addWidget(rule())
    offered = [("", page.words("field.by_kind")), *((shape, page.words(f"shape.{shape}")) for shape in SHAPES)]
    page.choice("shape", page.values.reads_look("shape"), page.values.writes_look("shape"), offered)
    page.color("fill")
    page.color("border")


def _relations(page: Page, id: str, want: Want) -> None:
    """The relations at a box, each a way to its other end."""
    document = page.values.document
    edges = [document.edges[edge] for edge in document.indexes.edges_at(id)]
    if not edges:
        return
    page.caption(page.words("field.relations"))
    for edge in edges[:MOST_RELATIONS]:
        page.column.addWidget(_relation(page, edge, id, want))
    if len(edges) > MOST_RELATIONS:
        page.column.addWidget(label(page.words("field.more", count=len(edges) - MOST_RELATIONS), "secondary"))


def _relation(page: Page, edge: Edge, id: str, want: Want) -> QWidget:
    other = edge.target if edge.source == id else edge.source
    return FactButton(page.values.relation_line(edge, id, other), partial(want, other))


def _tasks_and_sources(page: Page) -> None:
    records = page.values.records()
    tasks = [task for record in records for task in record.facts.tasks]
    sources = sources_of(records)
    for caption, texts in (
        ("field.tasks", [task.text for task in tasks]),
        ("field.sources", [page.values.source_text(source) for source in sources]),
    ):
        if texts:
            page.caption(page.words(caption))
        for text in texts:
            page.column.addWidget(label(text, "fact"))


def _info(page: Page, field: str) -> str:
    return str(getattr(page.values.document.info, field))


def _set_info(page: Page, field: str, value: str) -> None:
    name = page.words("step.change", field=page.words(f"field.{field}").lower())
    with page.values.document.transaction(name, merge_key=f"inspector:{field}") as step:
        step.set_info(**{field: value})
