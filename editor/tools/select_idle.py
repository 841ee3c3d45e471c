"""The select tool at rest: every press and key from here begins something."""

from editor.model import commands
from editor.tools import wording
from editor.tools.connecting import Connecting
from editor.tools.events import KeyEvent, PointerEvent
from editor.tools.handles import handle_at
from editor.tools.pointing import PointingNode
from editor.tools.rubber_band import RubberBand
from editor.tools.state import Next, State
from editor.tools.text_editing import TextEditing

STEP_PX = 1.0
BIG_STEP_PX = 8.0
ARROWS = {"Left": (-1.0, 0.0), "Right": (1.0, 0.0), "Up": (0.0, -1.0), "Down": (0.0, 1.0)}


class SelectIdle(State):
    """Click selects, drag moves, a handle draws a relation, the ground begins a rubber band."""

    name = "select.idle"
    resting = True

    def press(self, event: PointerEvent) -> Next:
        if event.button != "left":
            return self._press_other(event)
        source = self._handle_owner(event)
        if source is not None:
            return Connecting(self.editor, self, source, event)
        id = self.editor.hit(event.point, event.scale)
        if id is not None:
            return PointingNode(self.editor, self, id, event)
        return RubberBand(self.editor, self, event)

    def move(self, event: PointerEvent) -> Next:
        owner = self._handle_owner(event)
        node = owner or self.editor.node_at(event.point)
        self.editor.handles_at = node or self._only_node()
        self.editor.hover(node)
        return None

    def double_click(self, event: PointerEvent) -> Next:
        id = self.editor.hit(event.point, event.scale)
        if event.button != "left" or id is None:
            return None
        self.editor.selection.set([id])
        return TextEditing(self.editor, self, id)

    def key(self, event: KeyEvent) -> Next:
        if event.key == "A" and "ctrl" in event.modifiers:
            self.select_all()
        elif event.key in ("Delete", "Backspace"):
            self._delete()
        elif event.key in ARROWS and not {"ctrl", "alt"} & event.modifiers:
            self._nudge(event)
        elif event.key == "F2" or (event.text.isprintable() and event.text.strip() and not self._commands(event)):
            return self._write(event)
        return None

    def cancel(self) -> Next:
        self.editor.selection.set([])
        return None

    def select_all(self) -> None:
        editor = self.editor
        drawn = {id for id in editor.document.nodes if editor.picture.block(id) is not None}
        editor.selection.set(drawn | editor.document.edges.keys())

    def _press_other(self, event: PointerEvent) -> Next:
        """The button of the context menu: it is about what it points at."""
        id = self.editor.hit(event.point, event.scale)
        if event.button == "right" and id is not None and id not in self.editor.selection:
            self.editor.selection.set([id])
        return None

    def _handle_owner(self, event: PointerEvent) -> str | None:
        for id in (self.editor.hovered, self.editor.handles_at, self._only_node()):
            node = self.editor.document.nodes.get(id) if id is not None else None
            if node is not None and node.box is not None and handle_at(event.point, node.box, event.scale):
                return node.id
        return None

    def _only_node(self) -> str | None:
        nodes = self.editor.selected_nodes if len(self.editor.selection) == 1 else []
        return nodes[0] if nodes else None

    def _commands(self, event: KeyEvent) -> bool:
        return bool({"ctrl", "alt"} & event.modifiers)

    def _delete(self) -> None:
        ids = self.editor.selection.ids
        if ids:
            name = wording.counted(wording.DELETE, len(ids), self.editor.lang)
            commands.delete(self.editor.document, sorted(ids), name)

    def _nudge(self, event: KeyEvent) -> None:
        ids = self.editor.selected_nodes
        if not ids:
            return
        step = BIG_STEP_PX if "shift" in event.modifiers else STEP_PX
        x, y = ARROWS[event.key]
        name = wording.counted(wording.MOVE, len(ids), self.editor.lang)
        merge_key = f"nudge {sorted(ids)}"
        commands.move_by(self.editor.document, ids, x * step, y * step, name, merge_key)

    def _write(self, event: KeyEvent) -> Next:
        if len(self.editor.selection) != 1:
            return None
        (id,) = self.editor.selection.ids
        return TextEditing(self.editor, self, id, event.text if event.key != "F2" else "")
