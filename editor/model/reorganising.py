"""Changes of an organisation from a day on: merge, split, dissolve, succeed, move a task, appoint, vacate.

Nothing is overwritten: what ends keeps its facts and gets its last day, what begins gets its first, and relations of
the kind `becomes` lead from the one to the other. Each is for use inside a step that is already open; days are EDTF.
"""

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from editor.errors import UserError
from editor.geometry import Point
from editor.model.dates import eve, is_later
from editor.model.document import Document
from editor.model.edits import connect, node_of
from editor.model.ids import new_id
from editor.model.persons import VACANT, is_vacancy
from editor.model.places import place_for
from editor.model.records import Edge, Facts, Node, Task, Tenure
from editor.model.structure import structure_of
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
    olds = [_there(document, id, day) for id in dict.fromkeys(ids)]
    new = _successor(document, step, vocabulary, olds[0], name, day)
    _say(document, step, new, tasks=_going_on([task for old in olds for task in old.facts.tasks], day))
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
    old = _there(document, id, day)
    news = [_successor(document, step, vocabulary, old, name, day) for name in names]
    _say(document, step, news[0], tasks=_going_on(old.facts.tasks, day))
    _pass_on(document, step, vocabulary, id, news[0], day)
    for new in news:
        _become(document, step, id, new, day)
    _end(document, step, id, day)
    return news


def succeed(
    document: Document,
    step: Transaction,
    vocabulary: Vocabulary,
    id: str,
    name: str,
    day: str,
    *,
    holders_stay: bool = True,
) -> str:
    """Let an element end and one with another name begin, with all that belonged to it: a new post, a renamed body.

    The tasks go on in the new one, and so do the holders if they stay. Returns its id.
    """
    old = _there(document, id, day)
    new = _successor(document, step, vocabulary, old, name, day)
    staying = [tenure for tenure in old.facts.tenures if tenure.end is None and holders_stay]
    tenures = tuple(msgspec.structs.replace(tenure, start=day) for tenure in staying)
    _say(document, step, new, tenures=tenures, tasks=_going_on(old.facts.tasks, day))
    _pass_on(document, step, vocabulary, id, new, day)
    _become(document, step, id, new, day)
    _end(document, step, id, day)
    return new


def dissolve(document: Document, step: Transaction, vocabulary: Vocabulary, id: str, day: str) -> None:
    """Let an element end before `day`; what hung under it hangs under its parent from then on."""
    _there(document, id, day)
    structure = structure_of(document, vocabulary)
    parent = structure.parent.get(id)
    for child in structure.children.get(id, ()):
        line = structure.tree_edge(child)
        if parent is not None and line is not None:
            _hang_anew(document, step, document.edges[line], id, parent, day)
    _end(document, step, id, day)


def move_task(document: Document, step: Transaction, source: str, number: int, target: str, day: str) -> None:
    """Let one of an element's tasks (counted from 0) go on in another element."""
    owner, heir = node_of(document, source), node_of(document, target)
    if source == target:
        raise UserError(
            {"sv": f"”{_name(owner)}” har redan uppgiften.", "en": f"“{_name(owner)}” has the task already."},
            {"sv": "Välj en annan ruta.", "en": "Choose another box."},
        )
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
    _begun(moved, moved.text, day)
    tasks[number] = msgspec.structs.replace(moved, end=eve(day))
    begun = msgspec.structs.replace(moved, start=day, end=None)
    _say(document, step, source, tasks=tuple(tasks))
    _say(document, step, target, tasks=(*heir.facts.tasks, begun))


def task_meant(document: Document, id: str, words: str) -> int:
    """The number (from 0) of the task that somebody means by its number from 1, its text, or a part of that."""
    node = node_of(document, id)
    texts = [" ".join(task.text.casefold().split()) for task in node.facts.tasks]
    wanted = " ".join(words.casefold().split())
    if wanted.isdecimal() and 1 <= int(wanted) <= len(texts):
        return int(wanted) - 1
    found = [number for number, text in enumerate(texts) if text == wanted]
    found = found or [number for number, text in enumerate(texts) if wanted and wanted in text]
    if len(found) == 1:
        return found[0]
    listed = "; ".join(f"{number} {task.text}" for number, task in enumerate(node.facts.tasks, 1)) or "–"
    what, hur = ("Flera uppgifter", "Several tasks") if found else ("Ingen uppgift", "No task")
    raise UserError(
        {
            "sv": f"{what} i ”{_name(node)}” passar in på ”{words}”.",
            "en": f"{hur} of “{_name(node)}” {'fit' if found else 'fits'} “{words}”.",
        },
        {"sv": f"Uppgifterna är: {listed}.", "en": f"The tasks are: {listed}."},
    )


def appoint(document: Document, step: Transaction, post: str, *tenures: Tenure, replacing: bool = True) -> None:
    """Give a post a holder, or several, from a tenure's start on.

    Those who hold it now end the day before, unless they stay; a vacancy ends in any case.
    """
    node = node_of(document, post)
    for tenure in tenures:
        if not tenure.name.strip():
            raise UserError(
                {"sv": "Den som utses har inget namn.", "en": "Whoever is appointed has no name."},
                {"sv": "Skriv namnet.", "en": "Write the name."},
            )
    day = tenures[0].start if tenures else None
    held = node.facts.tenures
    if day is not None:
        _there(document, post, day)
        leaving = [tenure for tenure in held if replacing or is_vacancy(tenure)]
        held = tuple(_until(tenure, day) if tenure in leaving else tenure for tenure in held)
        held = tuple(tenure for tenure in held if not (is_vacancy(tenure) and _is_empty(tenure)))
    _say(document, step, post, tenures=(*held, *tenures))


def vacate(document: Document, step: Transaction, post: str, day: str) -> None:
    """Let everyone who holds a post leave it before `day`; it is vacant from then on."""
    node = _there(document, post, day)
    going = [tenure for tenure in node.facts.tenures if tenure.end is None and not is_vacancy(tenure)]
    if not going:
        raise UserError(
            {"sv": f"Ingen innehar ”{_name(node)}” då.", "en": f"Nobody holds “{_name(node)}” then."},
            {"sv": "Se efter vilka som innehar den.", "en": "See who holds it."},
        )
    for tenure in going:
        _begun(tenure, tenure.name, day)
    vacancy = Tenure("", start=day, status=VACANT)
    _say(document, step, post, tenures=(*_ended(node.facts.tenures, day), vacancy))


def _there(document: Document, id: str, day: str) -> Node:
    """The element; UserError where it is over before the day, or begins on it or later."""
    node = node_of(document, id)
    if node.facts.end is not None and is_later(day, node.facts.end):
        end = node.facts.end
        raise UserError(
            {
                "sv": f"”{_name(node)}” finns inte längre {day}: sista dagen är {end}.",
                "en": f"“{_name(node)}” is no longer there on {day}: its last day is {end}.",
            },
            {"sv": "Välj en tidigare dag.", "en": "Choose an earlier day."},
        )
    _begun(node.facts, _name(node), day)
    return node


def _begun(item: Facts | Tenure | Task, name: str, day: str) -> None:
    """UserError where it begins after the day: it can't end before it began."""
    if item.start is not None and is_later(item.start, day):
        raise UserError(
            {"sv": f"”{name}” börjar först {item.start}.", "en": f"“{name}” does not begin until {item.start}."},
            {"sv": "Välj en senare dag.", "en": "Choose a later day."},
        )


def _is_empty(item: Tenure) -> bool:
    """Whether its last day lies before its first."""
    return item.start is not None and item.end is not None and is_later(item.start, item.end)


def _going_on(tasks: Sequence[Task], day: str) -> tuple[Task, ...]:
    """What has no last day begins anew in another's box; what several had is there once."""
    begun = (msgspec.structs.replace(task, start=day) for task in tasks if task.end is None)
    return tuple({task.text: task for task in begun}.values())


def _name(node: Node) -> str:
    return " ".join(node.name.split()) or node.id


def _successor(document: Document, step: Transaction, vocabulary: Vocabulary, old: Node, name: str, day: str) -> str:
    """A new element of the old one's kind, hanging from the day on where the old one hung."""
    if not name.strip():
        raise UserError(
            {"sv": "Det nya har inget namn.", "en": "What is new has no name."},
            {"sv": "Skriv ett namn.", "en": "Write a name."},
        )
    id = new_id("n", lambda taken: document.record(taken) is not None, len(document.nodes))
    structure = structure_of(document, vocabulary)
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
    hung_by = structure_of(document, vocabulary).tree_edge(old)
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
    if facts.end is None or is_later(facts.end, day):
        facts = msgspec.structs.replace(facts, end=eve(day), status="ended")
    tasks = tuple(_until(task, day) for task in facts.tasks)
    step.update(id, facts=msgspec.structs.replace(facts, tenures=_ended(facts.tenures, day), tasks=tasks))


def _ended(tenures: tuple[Tenure, ...], day: str) -> tuple[Tenure, ...]:
    return tuple(_until(tenure, day) for tenure in tenures)


Timed = TypeVar("Timed", Tenure, Task)


def _until(item: Timed, day: str) -> Timed:
    return item if item.end is not None else msgspec.structs.replace(item, end=eve(day))


def _say(document: Document, step: Transaction, id: str, **said: object) -> None:
    step.update(id, facts=msgspec.structs.replace(document.nodes[id].facts, **said))
