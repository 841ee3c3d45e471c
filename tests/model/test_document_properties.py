"""Random lives of a document: undo all = start, redo all = end, indexes = rebuilt ones, rules always hold."""

from typing import Any

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from editor.geometry import Rect
from editor.model.changes import ChangeSet
from editor.model.document import Document
from editor.model.indexes import Indexes
from editor.model.integrity import IntegrityError
from editor.model.records import Edge, Info, Node, Record

IDS = st.sampled_from([f"n{number}" for number in range(8)])
EDGE_IDS = st.sampled_from([f"e{number}" for number in range(6)])
NUMBERS = st.integers(-500, 500).map(float)
RECTS = st.builds(Rect, NUMBERS, NUMBERS, st.integers(0, 3000).map(float), st.integers(0, 300).map(float))
NODES = st.builds(
    Node,
    id=IDS,
    name=st.text(max_size=3),
    group=st.none() | IDS,
    box=st.none() | RECTS,
    is_group=st.booleans(),
)
EDGES = st.builds(Edge, id=EDGE_IDS, source=IDS, target=IDS, name=st.text(max_size=3))


def state(document: Document) -> tuple[dict[str, Node], dict[str, Edge], Info]:
    return dict(document.nodes), dict(document.edges), document.info


def content(indexes: Indexes, document: Document) -> dict[str, Any]:
    ids = [None, *document.nodes]
    return {
        "edges": {id: sorted(indexes.edges_at(id)) for id in document.nodes},
        "members": {id: sorted(indexes.members(id)) for id in ids},
        "boxes": {id: indexes.boxes.rect(id) if id in indexes.boxes else None for id in document.nodes},
        "found": sorted(indexes.boxes.touching(Rect(-100, -100, 300, 300))),
    }


class DocumentLife(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.document = Document()
        self.mirror: dict[str, Record] = {"": self.document.info}
        self.document.listen(self.follow)
        self.start = state(self.document)

    def follow(self, change: ChangeSet) -> None:
        for id in change.removed:
            del self.mirror[id]
        for id, record in change.added.items():
            assert id not in self.mirror
            self.mirror[id] = record
        for id, (before, after) in change.updated.items():
            assert self.mirror[id] == before
            self.mirror[id] = after

    @rule(records=st.lists(NODES | EDGES, min_size=1, max_size=4), removed=st.lists(IDS | EDGE_IDS, max_size=2))
    def change(self, records: list[Node | Edge], removed: list[str]) -> None:
        before = state(self.document)
        try:
            with self.document.transaction("Change") as transaction:
                transaction.put(*records)
                transaction.remove(*removed)
        except IntegrityError:
            assert state(self.document) == before

    @rule(records=st.lists(NODES | EDGES, min_size=1, max_size=4))
    def cancelled_gesture(self, records: list[Node | Edge]) -> None:
        before, done = state(self.document), self.document.history.done
        gesture = self.document.begin("Gesture")
        for record in records:
            gesture.put(record)
            gesture.reset()
        gesture.put(*records)
        gesture.cancel()
        assert state(self.document) == before
        assert self.document.history.done == done

    @rule(title=st.text(max_size=3))
    def entitle(self, title: str) -> None:
        with self.document.transaction("Title", merge_key="title") as transaction:
            transaction.set_info(title=title)

    @precondition(lambda self: self.document.history.done)
    @rule()
    def undo(self) -> None:
        self.document.undo()

    @precondition(lambda self: self.document.history.undone)
    @rule()
    def redo(self) -> None:
        self.document.redo()

    @rule()
    def there_and_back(self) -> None:
        before = state(self.document)
        steps = len(self.document.history.done)
        while self.document.undo() is not None:
            pass
        assert state(self.document) == self.start
        for _ in range(steps):
            self.document.redo()
        assert state(self.document) == before

    @invariant()
    def listeners_know_it_all(self) -> None:
        nodes, edges, info = state(self.document)
        assert self.mirror == {**nodes, **edges, "": info}

    @invariant()
    def indexes_are_as_built_anew(self) -> None:
        fresh = Indexes(self.document.nodes, self.document.edges)
        assert content(self.document.indexes, self.document) == content(fresh, self.document)

    @invariant()
    def nothing_hangs(self) -> None:
        nodes = self.document.nodes
        assert all(edge.source in nodes and edge.target in nodes for edge in self.document.edges.values())
        assert all(node.group is None or nodes[node.group].is_group for node in nodes.values())


TestDocumentLife = DocumentLife.TestCase
TestDocumentLife.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
