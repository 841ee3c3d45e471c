"""Two people's changes of one document put together: what only one of them touched is taken, the rest is asked for."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

import msgspec

from editor.model.document import Document
from editor.model.ids import new_id
from editor.model.integrity import IntegrityError
from editor.model.records import DOCUMENT_ID, Edge, Node, Record

Records = Mapping[str, Record]
UNITS = (
    frozenset({"group", "box", "placed", "graph"}),
    frozenset({"source", "target", "bends", "source_offset", "target_offset", "loose"}),
)
"""Fields that only make sense together; every other field is taken by itself."""
UNCOMPARED = frozenset({"id", "order", "name_spot", "name_at", "name_along", "seems_up"})
"""`order` follows from where an element stands in its file, so it differs wherever something stands before it; the spot
of a name from how wide its program set the words.
"""


class Conflict(msgspec.Struct, frozen=True):
    """A record that both have touched, in ways that don't go together. None: it was removed."""

    id: str
    mine: Record | None
    theirs: Record | None

    @property
    def name(self) -> str:
        """What it is called, as the one says who still has it."""
        record = self.mine or self.theirs
        return " ".join(record.name.split()) if isinstance(record, Node | Edge) else ""


class Merge:
    """`base` is what both began with, by id; ids mean the same in all three, but for those that are new in `mine`."""

    def __init__(self, base: Records, mine: Records, theirs: Records) -> None:
        self._base = base
        self._theirs = theirs
        self._mine = renamed(mine, _clashing_news(base, mine, theirs))
        self._changed_here = {id for id in {*base, *self._mine} if _differ(base.get(id), self._mine.get(id))}
        self._changed_there = {id for id in {*base, *theirs} if _differ(base.get(id), theirs.get(id))}
        self.conflicts: tuple[Conflict, ...] = tuple(
            Conflict(id, self._mine.get(id), theirs.get(id)) for id in sorted(self._conflicting())
        )

    def apply(self, document: Document, name: str, mine: Collection[str]) -> None:
        """Put the changes made here into a document that is `theirs`, as one step; of conflicts those in `mine` win."""
        asked = {conflict.id for conflict in self.conflicts}
        changed = (self._changed_here - asked) | (asked & set(mine))
        puts = {id: made for id in sorted(changed) if (made := self._put(id, changed, mine)) is not None}
        for id in asked - set(mine):
            made = self._compromise(id)
            if made is not None:
                puts[id] = made
        puts.update(self._lines_of_restored(puts))
        removed = {id for id in changed if self._mine.get(id) is None}
        self._carry_out(document, name, puts, removed)

    def _carry_out(self, document: Document, name: str, puts: dict[str, Record], removed: set[str]) -> None:
        """Two moves that are each sound may make a loop together: then boxes stay where the others have put them."""
        try:
            _step(document, name, _standing(document, puts, removed), removed)
        except IntegrityError:
            stays = {id: self._in_their_place(record) for id, record in puts.items()}
            _step(document, name, _standing(document, stays, removed), removed)

    def _in_their_place(self, record: Record) -> Record:
        there = self._theirs.get(record.id)
        if isinstance(record, Node) and isinstance(there, Node):
            return msgspec.structs.replace(record, group=there.group, box=there.box, graph=there.graph)
        return record

    def _put(self, id: str, changed: Collection[str], mine: Collection[str]) -> Record | None:
        here, there = self._mine.get(id), self._theirs.get(id)
        if here is None or there is None:
            return here
        return _with(there, here, _touched(self._base.get(id), here))

    def _compromise(self, id: str) -> Record | None:
        """Where theirs wins, what was changed here beside it is kept."""
        here, there = self._mine.get(id), self._theirs.get(id)
        if here is None or there is None:
            return None
        base = self._base.get(id)
        return _with(there, here, _touched(base, here) - _touched(base, there))

    def _lines_of_restored(self, puts: Records) -> dict[str, Record]:
        """A box that they removed and that is to stay has its lines again."""
        restored = {id for id in puts if id in self._base and id not in self._theirs}
        lines = (record for record in self._mine.values() if isinstance(record, Edge))
        return {
            line.id: line
            for line in lines
            if line.id not in self._theirs and line.id in self._base and restored & {line.source, line.target}
        }

    def _conflicting(self) -> Iterator[str]:
        for id in self._changed_here & self._changed_there:
            here, there, base = self._mine.get(id), self._theirs.get(id), self._base.get(id)
            if not _differ(here, there):
                continue
            if here is None or there is None or _clash(base, here, there):
                yield id
        yield from self._needed(self._changed_here, self._mine, self._theirs)
        yield from self._needed(self._changed_there, self._theirs, self._mine)

    def _needed(self, changed: Iterable[str], where: Records, other: Records) -> Iterator[str]:
        """What one has removed and the other has since hung something on, which it had not before."""
        for id in changed:
            record = where.get(id)
            if record is not None:
                yield from (
                    end
                    for end in _refers(record) - _refers(self._base.get(id))
                    if end in self._base and end in where and end not in other
                )


def _step(document: Document, name: str, puts: list[Record], removed: set[str]) -> None:
    with document.transaction(name) as step:
        step.put(*puts)
        step.remove(*removed)


def _standing(document: Document, puts: Mapping[str, Record], removed: set[str]) -> list[Record]:
    """Those that have something to hang on; a box whose frame has gone stands outside."""
    nodes = {*document.nodes, *(id for id, record in puts.items() if isinstance(record, Node))} - removed
    found: list[Record] = []
    for record in puts.values():
        if isinstance(record, Node) and record.group is not None and record.group not in nodes:
            record = msgspec.structs.replace(record, group=None)
        if not isinstance(record, Edge) or {record.source, record.target} <= nodes:
            found.append(record)
    return found


def _refers(record: Record | None) -> set[str]:
    if isinstance(record, Edge):
        return {record.source, record.target}
    return {record.group} if isinstance(record, Node) and record.group is not None else set()


def _fields(record: Record) -> dict[str, object]:
    """What a record says. Places that nobody chose are none."""
    fields = {name: getattr(record, name) for name in record.__struct_fields__ if name not in UNCOMPARED}
    if isinstance(record, Node) and not record.placed:
        fields.update(box=None, placed=True)
    return fields


def _differ(one: Record | None, other: Record | None) -> bool:
    if one is None or other is None or type(one) is not type(other):
        return one is not other
    return one is not other and _fields(one) != _fields(other)


def _touched(base: Record | None, record: Record) -> set[str]:
    """The fields in which a record is no longer what it was, with those that belong to them."""
    if base is None or type(base) is not type(record):
        return {name for name in record.__struct_fields__ if name != "id"}
    before, after = _fields(base), _fields(record)
    touched = {name for name in after if after[name] != before[name]}
    for unit in UNITS:
        if touched & unit:
            touched |= unit & set(after)
    return touched


def _clash(base: Record | None, here: Record, there: Record) -> bool:
    if type(here) is not type(there):
        return True
    both = _touched(base, here) & _touched(base, there)
    mine, theirs = _fields(here), _fields(there)
    return any(mine.get(name) != theirs.get(name) for name in both if name not in UNCOMPARED)


def _with(there: Record, here: Record, fields: Collection[str]) -> Record:
    if type(here) is not type(there):
        return here
    made: Record = msgspec.structs.replace(there, **{name: getattr(here, name) for name in fields})
    return made


def _clashing_news(base: Records, mine: Records, theirs: Records) -> dict[str, str]:
    """New ids for what both have added under the same id, although it isn't the same."""
    taken: Callable[[str], bool] = {*base, *mine, *theirs}.__contains__
    given: dict[str, str] = {}
    for id in mine:
        if id in theirs and id not in base and id != DOCUMENT_ID and _differ(mine[id], theirs[id]):
            given[id] = new_id(f"{id}:", lambda made: taken(made) or made in given.values(), 2)
    return given


def renamed(records: Records, names: Mapping[str, str]) -> Records:
    """Records under other ids, and whatever refers to them with them."""
    if not names:
        return records
    made: dict[str, Record] = {}
    for record in records.values():
        fields: dict[str, object] = {"id": names.get(record.id, record.id)}
        if isinstance(record, Edge):
            fields.update(
                source=names.get(record.source, record.source), target=names.get(record.target, record.target)
            )
        elif isinstance(record, Node) and record.group is not None:
            fields.update(group=names.get(record.group, record.group))
        one: Record = msgspec.structs.replace(record, **fields)
        made[one.id] = one
    return made


def records_of(document: Document) -> dict[str, Record]:
    """All records of a document by id, its own among them."""
    return {**document.nodes, **document.edges, DOCUMENT_ID: document.info}
