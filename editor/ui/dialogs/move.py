"""“Move to…”: hanging what is selected under another box, without dragging."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from editor.model.document import Document
from editor.model.vocabulary import Vocabulary
from editor.ui.dialogs.choose_box import ChooseBox, names_of
from editor.ui.language import Language

TOP = ""
"""The answer for hanging it under nothing."""


class MoveDialog(ChooseBox):
    """Every box that it can hang under, not what is below it: nothing may hang under itself. TOP stands first."""

    def __init__(
        self, parent: QWidget, document: Document, vocabulary: Vocabulary, words: Language, ids: Sequence[str]
    ) -> None:
        what = words("move.what", name=names_of(document, ids))
        super().__init__(parent, document, vocabulary, words, words("move.title"), what, words("move.do"))
        self.add(words("move.top"), TOP)
        self.offer(without=(found for id in ids for found in self.structure.branch(id)))
