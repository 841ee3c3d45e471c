"""The select tool at rest: every press and key from here begins something."""

from typing import cast

from editor.model import commands
from editor.tools import folding, wording
from editor.tools.adding import add_child, add_sibling, place_first
from editor.tools.connecting import Connecting
from editor.tools.events import KeyEvent, PointerEvent
from editor.tools.grips import grip_at, selected_line
from editor.tools.handles import handle_at
from editor.tools.line_editing import Bending, Reattaching, without_bend
from editor.tools.pointing import PointingNode
from editor.tools.resizing import CURSORS, Resizing, resizable, resize_by, taken_at
from editor.tools.rubber_band import RubberBand
from editor.tools.state import Next, State
from editor.tools.text_editing import TextEditing
from editor.tools.walking import STEPS, Direction, first_box, next_box

STEP_PX = 1.0
BIG_STEP_PX = 8.0
CLOSES, OPENS = frozenset("-−–"), frozenset("+")


class SelectIdle(State):
    """Click selects, drag moves, a handle draws a relation, the ground begins a rubber band."""

    name = "select.idle"
    resting = True

    def press(self, event: PointerEvent) -> Next:
        if event.button != "left":
            return self._press_other(event)
        grip, line = grip_at(self.editor, event.point, event.scale), selected_line(self.editor)
        if grip is not None and line is not None:
            kind = Reattaching if grip.what in ("source", "target") else Bending
            return kind(self.editor, self, line.id, grip)
        taken = taken_at(self.editor, event.point, event.scale)
        if taken is not None:
            return Resizing(self.editor, self, *taken, event)
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
        taken = taken_at(self.editor, event.point, event.scale)
        self.cursor = CURSORS[taken[1]] if taken is not None else "arrow"
        return None

    def double_click(self, event: PointerEvent) -> Next:
        grip, line = grip_at(self.editor, event.point, event.scale), selected_line(self.editor)
        if event.button == "left" and grip is not None and grip.what == "bend" and line is not None:
            without_bend(self.editor, line.id, grip.index)
            return None
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
        elif event.key in STEPS and "alt" in event.modifiers and "ctrl" not in event.modifiers:
            step = BIG_STEP_PX if "shift" in event.modifiers else STEP_PX
            x, y = STEPS[event.key]
            resize_by(self.editor, resizable(self.editor), x * step, y * step)
        elif event.key in STEPS and "alt" not in event.modifiers:
            self._nudge(event) if "ctrl" in event.modifiers else self._walk(event)
        elif event.key in ("Tab", "Return", "Enter") and not self._commands(event):
            return self.add_child() if event.key == "Tab" else self.add_sibling()
        elif event.text in CLOSES and self.editor.selected_nodes and not self._commands(event):
            folding.close(self.editor, self.editor.selected_nodes)
        elif event.text in OPENS and self.editor.selected_nodes and not self._commands(event):
            folding.open_up(self.editor, self.editor.selected_nodes)
        elif event.key == "F2" or (event.text.isprintable() and event.text.strip() and not self._commands(event)):
            return self._write(event)
        return None

    def add_child(self) -> Next:
        """A box under the selected one, its name ready to type; nothing where not one box is selected."""
        parent = self._only_node()
        return self._write_new(add_child(self.editor, parent)) if parent is not None else None

    def add_sibling(self) -> Next:
        """A box after the selected one; the first one of a chart that is empty."""
        if not self.editor.document.nodes:
            return self._write_new(place_first(self.editor))
        id = self._only_node()
        return self._write_new(add_sibling(self.editor, id)) if id is not None else None

    def cancel(self) -> Next:
        self.editor.selection.set([])
        return None

    def select_all(self) -> None:
        editor = self.editor
        drawn = {id for id in editor.document.nodes if editor.picture.shows(id)}
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
        step = BIG_STEP_PX if "shift" in event.modifiers else self.editor.grid or STEP_PX
        x, y = STEPS[cast(Direction, event.key)]
        name = wording.counted(wording.MOVE, len(ids), self.editor.lang)
        merge_key = f"nudge {sorted(ids)}"
        commands.move_by(self.editor.document, self.editor.carried(ids), x * step, y * step, name, merge_key)

    def _walk(self, event: KeyEvent) -> None:
        """Select the next box in that direction; with Shift it is added to the selection."""
        editor = self.editor
        here = (
            editor.lead
            if editor.lead is not None and editor.lead in editor.selection
            else next(iter(sorted(editor.selected_nodes)), None)
        )
        there = first_box(editor) if here is None else next_box(editor, here, cast(Direction, event.key))
        if there is None:
            return
        editor.selection.set([*editor.selection.ids, there] if "shift" in event.modifiers else [there])
        editor.lead = there
        editor.view.reveal(there)

    def _write_new(self, id: str) -> Next:
        self.editor.selection.set([id])
        self.editor.view.reveal(id)
        return TextEditing(self.editor, self, id, is_new=True)

    def _write(self, event: KeyEvent) -> Next:
        if len(self.editor.selection) != 1:
            return None
        (id,) = self.editor.selection.ids
        return TextEditing(self.editor, self, id, event.text if event.key != "F2" else "")
