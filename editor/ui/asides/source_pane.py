"""Source: the text of a document beside the chart, what is used of it marked, and ways to make facts of its words."""

from pathlib import Path
from weakref import WeakKeyDictionary

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QGridLayout, QPushButton

from editor.errors import UserError
from editor.model.document import Document
from editor.model.kept_texts import drop_text, keep_text, kept_text, kept_texts, size_of
from editor.model.kinds_named import kind_named
from editor.model.records import Source, SourceDocument
from editor.model.source_text import SourceText, document_of, marks
from editor.model.sourcing import add_document
from editor.model.vocabulary import text_in
from editor.storage.texts import read_text
from editor.ui.asides.aside import Aside
from editor.ui.asides.source_view import SourceView, pasted_text
from editor.ui.dialogs import asking
from editor.ui.look.parts import button, label, row
from editor.ui.surroundings import Surroundings

BY_WORDS, NO_KIND = "?", ""
DEEDS = ("element", "under", "relation", "holder", "task", "start", "end", "support")
SHOWN_LETTERS = 60


class Opened(msgspec.Struct):
    """A text and whose it is: the id of a document on the graph, "" for one that comes with the first fact."""

    text: SourceText
    title: str
    document: str


class SourcePane(Aside):
    """`asked` carries what is to be made of the selected words; `words_changed` says that others are selected."""

    asked = Signal(str)
    words_changed = Signal()

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings, "asides.source")
        self._texts: WeakKeyDictionary[Document, Opened] = WeakKeyDictionary()
        self._open = button("", self.open_file, "link")
        self._paste = button("", self.paste, "link")
        self.whose = QComboBox()
        self.whose.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.whose.activated.connect(self._say_whose)
        self.keep = QCheckBox()
        self.keep.clicked.connect(self._keep_or_drop)
        self._said = label("", "secondary")
        self.view = SourceView(surroundings.appearance)
        self.view.asked.connect(self.asked)
        self.view.chosen.connect(self.wanted)
        self.view.selectionChanged.connect(self._words_chosen)
        self.kinds = QComboBox()
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.reading = QCheckBox()
        self.buttons = {deed: self._deed_button(deed) for deed in DEEDS}
        self._lay_out()

    # what others ask of it

    @property
    def opened(self) -> Opened | None:
        """The text shown and whose it is; without one that was opened the first that the file keeps."""
        document = self.document
        if document is not None and document not in self._texts:
            kept = next(iter(kept_texts(document.info)), None)
            if kept is not None:
                self._show_kept(document, kept)
        return self._texts.get(document) if document is not None else None

    @property
    def source(self) -> Source | None:
        """The selected words; its document is "" where that isn't on the graph yet."""
        return self.view.source if self.opened is not None else None

    @property
    def certainty(self) -> str:
        return "interpreted" if self.reading.isChecked() else "stated"

    @property
    def said(self) -> str:
        return self._said.text()

    def kind_for(self, words: str) -> str | None:
        """The kind of a new element: the one chosen, or the one that its words name."""
        chosen = str(self.kinds.currentData())
        return kind_named(self._surroundings.vocabulary, words) if chosen == BY_WORDS else chosen or None

    def new_document(self) -> SourceDocument:
        """What goes on the graph for a text that isn't there yet."""
        opened = self.opened
        return SourceDocument("", opened.title if opened is not None else "")

    def belongs_to(self, document: str) -> None:
        """The text is that of a document on the graph from now on."""
        if self.opened is not None:
            self.opened.document = document
            self.refresh()

    def say(self, text: str) -> None:
        """Tell what was done, or why not, below the text."""
        self._said.setText(text)

    def show_source(self, source: Source) -> None:
        """Select the words that a source quotes; where its text isn't open, say which one it is."""
        document = self.document
        if document is not None and (self.opened is None or self.opened.document != source.document):
            self._show_kept(document, source.document)
        self.refresh()
        opened = self.opened
        if opened is None or document is None or opened.document != source.document:
            titles = {each.id: each.title for each in document.info.documents} if document is not None else {}
            self.say(self._words("source.not_open", title=titles.get(source.document) or source.document))
            return
        found = opened.text.find(source)
        if found is None:
            self.say(self._words("source.not_found"))
            return
        self.view.select_words(found.start, found.end)
        self.view.ensureCursorVisible()

    def open_file(self) -> None:
        """Ask for a text file and show it."""
        kinds = f"{self._words('source.kind_text')} (*.txt *.md *.text);;{self._words('source.kind_all')} (*)"
        name, _ = QFileDialog.getOpenFileName(self, self._words("source.open"), "", kinds)
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> None:
        """Show a text file; what stands in its way is told in a dialog."""
        try:
            text = SourceText(read_text(path))
        except UserError as error:
            asking.show_error(self, self._words, self._words("error.open", name=path.name), error)
            return
        self.show_text(text, text.title or path.stem)

    def paste(self) -> None:
        """Show the text that the clipboard holds."""
        text = SourceText(pasted_text())
        if text.paragraphs:
            self.show_text(text, text.title)
        else:
            self.say(self._words("source.nothing_to_paste"))

    def show_text(self, text: SourceText, title: str) -> None:
        """Show a text in place of the one before; whose it is, is seen by what was quoted from it."""
        if self.document is not None:
            self._texts[self.document] = Opened(text, title, document_of(self.document, text) or "")
            self.refresh()
            self.view.setFocus()

    # what every pane does

    def show_document(self, document: Document | None) -> None:
        super().show_document(document)
        self.view.show_chosen(())

    def show_selection(self, ids: list[str]) -> None:
        super().show_selection(ids)
        if self.isVisible():
            self.view.show_chosen(ids)

    def retell(self) -> None:
        words = self._words
        self._open.setText(words("source.open"))
        self._paste.setText(words("source.paste"))
        self.whose.setAccessibleName(words("source.whose"))
        self.view.setAccessibleName(words("source.text"))
        self.view.setPlaceholderText(words("source.empty"))
        self.reading.setText(words("source.reading"))
        self.reading.setToolTip(words("source.reading_why"))
        for deed, made in self.buttons.items():
            made.setText(words(f"source.{deed}"))
            made.setToolTip(words(f"source.{deed}_why"))
        self._offer_kinds()
        super().retell()

    def refresh(self) -> None:
        opened, document = self.opened, self.document
        self._offer_documents()
        if opened is None or document is None:
            self.view.show_text(SourceText(""))
            self.view.show_marks((), "")
        else:
            if self.view.source_text is not opened.text:
                self.view.show_text(opened.text)
            found = marks(document, opened.text, opened.document) if opened.document else []
            self.view.show_marks(found, opened.document)
            self.view.show_chosen(self._ids)
        self._tell_keeping()
        self._tell_words()

    def _lay_out(self) -> None:
        self.column.addLayout(row(self._open, None, self._paste))
        self.column.addWidget(self.whose)
        self.column.addWidget(self.keep)
        self.column.addWidget(self.view, 1)
        self.column.addWidget(self._said)
        self.column.addWidget(self.kinds)
        self.column.addWidget(self.reading)
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, made in enumerate(self.buttons.values()):
            grid.addWidget(made, place // 2, place % 2)
        self.column.addLayout(grid)

    def _deed_button(self, deed: str) -> QPushButton:
        made = button("", lambda: self.asked.emit(deed), "toggle")
        made.setEnabled(False)
        return made

    def _offer_documents(self) -> None:
        """The documents on the graph, and the text's own if it is none of them."""
        opened, document = self.opened, self.document
        self.whose.clear()
        self.whose.setVisible(opened is not None)
        if opened is None or document is None:
            return
        for each in document.info.documents:
            self.whose.addItem(each.title or each.id, each.id)
        self.whose.addItem(self._words("source.new", title=opened.title), "")
        place = self.whose.findData(opened.document)
        if place < 0:
            opened.document, place = "", self.whose.count() - 1
        self.whose.setCurrentIndex(place)

    def _say_whose(self) -> None:
        """The text is that document's; or that document's own text is shown, where the file keeps one."""
        chosen = str(self.whose.currentData())
        if self.opened is not None and self.document is not None:
            if not self._show_kept(self.document, chosen):
                self.opened.document = chosen
            self.refresh()

    def _show_kept(self, document: Document, id: str) -> bool:
        """Show the text that the file keeps of a source document; False where it keeps none."""
        text = kept_text(document.info, id)
        if text is not None:
            self._texts[document] = Opened(text, text.title, id)
        return text is not None

    def _keep_or_drop(self, is_kept: bool) -> None:
        """Keep the text with the chart from now on, or no more, as one step."""
        opened, document = self.opened, self.document
        if opened is None or document is None:
            return
        with document.step_beside(self._words("step.keep_text" if is_kept else "step.drop_text")) as step:
            id = opened.document or add_document(document, step, self.new_document())
            if is_kept:
                keep_text(document, step, id, opened.text)
            else:
                drop_text(document, step, id)
        self.belongs_to(id)

    def _tell_keeping(self) -> None:
        opened, document = self.opened, self.document
        self.keep.setVisible(opened is not None)
        if opened is None or document is None:
            return
        kept = kept_text(document.info, opened.document)
        self.keep.setChecked(kept is not None and kept.text == opened.text.text)
        kilobytes = max(1, round(size_of(opened.text) / 1000))
        self.keep.setText(self._words("source.keep", size=kilobytes))
        self.keep.setToolTip(self._words("source.keep_why"))

    def _offer_kinds(self) -> None:
        chosen = self.kinds.currentData()
        self.kinds.clear()
        self.kinds.setAccessibleName(self._words("source.kind"))
        self.kinds.addItem("", BY_WORDS)
        self.kinds.addItem(self._words("source.no_kind"), NO_KIND)
        for kind in self._surroundings.vocabulary.kinds.values():
            if kind.palette:
                self.kinds.addItem(text_in(kind.label, self._words.code), kind.id)
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(chosen) if chosen is not None else 0))

    def _words_chosen(self) -> None:
        self._tell_words()
        self.words_changed.emit()

    def _tell_words(self) -> None:
        source = self.source
        for made in self.buttons.values():
            made.setEnabled(source is not None)
        vocabulary = self._surroundings.vocabulary
        kind = vocabulary.kind(kind_named(vocabulary, source.quote or "")) if source is not None else None
        named = text_in(kind.label, self._words.code).lower() if kind is not None else self._words("source.any_kind")
        self.kinds.setItemText(0, self._words("source.by_words", kind=named))
        if source is not None:
            quote = " ".join((source.quote or "").split())
            short = quote if len(quote) <= SHOWN_LETTERS else f"{quote[: SHOWN_LETTERS - 1]}…"
            self._said.setText(self._words("source.chosen", number=source.paragraph, quote=short))
        else:
            self._said.setText(self._words("source.how") if self.opened is not None else "")
