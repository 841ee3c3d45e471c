"""What the inspector reads from records and writes to them: one record or many, mixed values as None."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from editor.model.document import Document
from editor.model.moving import with_members
from editor.model.persons import is_vacancy
from editor.model.places import grow_groups
from editor.model.records import Edge, Facts, Node, Source, Tenure
from editor.model.transaction import Transaction
from editor.model.vocabulary import text_in
from editor.ui.inspector.fields import Reads, Writes
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

    # reading

    def records(self) -> list[Node | Edge]:
        found = (self.document.record(id) for id in self.ids)
        return [record for record in found if isinstance(record, Node | Edge)]

    def common(self, value: Value) -> str | None:
        """The value all records share, "" where it is absent; None where they differ."""
        records = iter(self.records())
        first = next(records, None)
        shared = value(first) or "" if first is not None else ""
        for record in records:
            if (value(record) or "") != shared:
                return None
        return str(shared)

    def reads(self, value: Value) -> Reads:
        return lambda: self.common(value)

    def reads_fact(self, field: str) -> Reads:
        return self.reads(lambda record: getattr(record.facts, field))

    def reads_look(self, field: str) -> Reads:
        return self.reads(lambda record: getattr(record.look, field))

    def reads_holder(self) -> Reads:
        return self.reads(lambda record: record.facts.tenures[-1].name if record.facts.tenures else "")

    # writing

    def writes(self, field: str, change: Callable[[str], Change]) -> Writes:
        return lambda value: self.write(field, change(value))

    def writes_record(self, field: str) -> Writes:
        """For a field of the record itself; "" is absence unless it is a name."""
        return self.writes(field, lambda value: lambda _: {field: value if field == "name" else value or None})

    def writes_fact(self, field: str) -> Writes:
        return self.writes(field, lambda value: lambda record: _facts(record.facts, **{field: value or None}))

    def writes_look(self, field: str) -> Writes:
        def change(value: str) -> Change:
            return lambda record: {"look": msgspec.structs.replace(record.look, **{field: value or None})}

        return self.writes(field, change)

    def write_word(self, value: str) -> None:
        self.write("word", lambda _: {"name": value})

    def write_count(self, value: str) -> None:
        """Only whole numbers are taken; what is half typed waits in the field."""
        if not value or value.isdecimal():
            self.write("count", lambda record: _facts(record.facts, count=int(value) if value else None))

    def write_holder(self, value: str) -> None:
        self.write("holder", lambda record: _facts(record.facts, tenures=_held_by(record.facts.tenures, value)))

    def write_group(self, value: str) -> None:
        """Into a group, or out of all: where the boxes stand stays, and the group grows around them."""

        def move(step: Transaction) -> None:
            for id in self.ids:
                step.update(id, group=value or None)
                grow_groups(self.document, step, id)

        self._step("group", move)

    def write(self, field: str, change: Change) -> None:
        def write(step: Transaction) -> None:
            step.put(*(msgspec.structs.replace(record, **change(record)) for record in self.records()))

        self._step(field, write)

    def _step(self, field: str, act: Callable[[Transaction], None]) -> None:
        """One step; further typing in the same field joins it."""
        name = self.words("step.change", field=self.words(f"field.{field}").lower())
        with self.document.transaction(name, merge_key=f"inspector:{field}:{','.join(self.ids)}") as step:
            act(step)

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
        text = titles.get(source.document, source.document)
        if source.paragraph is not None:
            text += ", " + self.words("field.paragraph", number=source.paragraph)
        return f"{text}\n”{source.quote}”" if source.quote else text


def sources_of(records: Iterable[Node | Edge]) -> tuple[Source, ...]:
    """Where the records themselves are stated, else their holders."""
    facts = [record.facts for record in records]
    own = tuple(source for each in facts for source in each.sources)
    return own or tuple(source for each in facts for tenure in each.tenures for source in tenure.sources)


def _facts(facts: Facts, **values: Any) -> dict[str, Any]:
    return {"facts": msgspec.structs.replace(facts, **values)}


def _held_by(tenures: tuple[Tenure, ...], name: str) -> tuple[Tenure, ...]:
    """The last holder under another name; without a name that holder goes."""
    last = tenures[-1:] or (Tenure(""),)
    status = None if is_vacancy(last[0]) else last[0].status
    named = (msgspec.structs.replace(last[0], name=name, status=status),) if name else ()
    return (*tenures[:-1], *named)
