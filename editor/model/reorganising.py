"""Changes of an organisation from a day on: merge, split, dissolve, succeed, move a task, appoint, vacate.

Nothing is overwritten: what ends keeps its facts and gets its last day, what begins gets its first, and relations of
the kind `becomes` lead from the one to the other. Each is for use inside a step that is already open; days are EDTF.
"""

from collections.abc import Iterable, Sequence

import msgspec

from editor.errors import UserError
from editor.geometry import Point
from editor.model.dates import eve
from editor.model.document import Document
from editor.model.edits import connect, node_of
from editor.model.ids import new_id
from editor.model.places import place_for
from editor.model.records import Edge, Facts, Node, Task, Tenure
from editor.model.structure import Structure
from editor.model.transaction import Transaction
from editor.model.vocabulary import Vocabulary

BECOMES = "becomes"


def merge(
    document: Document, step: Transaction, vocabulary: Vocabulary, ids: Sequence[str], name: str, day: str
) -> str:
    """Let several elements end and a new one begin in their place; returns its id."""
    if len(set(ids)) < 2:
        raise UserError(
            {"sv": "En sammanslagning behöver minst två rutor.", "en": "A merger needs at least two boxes."},
            {"sv": "Markera dem som ska slås samman.", "en": "Select those to be merged."},
        )
    olds = [node_of(document, id) for id in ids]
    new = _successor(document, step, vocabulary, olds[0], name, day)
    for old in olds:
        _pass_on(document, step, vocabulary, old.id, new, day)
        _become(document, step, old.id, new, day)
        _end(document, step, old.id, day)
    return new


def split(
    document: Document, step: Transaction, vocabulary: Vocabulary, id: str, names: Sequence[str], day: str
) -> list[str]:
    """Let an element end and several begin; what belonged to it goes with the first. Returns the new ids."""
    if len(names) < 2:
        raise UserError(
            {"sv": "En delning behöver minst två namn.", "en": "A split needs at least two names."},
            {"sv": "Skriv ett namn på varje rad.", "en": "Write a name on each line."},
        )
    old = node_of(document, id)
    news = [_successor(document, step, vocabulary, old, name, day) for name in names]
    _pass_on(document, step, vocabulary, id, news[0], day)
    for new in news:
        _become(document, step, id, new, day)
    _end(document, step, id, day)
    return news


def succeed(document: Document, step: Transaction, vocabulary: Vocabulary, id: str, name: str, day: str) -> str:
    """Let an element end and one with another name begin, with all that belonged to it: a new post, a renamed body.

    The holders and tasks go on in the new one. Returns its id.
    """
    old = node_of(document, id)
    new = _successor(document, step, vocabulary, old, name, day)
    going_on = [tenure for tenure in old.facts.tenures if tenure.end is None]
    tenures = tuple(msgspec.structs.replace(tenure, start=day) for tenure in going_on)
    tasks = tuple(msgspec.structs.replace(task, start=day) for task in old.facts.tasks if task.end is None)
    step.update(new, facts=msgspec.structs.replace(document.nodes[new].facts, tenures=tenures, tasks=tasks))
    _pass_on(document, step, vocabulary, id, new, day)
    _become(document, step, id, new, day)
    _end(document, step, id, day)
    return new


def dissolve(document: Document, step: Transaction, vocabulary: Vocabulary, id: str, day: str) -> None:
    """Let an element end before `day`; what hung under it hangs under its parent from then on."""
    node_of(document, id)
    structure = Structure(document, vocabulary)
    parent = structure.parent.get(id)
    for child in structure.children.get(id, ()):
        line = structure.tree_edge(child)
        if parent is not None and line is not None:
            _hang_anew(document, step, document.edges[line], id, parent, day)
    _end(document, step, id, day)


def move_task(document: Document, step: Transaction, source: str, number: int, target: str, day: str) -> None:
    """Let one of an element's tasks (counted from 0) go on in another element."""
    owner, heir = node_of(document, source), node_of(document, target)
    tasks = list(owner.facts.tasks)
    if not 0 <= number < len(tasks):
        raise UserError(
            {
                "sv": f"”{owner.name}” har ingen uppgift {number + 1}.",
                "en": f"“{owner.name}” has no task {number + 1}.",
            },
            {"sv": "Välj en uppgift i rutan.", "en": "Choose a task in the box."},
        )
    moved = tasks[number]
    tasks[number] = msgspec.structs.replace(moved, end=eve(day))
    begun = msgspec.structs.replace(moved, start=day, end=None)
    _say(document, step, source, tasks=tuple(tasks))
    _say(document, step, target, tasks=(*heir.facts.tasks, begun))


def appoint(document: Document, step: Transaction, post: str, tenure: Tenure, *, replacing: bool = True) -> None:
    """Give a post a holder from the tenure's start on; those who hold it now end the day before, unless they stay."""
    node = node_of(document, post)
    held = node.facts.tenures
    if replacing and tenure.start is not None:
        held = _ended(held, tenure.start)
    _say(document, step, post, tenures=(*held, tenure))


def vacate(document: Document, step: Transaction, post: str, day: str) -> None:
    """Let everyone who holds a post leave it before `day`."""
    _say(document, step, post, tenures=_ended(node_of(document, post).facts.tenures, day))


def person_ids(document: Document) -> set[str]:
    """The ids of all persons who hold anything."""
    return {tenure.person for node in document.nodes.values() for tenure in node.facts.tenures if tenure.person}


def join_persons(document: Document, step: Transaction, holders: Iterable[tuple[str, int]]) -> str:
    """Say that these holders (post and place among its tenures) are one person; returns the person's id."""
    holders = list(holders)
    known = [document.nodes[post].facts.tenures[place].person for post, place in holders]
    person = next((id for id in known if id is not None), None) or new_id("p", person_ids(document).__contains__)
    for post, place in holders:
        tenures = list(document.nodes[post].facts.tenures)
        tenures[place] = msgspec.structs.replace(tenures[place], person=person)
        _say(document, step, post, tenures=tuple(tenures))
    return person


def _successor(document: Document, step: Transaction, vocabulary: Vocabulary, old: Node, name: str, day: str) -> str:
    """A new element of the old one's kind, hanging from the day on where the old one hung."""
    id = new_id("n", lambda taken: document.record(taken) is not None, len(document.nodes))
    structure = Structure(document, vocabulary)
    parent = document.nodes.get(structure.parent.get(old.id) or "")
    size = Point(old.box.width, old.box.height) if old.box is not None else None
    corner = place_for(document, vocabulary, parent, size) if size is not None else None
    order = 1 + max(node.order for node in document.nodes.values())
    facts = Facts(sector=old.facts.sector, start=day)
    step.add(
        msgspec.structs.replace(old, id=id, name=name, box=corner, order=order, facts=facts, labels=(), attributes={})
    )
    line = structure.tree_edge(old.id)
    if line is not None:
        edge = document.edges[line]
        ends = (edge.source, id) if edge.target == old.id else (id, edge.target)
        _relate(document, step, edge.kind, *ends, day)
    return id


def _pass_on(document: Document, step: Transaction, vocabulary: Vocabulary, old: str, new: str, day: str) -> None:
    """What led to the old one or from it goes on from the day with the new one, which hangs where it was put."""
    hung_by = Structure(document, vocabulary).tree_edge(old)
    if hung_by is not None:
        _end(document, step, hung_by, day)
    for id in sorted(document.indexes.edges_at(old), key=lambda id: document.edges[id].order):
        edge = document.edges[id]
        is_over = edge.kind == BECOMES or edge.facts.end is not None or edge.facts.start == day
        if not is_over:
            _hang_anew(document, step, edge, old, new, day)


def _hang_anew(document: Document, step: Transaction, edge: Edge, old: str, new: str, day: str) -> None:
    """End a relation, and begin the same one with another end."""
    ends = [new if end == old else end for end in (edge.source, edge.target)]
    _end(document, step, edge.id, day)
    is_there = any((other.kind, other.source, other.target) == (edge.kind, *ends) for other in document.edges.values())
    if ends[0] != ends[1] and not is_there:
        _relate(document, step, edge.kind, ends[0], ends[1], day)


def _relate(document: Document, step: Transaction, kind: str | None, source: str, target: str, day: str) -> str:
    id = connect(document, step, kind, source, target)
    step.update(id, facts=Facts(start=day))
    return id


def _become(document: Document, step: Transaction, old: str, new: str, day: str) -> None:
    _relate(document, step, BECOMES, old, new, day)


def _end(document: Document, step: Transaction, id: str, day: str) -> None:
    """The last day is the one before; of a node also that of its holders and tasks. What ended before is left."""
    record = document.nodes.get(id) or document.edges[id]
    facts = record.facts
    if facts.end is None:
        facts = msgspec.structs.replace(facts, end=eve(day), status="ended")
    tasks = tuple(_until(task, day) for task in facts.tasks)
    step.update(id, facts=msgspec.structs.replace(facts, tenures=_ended(facts.tenures, day), tasks=tasks))


def _ended(tenures: tuple[Tenure, ...], day: str) -> tuple[Tenure, ...]:
    return tuple(
        tenure if tenure.end is not None else msgspec.structs.replace(tenure, end=eve(day)) for tenure in tenures
    )


def _until(task: Task, day: str) -> Task:
    return task if task.end is not None else msgspec.structs.replace(task, end=eve(day))


def _say(document: Document, step: Transaction, id: str, **said: object) -> None:
    step.update(id, facts=msgspec.structs.replace(document.nodes[id].facts, **said))
