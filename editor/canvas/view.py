"""The canvas of one document: what pointer and keys do goes to the tools, what changes is shown."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QWidget

from editor.canvas import accessible, keys, relation_menu
from editor.canvas.ahead import scene_of
from editor.canvas.announcing import Announcer
from editor.canvas.colors import colors_for
from editor.canvas.cursors import CURSORS
from editor.canvas.drops import Drops, Takers
from editor.canvas.lifting import Lifting
from editor.canvas.marking import Marking
from editor.canvas.name_field import NameField
from editor.canvas.overlay import Overlay
from editor.canvas.paper import Paper
from editor.canvas.scene import Scene
from editor.canvas.speech import Speech
from editor.drawing.lens import Lens
from editor.drawing.theme import Theme
from editor.geometry import Point, Rect, bounds_of, bounds_of_points
from editor.model.changes import ChangeSet
from editor.model.document import Document
from editor.model.vocabulary import Relation, Vocabulary
from editor.render.batches import BatchPainter
from editor.text.measure import TextMeasurer
from editor.tools import folding
from editor.tools.adding import place_box
from editor.tools.editor import Choice, Editor
from editor.tools.events import PointerEvent
from editor.tools.machine import Machine

BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
NAMES = {"sv": "Diagram", "en": "Chart"}


class Canvas(Marking):
    """Shows a document and lets it be edited by hand. Call `shutdown` before letting go of it."""

    selection_changed = Signal()
    tool_changed = Signal(str)
    context_menu_requested = Signal(QPoint)
    """In the viewport's coordinates, with what was pointed at selected."""
    text_dropped = Signal(str, object, str)
    """The text, the `Point` of the drawing it was dropped at, and the id of the box there ("" for none)."""

    quote_dropped = Signal(object, object, str)
    """The words as a `Source`, the `Point` they were dropped at, and the id of the box or line there ("" for none)."""

    def __init__(
        self,
        document: Document,
        vocabulary: Vocabulary,
        measurer: TextMeasurer,
        theme: Theme,
        lang: str,
        parent: QWidget | None = None,
        scene: Scene | None = None,
    ) -> None:
        """`scene`: the document's picture in this theme and language, where it was made ahead."""
        colors = colors_for(theme)
        scene = scene or scene_of(document, vocabulary, measurer, theme, lang)
        super().__init__(scene, Paper(BatchPainter, colors), colors, parent)
        self._document = document
        self._vocabulary = vocabulary
        self._measurer = measurer
        self._theme = theme
        self._lens: Lens | None = None
        self.lang = lang
        self._space = False
        self._field = NameField(self.viewport(), self.camera, self._text_finished)
        self._interface: accessible.CanvasInterface | None = None
        self.editor = Editor(document, vocabulary, self.scene, self, lang)
        self.machine = Machine(self.editor)
        self._overlay = Overlay(self.editor, self.camera, colors)
        self._lifting = Lifting(document, self.camera)
        takers = Takers(self.settle, self.place, self.text_dropped.emit, self.quote_dropped.emit)
        self._drops = Drops(self.editor, self.camera, takers)
        self.viewport().setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(NAMES.get(lang, NAMES["en"]))
        self.speech = Speech(self, document, vocabulary)
        self._announcer = Announcer(self, self)
        self.selection_changed.connect(self._announcer.selection_changed)
        accessible.install()
        document.hold(self.settle)
        document.listen(self._follow)
        document.history.listen(self._step_done)

    def shutdown(self) -> None:
        """Stop following the document; a gesture that is half done is cancelled."""
        self.machine.settle()
        self._still.stop()
        self._settling.stop()
        self._glide.stop()
        self.editor.close()
        self._document.let_go(self.settle)
        self._document.unlisten(self._follow)
        self._document.history.unlisten(self._step_done)

    # selection

    def selection(self) -> set[str]:
        return set(self.editor.selection.ids)

    def select(self, ids: Iterable[str]) -> None:
        self.editor.selection.set(id for id in ids if self._document.record(id) is not None)

    def select_all(self) -> None:
        self.machine.select_all()

    # what is seen

    def fit_selection(self) -> None:
        """Show all that is selected; the whole chart where nothing is."""
        areas = (self._area(id) for id in self.editor.selection.ids)
        bounds = bounds_of(area for area in areas if area is not None)
        if bounds is None:
            self.fit()
        else:
            self.show_area(bounds)

    def selected_area_shown(self) -> None:
        self.fit_selection()

    def reveal(self, id: str) -> None:
        """Pan so that a box or line can be seen, and open what hides it; nothing happens where it has no place."""
        if id in self._document.nodes and self.scene.block(id) is None and not self._document.in_transaction:
            folding.uncover(self.editor, id)
        area = self._area(id)
        if area is not None:
            self.bring_into_view(area)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._overlay.colors = colors_for(theme)
        self._replace_scene()
        self.set_colors(colors_for(theme))

    def set_language(self, lang: str) -> None:
        self.lang = self.editor.lang = lang
        self.setAccessibleName(NAMES.get(lang, NAMES["en"]))
        self._replace_scene()
        self._redraw_all()

    def set_lens(self, lens: Lens | None) -> None:
        """Show the document through a lens (as it was on a day); None shows all of it."""
        self._lens = lens
        self._replace_scene()
        self._redraw_all()

    def _replace_scene(self) -> None:
        scene = scene_of(self._document, self._vocabulary, self._measurer, self._theme, self.lang, self._lens)
        self.scene = self.editor.picture = scene
        self.speech.forget()
        self._paper.update(*self.scene.page())

    def _area(self, id: str) -> Rect | None:
        node = self._document.nodes.get(id)
        if node is not None:
            return node.box
        edge = self._document.edges.get(id)
        return bounds_of_points(self.editor.line_of(edge)) if edge is not None else None

    # tools

    @property
    def tool(self) -> str:
        return self.machine.tool

    def set_tool(self, tool: str) -> None:
        """ "select", "connect", or "place:KIND" (nothing after the colon for a box of no kind)."""
        self.machine.set_tool(tool)
        self._show_cursor()

    def settle(self) -> None:
        """End what the hand is in the middle of; call it before a command opens a transaction or undoes."""
        self.machine.settle()

    def begin_rename(self, id: str, is_new: bool = False) -> None:
        """`is_new`: the box was just added and nobody chose its kind; its name may say it."""
        self.reveal(id)
        self.select([id])
        self.machine.begin_text(id, is_new=is_new)

    def place(self, kind: str | None, point: Point) -> None:
        """Put a new box there, under the box or in the group that is there, its name ready to type."""
        id = place_box(self.editor, kind, point)
        self.setFocus()
        self.begin_rename(id, is_new=kind is None)

    # what the tools ask for, with `scroll_by` and `reveal`

    def show_selection(self) -> None:
        self.viewport().update()
        self.selection_changed.emit()

    def show_overlay(self) -> None:
        self.viewport().update()

    def show_tool(self, tool: str) -> None:
        self.tool_changed.emit(tool)

    def choose_relation(self, relations: list[Relation]) -> Choice:
        return relation_menu.choose(self, self._vocabulary, relations, self.lang, QCursor.pos())

    def open_text(self, id: str, text: str) -> None:
        """For the tools: open the field over a box or in the middle of a line."""
        area = self._area(id)
        if area is None:
            self.machine.end_text(None)
            return
        self._field.open(id, text, area, self.colors, self.lang)

    def close_text(self) -> None:
        self._field.close()

    def _text_finished(self, text: str | None, had_focus: bool, goes_on: bool) -> None:
        if had_focus:
            self.setFocus()
        self.machine.end_text(text)
        if goes_on:
            self.machine.add_child()
        self._show_cursor()

    # following

    def _follow(self, change: ChangeSet) -> None:
        self.scene.note(change)
        self._overlay.forget()
        self.speech.forget()
        self.viewport().update()
        self._settling.start()
        if not self._document.in_transaction:
            self._announcer.document_changed(change)

    def _step_done(self) -> None:
        self.announce(self._document.history.undo_name or "")

    def _settle(self) -> None:
        """Not in the middle of a gesture, which may yet be taken back."""
        if self._document.in_transaction:
            self._settling.start()
        else:
            super()._settle()

    def camera_moved(self) -> None:
        if self._field.is_open:
            self._field.place(self._area(self._field.id))

    def covers(self, area: Rect) -> bool:
        return self._document.indexes.boxes.touches(area)

    def take_changes(self) -> None:
        self._invalidate(self._lifting.follow(self.scene, self.editor.lifted))
        super().take_changes()

    def paint_overlay(self, painter: QPainter) -> None:
        if self.editor.lifted is not None:
            ratio = self.viewport().devicePixelRatioF()
            self._lifting.paint(painter, self.editor.lifted, self.view_rect(), ratio, self.colors.line)
        self._overlay.paint(painter, self.view_rect())

    # events

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_keys(event.reason() in BY_KEY)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_keys(False)

    def _show_keys(self, has_keys: bool) -> None:
        self._overlay.has_keys = has_keys
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._show_keys(False)
        self._pointer(self.machine.press, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer(self.machine.move, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer(self.machine.release, event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer(self.machine.double_click, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.context_menu_requested.emit(event.pos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._space = True
            if not event.isAutoRepeat():
                self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif not self.zoom_key(event):
            self.machine.key(keys.key(event))
            self._show_cursor()

    def event(self, event: QEvent) -> bool:
        """Letters typed on a selected box are its new name, not the shortcut of an action."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._writes(event):
            event.accept()
            return True
        return super().event(event)

    def _writes(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        return plain and len(self.editor.selection) == 1 and event.text().isprintable() and bool(event.text().strip())

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab makes a new box under the selected one; with none or several selected, and backwards, it goes on."""
        if next and len(self.editor.selection) == 1 and self.editor.selected_nodes:
            return False
        return super().focusNextPrevChild(next)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._drops.over(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drops.over(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drops.left()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drops.drop(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._show_cursor()

    def _pointer(self, act: Callable[[PointerEvent], None], event: QMouseEvent) -> None:
        act(keys.pointer(event, self.camera, self._space))
        self._show_cursor()

    def _show_cursor(self) -> None:
        self.viewport().setCursor(CURSORS[self.machine.state.cursor])

    # accessibility

    def accessible_interface(self) -> accessible.CanvasInterface:
        if self._interface is None:
            self._interface = accessible.CanvasInterface(self)
        return self._interface

    def place_of(self, id: str) -> int | None:
        return self.speech.place_of(id)

    def announce(self, text: str) -> None:
        """Let a screen reader say something."""
        self._announcer.announce(text)

    def id_at(self, screen_point: QPoint) -> str | None:
        view = self.viewport().mapFromGlobal(screen_point)
        return self.editor.hit(self.camera.to_drawing(Point(view.x(), view.y())), self.camera.scale)

    def screen_rect(self, id: str) -> QRect:
        area = self._area(id)
        if area is None:
            return QRect()
        view = self.camera.rect_to_view(area)
        corner = self.viewport().mapToGlobal(QPoint(round(view.x), round(view.y)))
        return QRect(corner.x(), corner.y(), round(view.width), round(view.height))
