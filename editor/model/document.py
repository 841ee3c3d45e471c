"""The document: its records, the indexes over them, and the only door through which they change."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from editor.model.changes import ChangeSet
from editor.model.history import History
from editor.model.indexes import Indexes
from editor.model.integrity import completed
from editor.model.records import DOCUMENT_ID, Edge, Info, Node, Record
from editor.model.transaction import Transaction

Listener = Callable[[ChangeSet], None]
MOST_MOVED = 8


class Document:
    """Nodes and edges by id, in the order in which they came; who leads whom is asked of `editor.model.structure`.

    Every listener is told of every change as one `ChangeSet`, also of those of an open gesture,
    of undo and of redo. Listeners must not open a transaction themselves.
    """

    def __init__(self, nodes: Iterable[Node] = (), edges: Iterable[Edge] = (), info: Info | None = None) -> None:
        self._nodes = {node.id: node for node in nodes}
        self._edges = {edge.id: edge for edge in edges}
        self._shown_nodes, self._shown_edges = MappingProxyType(self._nodes), MappingProxyType(self._edges)
        self._info = info or Info()
        self._indexes = Indexes(self._nodes, self._edges)
        self._listeners: list[Listener] = []
        self._open: Transaction | None = None
        self._hands: list[Callable[[], object]] = []
        self.revision = 0
        """Grows with every change, so that what was found out about the document can be told to be old."""
        self.history = History()
        self.kept: dict[str, object] = {}
        """What was found out about who stands under whom, by what it is; see `moved`."""
        self.moved: list[ChangeSet] = []
        """The changes since then that may matter to it; after a few of them what was kept is forgotten."""

    @property
    def nodes(self) -> Mapping[str, Node]:
        return self._shown_nodes

    @property
    def edges(self) -> Mapping[str, Edge]:
        return self._shown_edges

    @property
    def info(self) -> Info:
        return self._info

    @property
    def indexes(self) -> Indexes:
        return self._indexes

    def record(self, id: str) -> Record | None:
        """The record with this id, the document's own under `DOCUMENT_ID`; None where there is none."""
        if id == DOCUMENT_ID:
            return self._info
        return self._nodes.get(id) or self._edges.get(id)

    def listen(self, listener: Listener) -> None:
        self._listeners.append(listener)

    def unlisten(self, listener: Listener) -> None:
        """Stop telling this listener; one that is not listening is no error."""
        if listener in self._listeners:
            self._listeners.remove(listener)

    @contextmanager
    def transaction(self, name: str, merge_key: str | None = None) -> Iterator[Transaction]:
        """Change the document: one undo step called `name` when the block ends, nothing at all when it raises.

        Steps that follow one another with the same `merge_key` become one step (typing in a field).
        """
        transaction = self.begin(name, merge_key)
        try:
            yield transaction
        except BaseException:
            transaction.cancel()
            raise
        transaction.commit()

    @contextmanager
    def step_beside(self, name: str, merge_key: str | None = None) -> Iterator[Transaction]:
        """A step written from beside the chart, in a pane: what a hand is in the middle of is taken back first.

        That is what commands do too, so that a letter typed while a box is dragged is never lost, nor written into the
        step of the drag.
        """
        self.settle()
        with self.transaction(name, merge_key) as step:
            yield step

    def begin(self, name: str, merge_key: str | None = None) -> Transaction:
        """Open a transaction for a gesture that lasts over several events; it must be committed or cancelled."""
        if self._open is not None:
            raise RuntimeError(f"“{name}” was begun inside “{self._open.name}”; finish that first")
        self._open = Transaction(self, name, merge_key)
        return self._open

    def hold(self, settle: Callable[[], object]) -> None:
        """Whoever keeps transactions open over several events says how one of them is ended."""
        self._hands.append(settle)

    def let_go(self, settle: Callable[[], object]) -> None:
        self._hands.remove(settle)

    def settle(self) -> None:
        """End the gesture that a hand is in the middle of; for whoever writes from beside it."""
        if self._open is not None:
            for settle in tuple(self._hands):
                settle()

    @property
    def in_transaction(self) -> bool:
        return self._open is not None

    def undo(self) -> str | None:
        """Take the last step back and return its name; None where there is none."""
        self._refuse_in_transaction()
        step = self.history.step_back()
        if step is None:
            return None
        self.apply(step.change.reversed())
        return step.name

    def redo(self) -> str | None:
        """Do again what was last undone and return its name; None where there is nothing."""
        self._refuse_in_transaction()
        step = self.history.step_forward()
        if step is None:
            return None
        self.apply(step.change)
        return step.name

    def suggest(self, nodes: Iterable[Node], edges: Iterable[Edge] = ()) -> None:
        """Put nodes and edges in place that differ only in a suggested `box` (`placed=False`) or way (`loose`): shown,
        no step, not saved.
        """
        updated: dict[str, tuple[Record, Record]] = {node.id: (self._nodes[node.id], node) for node in nodes}
        updated.update({edge.id: (self._edges[edge.id], edge) for edge in edges})
        self.apply(ChangeSet(updated=updated))
        self.history.rebase(updated)

    def apply(self, change: ChangeSet) -> None:
        """Carry out a change and tell the listeners. For history and transactions; all others open one."""
        if not change:
            return
        self._indexes.forget(change)
        for id in change.removed:
            self._nodes.pop(id, None) or self._edges.pop(id, None)
        for record in (*change.added.values(), *(after for _, after in change.updated.values())):
            self._put(record)
        self._indexes.learn(change)
        self.revision += 1
        if self.kept and change.moves_in_tree:
            self.moved.append(change)
            if len(self.moved) > MOST_MOVED:
                self.kept.clear()
                self.moved.clear()
        for listener in tuple(self._listeners):
            listener(change)

    def finish(self, transaction: Transaction, done: ChangeSet | None) -> None:
        """Called by the open transaction when it ends: with what it did, or None when it was cancelled."""
        if transaction is not self._open:
            raise RuntimeError(f"“{transaction.name}” is over already")
        self._open = None
        if done:
            self.history.push(transaction.name, done, transaction.merge_key)

    def complete(self, before: ChangeSet) -> ChangeSet:
        """What must follow a change so that the document is whole again; raises `IntegrityError` if nothing can."""
        return completed(self, before)

    def _put(self, record: Record) -> None:
        if isinstance(record, Node):
            self._nodes[record.id] = record
        elif isinstance(record, Edge):
            self._edges[record.id] = record
        else:
            self._info = record

    def _refuse_in_transaction(self) -> None:
        if self._open is not None:
            raise RuntimeError(f"“{self._open.name}” is still open")
