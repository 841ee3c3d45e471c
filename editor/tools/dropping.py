"""What letting go of dragged boxes would do here: hang them under the box or in the group below the pointer."""

from collections.abc import Sequence

from editor.geometry import Point, Rect
from editor.model import outlining
from editor.model.rehanging import land_under, landing_of
from editor.model.structure import Structure, structure_of
from editor.model.transaction import Transaction
from editor.tools import wording
from editor.tools.drop import Drop
from editor.tools.editor import Editor


class Dropping:
    """For one drag: which boxes can take what is dragged is asked of the structure once, when first needed."""

    def __init__(self, editor: Editor, ids: Sequence[str]) -> None:
        self._editor = editor
        self._dragged = list(ids)
        self._own: frozenset[str] | None = None
        self._tops: list[str] = []
        self._groups = {editor.document.nodes[id].group for id in ids}
        self._landings: dict[str, Rect | None] = {}

    def under(self, point: Point, moving: set[str]) -> Drop | None:
        """What a drop at this point means; None where it only moves the boxes."""
        id = self._editor.node_at(point, moving)
        if id is None or not self._takes(id):
            return None
        node = self._editor.document.nodes[id]
        words = wording.INTO_GROUP if node.is_group else wording.UNDER
        name = " ".join(node.name.split()) or id
        return Drop(id, wording.one(words, self._editor.lang).format(name), point, node.box, self._landing(id))

    def at_top(self, point: Point) -> Drop | None:
        """A drop that takes the boxes out from under their parent; None where they stand at the top already."""
        structure = self._structure()
        if all(structure.parent[id] is None for id in self._tops):
            return None
        return Drop(None, wording.one(wording.AT_TOP, self._editor.lang), point)

    def carry_out(self, step: Transaction, drop: Drop) -> None:
        """Inside a step in which the boxes stand where they stood before (under a box) or were put (at the top)."""
        editor = self._editor
        if drop.parent is None:
            outlining.put_under(editor.document, step, editor.vocabulary, self._tops, None)
        else:
            land_under(editor.document, step, editor.vocabulary, self._tops, drop.parent)

    def _takes(self, id: str) -> bool:
        """Not the frame they stand in, nor anything below themselves, nor a parent that all of them have already."""
        if id in self._groups and self._editor.document.nodes[id].is_group:
            return False
        structure = self._structure()
        assert self._own is not None
        return id not in self._own and any(structure.parent[top] != id for top in self._tops)

    def _structure(self) -> Structure:
        structure = structure_of(self._editor.document, self._editor.vocabulary)
        if self._own is None:
            self._tops = outlining.tops(structure, self._dragged)
            self._own = frozenset(id for top in self._tops for id in structure.branch(top))
        return structure

    def _landing(self, parent: str) -> Rect | None:
        if parent not in self._landings:
            document, vocabulary = self._editor.document, self._editor.vocabulary
            self._landings[parent] = landing_of(document, vocabulary, self._tops[0], parent)
        return self._landings[parent]
