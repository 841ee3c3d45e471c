"""Making a canvas's picture: at once, or ahead of it in another thread, while somebody is told how far it is."""

from collections.abc import Callable

from editor.canvas.scene import WORD_S, Scene
from editor.drawing.lens import Lens
from editor.drawing.maker import Detail, DrawingMaker
from editor.drawing.shapes import Block
from editor.drawing.theme import Theme
from editor.model.document import Document
from editor.model.vocabulary import Vocabulary
from editor.render.batches import BatchPainter
from editor.text.measure import TextMeasurer

Progress = Callable[[float], None]

EVERY = 32
"""Blocks between two tellings: about a millisecond."""


def scene_of(
    document: Document,
    vocabulary: Vocabulary,
    measurer: TextMeasurer,
    theme: Theme,
    lang: str,
    lens: Lens | None = None,
) -> Scene:
    maker = DrawingMaker(document, vocabulary, theme, measurer, lang, lens)
    maker.word_seconds = WORD_S
    return Scene(document, maker, BatchPainter(maker.near), maker.furniture)


class _Watched(DrawingMaker):
    """Tells now and then how far it is; what `progress` raises stops the work."""

    progress: Progress | None = None
    _made = 0

    def block(self, id: str, detail: Detail = "all") -> Block | None:
        if self.progress is not None:
            self._made += 1
            if self._made % EVERY == 0:
                self.progress(min(1.0, self._made / (1 + len(self._document.nodes) + len(self._document.edges))))
        return super().block(id, detail)


def scene_ahead(
    document: Document, vocabulary: Vocabulary, measurer: TextMeasurer, theme: Theme, lang: str, progress: Progress
) -> Scene:
    """All blocks of a document and the paths they are painted by; whatever `progress` raises comes through."""
    maker = _Watched(document, vocabulary, theme, measurer, lang)
    maker.progress = progress
    batches = BatchPainter(maker.near)
    scene = Scene(document, maker, batches, maker.furniture)
    maker.progress, maker.word_seconds = None, WORD_S
    batches.build()
    return scene
