"""The relations at a box, each a way to its other end."""

from functools import partial
from typing import TYPE_CHECKING

from editor.model.records import Edge
from editor.ui.inspector.column import FieldColumn
from editor.ui.look.parts import FactButton, label

if TYPE_CHECKING:
    from editor.ui.inspector.page import Page

MOST_RELATIONS = 8


class RelationList(FieldColumn):
    """Of the page's one box; its section is hidden where there are none."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page.words)
        self._page = page
        self._lines: list[str] = []
        self._count = -1
        self._buttons: list[FactButton] = []
        self._more = label("", "secondary")
        self.column.addWidget(self._more)

    def refresh(self) -> None:
        values = self._page.values
        document, id = values.document, values.ids[0]
        edges = [document.edges[edge] for edge in document.indexes.edges_at(id)] if id in document.nodes else []
        self._page.sections["relations"].setVisible(bool(edges))
        shown = edges[:MOST_RELATIONS]
        for made in self._buttons[len(shown) :]:
            made.hide()
            made.deleteLater()
        del self._buttons[len(shown) :]
        while len(self._buttons) < len(shown):
            self._buttons.append(made := FactButton("", partial(self._go, len(self._buttons))))
            self.column.insertWidget(len(self._buttons) - 1, made)
        self._lines = [edge.id for edge in shown]
        for made, edge in zip(self._buttons, shown, strict=True):
            made.tell(values.relation_line(edge, id, _other(edge, id)))
        self._more.setVisible(len(edges) > len(shown))
        self._more.setText(self.words("field.more", count=len(edges) - len(shown)))

    def _go(self, place: int) -> None:
        values = self._page.values
        edge = values.document.edges.get(self._lines[place])
        if edge is not None:
            self._page.asks.want(_other(edge, values.ids[0]))


def _other(edge: Edge, id: str) -> str:
    return edge.target if edge.source == id else edge.source
