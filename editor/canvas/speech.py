"""What of the canvas can be heard: its boxes and then its lines, each with its name and what is said of it."""

from typing import Protocol

from editor.canvas.scene import Scene
from editor.drawing.company import Company
from editor.model.document import Document
from editor.model.records import Node
from editor.model.vocabulary import Vocabulary


class Shown(Protocol):
    """What is asked of the canvas."""

    scene: Scene
    lang: str


class Speech:
    """Found out when somebody listens, and anew after a change."""

    def __init__(self, shown: Shown, document: Document, vocabulary: Vocabulary) -> None:
        self._shown = shown
        self._document = document
        self._company = Company(document, vocabulary)
        self._ids: list[str] | None = None
        self._places: dict[str, int] = {}

    def forget(self) -> None:
        """Something else may be shown now."""
        self._ids = None

    @property
    def ids(self) -> list[str]:
        """What is shown: the boxes in the order in which they stand in the document, then the lines."""
        if self._ids is None:
            records = (*self._document.nodes, *self._document.edges)
            self._ids = [id for id in records if self._shown.scene.block(id) is not None]
            self._places = {id: place for place, id in enumerate(self._ids)}
        return self._ids

    def place_of(self, id: str) -> int | None:
        """Where a record stands among those; None where it isn't shown."""
        return self._places.get(id) if self.ids else None

    def name(self, id: str) -> str:
        """ "Befattning Kommundirektör, Ulla-Marie Hellenberg"; of a line the whole sentence."""
        return self._shown.scene.spoken(id)[0]

    def description(self, id: str) -> str:
        """Of a box in whose company it stands, and what else is known of it."""
        own = self._shown.scene.spoken(id)[1]
        company = self._company.of(id, self._shown.lang) if id in self._document.nodes else []
        return "; ".join(part for part in (*company, own) if part)

    def node(self, id: str) -> Node | None:
        return self._document.nodes.get(id)

    def opens(self, id: str) -> bool:
        """Whether it has something in or below it that can be hidden and shown."""
        return id in self._document.nodes and self._company.below(id) > 0
