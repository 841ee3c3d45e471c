"""What the inspector reads from records and writes to them: one record or many, mixed values as None."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from editor.geometry import Rect
from editor.model.document import Document
from editor.model.kinds_said import say_kind
from editor.model.moving import with_members
from editor.model.persons import is_vacancy
from editor.model.places import grow_groups
from editor.model.records import Edge, Facts, Node, Source, Tenure
from editor.model.resizing import inside_of, resize, stretched
from editor.model.transaction import Transaction
from editor.model.vocabulary import text_in
from editor.ui.inspector.fields import Reads, Writes
from editor.ui.inspector.items import Items, Lists
from editor.ui.surroundings import Surroundings

Value = Callable[[Node | Edge], object]
Change = Callable[[Any], dict[str, Any]]


class Values:
    """Ways to read and write the fields of some records of one document; each writing is a step, typing is one."""

    def __init__(self, document: Document, surroundings: Surroundings, ids: Sequence[str]) -> None:
        self.document = document
        self.surroundings = surroundings
        self.words = surroundings.language
        self.ids = list(ids)
        self.refresh: Callable[[], object] = bool
        """Shows everything anew: for a choice that was not carried out."""
        self._read: tuple[int, list[Node | Edge]] = (-1, [])
        self._parts: dict[str, tuple[int, list[Any]]] = {}

    def show(self, ids: Sequence[str]) -> None:
        """Speak of other records from now on."""
        self.ids = list(ids)
        self._read = (-1, [])
        self._parts.clear()

    # reading

    def records(self) -> list[Node | Edge]:
        """As they are now; every field asks, so they are looked up once for all."""
        if self._read[0] != self.document.revision:
            found = (self.document.record(id) for id in self.ids)
            self._read = self.document.revision, [record for record in found if isinstance(record, Node | Edge)]
        return self._read[1]

    def common(self, value: Value) -> str | None:
        """The value all records share, "" where it is absent; None where they differ."""
        return _shared(map(value, self.records()))

    def _distinct(self, part: str) -> list[Any]:
        """The facts or looks of the records, each once: of thousands most have the same, and every field asks."""
        if part not in self._parts or self._parts[part][0] != self.document.revision:
            found = {id(each): each for each in (getattr(record, part) for record in self.records())}
            self._parts[part] = self.document.revision, list(found.values())
        return self._parts[part][1]

    def reads(self, value: Value) -> Reads:
        return lambda: self.common(value)

    def reads_fact(self, field: str) -> Reads:
        return lambda: _shared(getattr(facts, field) for facts in self._distinct("facts"))

    def reads_look(self, field: str) -> Reads:
        return lambda: _shared(getattr(look, field) for look in self._distinct("look"))

    def reads_size(self, field: str) -> Reads:
        """A measure, without decimals where it has none."""
        return self.reads(lambda record: f"{size:g}" if (size := getattr(record.look, field)) is not None else "")

    def reads_holder(self) -> Reads:
        return self.reads(lambda record: record.facts.tenures[-1].name if record.facts.tenures else "")

    # writing

    def writes(self, field: str, change: Callable[[str], Change]) -> Writes:
        """Blanks alone are nothing: files keep none, and nobody sees them."""
        return lambda value: self.write(field, change(value if value.strip() else ""))

    def writes_record(self, field: str) -> Writes:
        """For a field of the record itself; "" is absence unless it is a name."""
        return self.writes(field, lambda value: lambda _: {field: value if field == "name" else value or None})

    def writes_fact(self, field: str) -> Writes:
        return self.writes(field, lambda value: lambda record: _facts(record.facts, **{field: value or None}))

    def writes_look(self, field: str) -> Writes:
        def change(value: str) -> Change:
            return lambda record: {"look": msgspec.structs.replace(record.look, **{field: value or None})}

        return self.writes(field, change)

    def writes_number(self, field: str) -> Writes:
        return self.writes(field, lambda value: lambda record: _facts(record.facts, **{field: _number(value)}))

    def writes_size(self, field: str) -> Writes:
        """For a measure of the look."""

        def change(value: str) -> Change:
            return lambda record: {"look": msgspec.structs.replace(record.look, **{field: float(value or 0) or None})}

        return self.writes(field, change)

    def reads_side(self, side: str) -> Reads:
        """The width or the height of the boxes."""
        return self.reads(lambda record: f"{getattr(box, side):g}" if (box := _box_of(record)) is not None else "")

    def writes_side(self, side: str) -> Writes:
        """The boxes keep their upper left corners; none becomes too small for what it holds."""

        def write(value: str) -> None:
            if value:
                self._step(side, lambda step: self._resize(step, side, float(value)))

        return write

    def _resize(self, step: Transaction, side: str, size: float) -> None:
        for id in self.ids:
            box = self.document.nodes[id].box
            if box is not None:
                more = size - getattr(box, side)
                dx, dy = (more, 0.0) if side == "width" else (0.0, more)
                resize(self.document, step, id, stretched(box, "se", dx, dy, inside_of(self.document, id)))
                grow_groups(self.document, step, id)

    def write_holder(self, value: str) -> None:
        self.write("holder", lambda record: _facts(record.facts, tenures=_held_by(record.facts.tenures, value)))

    def write_kind(self, value: str) -> None:
        """Of boxes: a line that said nothing may be told by what its ends are now."""
        vocabulary = self.surroundings.vocabulary
        self._step("kind", lambda step: say_kind(self.document, step, vocabulary, self.ids, value or None))

    def write_group(self, value: str) -> None:
        """Into a group, or out of all: where the boxes stand stays, and the group grows around them."""

        def move(step: Transaction) -> None:
            for id in self.ids:
                step.update(id, group=value or None)
                grow_groups(self.document, step, id)

        self._step("group", move)

    def items(self, field: str) -> Items:
        """Holders, tasks or sources, of each of the records."""

        def writes(part: str, key: str, lists: Lists) -> None:
            def write(step: Transaction) -> None:
                pairs = zip(self.records(), lists, strict=True)
                step.put(*(msgspec.structs.replace(each, **_facts(each.facts, **{field: new})) for each, new in pairs))

            self.carry_out(part, key, write)

        return Items(field, lambda: [getattr(record.facts, field) for record in self.records()], writes)

    def documents(self) -> Items:
        """The documents that facts rest on."""

        def writes(part: str, key: str, lists: Lists) -> None:
            self.carry_out(part, key, lambda step: step.set_info(documents=lists[0]))

        return Items("documents", lambda: [self.document.info.documents], writes)

    def carry_out(self, part: str, key: str, act: Callable[[Transaction], None]) -> None:
        """One step, called after what it adds, removes or changes; those with the same key join."""
        if self._is_held():
            return
        is_whole = part.startswith(("add_", "remove_"))
        name = self.words(f"inspector.{part}") if is_whole else self._change_name(part)
        merge_key = f"inspector:{','.join(self.ids)}:{key}" if key else None
        with self.document.step_beside(name, merge_key) as step:
            act(step)

    def write(self, field: str, change: Change) -> None:
        def write(step: Transaction) -> None:
            step.put(*(msgspec.structs.replace(record, **change(record)) for record in self.records()))

        self._step(field, write)

    def _step(self, field: str, act: Callable[[Transaction], None]) -> None:
        """One step; further typing in the same field joins it."""
        if self._is_held():
            return
        key = f"inspector:{field}:{','.join(self.ids)}"
        with self.document.step_beside(self._change_name(field), key) as step:
            act(step)

    def _is_held(self) -> bool:
        """Whether the document is held by a step that no hand can take back; the field shows what it showed before."""
        self.document.settle()
        if self.document.in_transaction:
            self.refresh()
        return self.document.in_transaction

    def _change_name(self, field: str) -> str:
        return self.words("step.change", field=self.words(f"field.{field}").lower())

    # in words

    def groups(self) -> list[tuple[str, str]]:
        """The groups that these boxes can stand in, with their names."""
        own = with_members(self.document, self.ids)
        nodes = self.document.nodes.values()
        return [(node.id, self.title(node.id)) for node in nodes if node.is_group and node.id not in own]

    def title(self, id: str) -> str:
        record = self.document.record(id)
        name = record.name if isinstance(record, Node | Edge) else ""
        return " ".join(name.split()) or self.words("file.unnamed_box")

    def kind_line(self, id: str) -> str:
        """Kind and sector in words."""
        node = self.document.nodes.get(id)
        if node is None:
            return ""
        vocabulary, lang = self.surroundings.vocabulary, self.words.code
        kind, sector = vocabulary.kind(node.kind), vocabulary.sector_of(node.kind, node.facts.sector)
        words = [text_in(kind.label, lang) if kind is not None else self.words("field.no_kind")]
        if sector is not None:
            words.append(text_in(sector.label, lang).lower())
        return " · ".join(words)

    def relation_line(self, edge: Edge, id: str, other: str) -> str:
        relation = self.surroundings.vocabulary.relation(edge.kind) if edge.kind else None
        word = text_in(relation.label, self.words.code) if relation is not None else ""
        arrow = "→" if edge.source == id else "←"
        return f"{arrow} {self.title(other)}" + (f" · {word}" if word else "")

    def source_text(self, source: Source) -> str:
        titles = {document.id: document.title for document in self.document.info.documents}
        mark = "”" if self.words.code == "sv" else "“"
        parts = [f"{mark}{' '.join(source.quote.split())}”"] if source.quote else []
        if source.paragraph is not None:
            parts.append(self.words("field.paragraph", number=source.paragraph))
        return " · ".join([*parts, titles.get(source.document) or source.document])

    def uses_of(self, document: str) -> int:
        """How many facts rest on a document."""
        records: list[Node | Edge] = [*self.document.nodes.values(), *self.document.edges.values()]
        return sum(source.document == document for record in records for source in _sources_in(record.facts))


def _shared(values: Iterable[object]) -> str | None:
    """The value that all are, "" where all are absent; None where they differ."""
    rest = iter(values)
    first = next(rest, None) or ""
    return str(first) if all((value or "") == first for value in rest) else None


def _box_of(record: Node | Edge) -> Rect | None:
    return record.box if isinstance(record, Node) else None


def _sources_in(facts: Facts) -> Iterator[Source]:
    yield from facts.sources
    for held in facts.tenures:
        yield from held.sources
    for task in facts.tasks:
        yield from task.sources


def _number(value: str) -> int | None:
    return int(value) if value else None


def _facts(facts: Facts, **values: Any) -> dict[str, Any]:
    return {"facts": msgspec.structs.replace(facts, **values)}


def _held_by(tenures: tuple[Tenure, ...], name: str) -> tuple[Tenure, ...]:
    """The last holder under another name; without a name that holder goes."""
    last = tenures[-1:] or (Tenure(""),)
    status = None if is_vacancy(last[0]) else last[0].status
    named = (msgspec.structs.replace(last[0], name=name, status=status),) if name else ()
    return (*tenures[:-1], *named)
