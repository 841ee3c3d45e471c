"""What is pointed out in the chart without being selected: what was found, what a question is about, what is new."""

from collections.abc import Iterable

from editor.canvas.navigation import Navigable
from editor.canvas.overlay import Overlay
from editor.drawing.differences import Differences
from editor.model.document import Document


class Marking(Navigable):
    """A viewport whose overlay can be told what stands out; a subclass makes the overlay."""

    _document: Document
    _overlay: Overlay

    @property
    def differences(self) -> Differences:
        """What is marked as new, gone or changed."""
        return self._overlay.difference_marks.differences

    def show_differences(self, differences: Differences) -> None:
        """Mark what is new, gone or changed; nothing where there are none."""
        self._overlay.difference_marks.differences = differences
        self.viewport().update()

    @property
    def lit(self) -> frozenset[str]:
        """What is in full light while the rest is dimmed; nothing where everything is."""
        return self._overlay.spotlight.ids

    def light(self, ids: Iterable[str]) -> None:
        """Let some boxes and relations stand out and dim everything else; none of them lights everything."""
        self._overlay.spotlight.ids = frozenset(id for id in ids if self._document.record(id) is not None)
        self.viewport().update()

    def mark(self, ids: Iterable[str]) -> None:
        """Mark what a search has found, and nothing else."""
        self._overlay.marked = frozenset(ids)
        self.viewport().update()
