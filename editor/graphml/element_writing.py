"""One record's differences from what the file says, as edits of its element; and whole new elements."""

from collections.abc import Callable, Mapping

import msgspec

from editor.graphml import yed, yed_writing, yfiles_writing
from editor.graphml.declaring import Declarations
from editor.graphml.facts import GROUP, ID, NAME, ORDER, PREFIX, text_of_points
from editor.graphml.keys import Key, Keys
from editor.graphml.markup import Markup
from editor.graphml.own_data import LABELS, LOOK, graphics_data, info_data, is_native, record_data
from editor.graphml.patch import Patch
from editor.graphml.plain_data import order_of
from editor.graphml.scan import Element
from editor.model.records import NO_LOOK, Edge, Info, Look, Node, Record

Appearance = Callable[[Record], Look]
NUMBERS = {"count": "int", "per_year": "int", "order": "double", "pinned": "boolean", "collapsed": "boolean"}


class Names(msgspec.Struct, frozen=True):
    """How the file writes names: the prefix of GraphML's elements, that of yEd's, and what declares the latter."""

    graphml: str
    yed: str
    declare_yed: Mapping[str, str]


class ElementWriter:
    """Writes the differences of records into a patch."""

    def __init__(
        self,
        patch: Patch,
        keys: Keys,
        dialect: str,
        names: Names,
        appearance: Appearance | None,
        types: Mapping[str, str],
    ) -> None:
        """types: what the values of plain attributes are where they are no text, as `Info.types` has it."""
        self._patch = patch
        self._types = types
        self._keys = keys
        self._dialect = dialect
        self._names = names
        self._appearance = appearance
        self._declare = Declarations(keys, patch, names.graphml)

    def change_node(self, element: Element, before: Node, after: Node) -> None:
        """Edit a node's element so that it says `after`; only what differs is touched."""
        turned = before.folded != after.folded
        graphics = self._graphics(element, "nodegraphics", after.folded if turned else None)
        named = (before.name, before.labels) != (after.name, after.labels)
        moved = after.placed and after.box is not None and before.box != after.box
        if graphics is not None:
            self._change_yed_node(graphics, before, after, named, moved)
        elif self._dialect == "yfiles":
            self._change_yfiles_node(element, before, after, named, moved)
        else:
            self._change_plain_node(element, before, after, moved)
        if after.is_group and not before.is_group and self._dialect == "yed":
            self._patch.set_attribute(element, "yfiles.foldertype", "folder" if after.folded else "group")
        if turned:
            self._fold(element, after.folded)
        self._change_data(element, "node", before, after)

    def change_edge(self, element: Element, before: Edge, after: Edge) -> None:
        """Edit an edge's element so that it says `after`, but for where it leads."""
        if before.directed != after.directed:
            self._patch.set_attribute(element, "directed", "true" if after.directed else "false")
        graphics = self._graphics(element, "edgegraphics")
        shape = (after.name, after.labels, after.bends, after.source_offset, after.target_offset, after.look)
        drawn = (before.name, before.labels, before.bends, before.source_offset, before.target_offset, before.look)
        if graphics is not None:
            self._change_yed_edge(graphics, before, after)
        elif self._dialect == "yed" and shape != drawn:
            self._patch.append(element, self._yed_edge_data(after))
        elif self._dialect == "yfiles":
            self._change_yfiles_edge(element, before, after)
        else:
            self._change_plain_edge(element, before, after)
        self._change_data(element, "edge", before, after)

    def state_order(self, element: Element, tag: str, record: Node | Edge) -> None:
        """Say where a record stands among its siblings, unless its element says so already."""
        if self._keys.named(ORDER, tag) is None:
            return
        stated = next((data.text for data, key in self._plain_data(element) if key.name == ORDER), None)
        if order_of(stated, -1) != record.order or stated is None:
            self._set_data(element, ORDER, yed_writing.text_of(record.order))

    def change_info(self, before: Info, after: Info) -> None:
        """Edit the data of the file or of its top graphs so that they say what the document as a whole is."""
        old, new = info_data(before), info_data(after)
        root = self._patch.locator.root
        assert root is not None
        holders = [root, *self._patch.locator.graphs]
        for name in {**old, **new}:
            if old.get(name) != new.get(name):
                stated = (holder for holder in holders if name in self._data_names(holder))
                holder = next(stated, holders[-1] if len(holders) == 1 else holders[1])
                self._set_data(holder, name, new.get(name), self._type(name, "graph"))

    def new_node(self, node: Node, id: str) -> Markup:
        """The element of a new node, without the graph inside where it is a group."""
        attributes = {"id": id}
        if node.is_group and self._dialect == "yed":
            attributes["yfiles.foldertype"] = "folder" if node.folded else "group"
        children = [*self._own_data("node", node), *self._node_graphics(node)]
        return Markup(f"{self._names.graphml}node", attributes, children=tuple(children))

    def new_edge(self, edge: Edge, id: str, ends: tuple[str, str], default_directed: bool) -> Markup:
        attributes = {"id": id, "source": ends[0], "target": ends[1]}
        if edge.directed != default_directed:
            attributes["directed"] = "true" if edge.directed else "false"
        children = [*self._own_data("edge", edge), *self._edge_graphics(edge)]
        return Markup(f"{self._names.graphml}edge", attributes, children=tuple(children))

    def _change_yed_node(self, graphics: Element, before: Node, after: Node, named: bool, moved: bool) -> None:
        prefix = self._prefix(graphics)
        if named:
            yed_writing.set_labels(self._patch, graphics, "NodeLabel", after.name, after.labels, prefix)
        if moved and after.box is not None:
            yed_writing.set_box(self._patch, graphics, yed.box(graphics), after.box, prefix)
        if before.look != after.look and is_native("yed", before, after):
            yed_writing.set_node_look(self._patch, graphics, before.look, after.look, prefix)

    def _change_yed_edge(self, graphics: Element, before: Edge, after: Edge) -> None:
        prefix = self._prefix(graphics)
        if (before.name, before.labels) != (after.name, after.labels):
            yed_writing.set_labels(self._patch, graphics, "EdgeLabel", after.name, after.labels, prefix)
        ends = (before.bends, before.source_offset, before.target_offset)
        if ends != (after.bends, after.source_offset, after.target_offset):
            yed_writing.set_path(self._patch, graphics, before, after, prefix)
        if before.look != after.look and is_native("yed", before, after):
            yed_writing.set_edge_look(self._patch, graphics, before.look, after.look, prefix)

    def _change_yfiles_node(self, element: Element, before: Node, after: Node, named: bool, moved: bool) -> None:
        if named:
            self._yfiles_labels(element, "NodeLabels", "node", _texts(before), _texts(after))
        if moved and after.box is not None:
            data = self._data(element, "NodeGeometry", "node")
            if data is not None:
                yfiles_writing.set_box(self._patch, data, before.box, after.box)
            else:
                key = self._declare.role("NodeGeometry", "node")
                self._patch.append(element, self._data_markup(key, child=yfiles_writing.node_geometry(after.box)))

    def _change_yfiles_edge(self, element: Element, before: Edge, after: Edge) -> None:
        if (before.name, before.labels) != (after.name, after.labels):
            self._yfiles_labels(element, "EdgeLabels", "edge", _texts(before), _texts(after))
        if before.bends != after.bends:
            data = self._data(element, "EdgeGeometry", "edge")
            if data is not None:
                yfiles_writing.set_bends(self._patch, data, after.bends)
            else:
                key = self._declare.role("EdgeGeometry", "edge")
                self._patch.append(element, self._data_markup(key, child=yfiles_writing.edge_geometry(after.bends)))

    def _yfiles_labels(self, element: Element, role: str, tag: str, before: list[str], texts: list[str]) -> None:
        data = self._data(element, role, tag)
        if data is not None:
            yfiles_writing.set_texts(self._patch, data, before, texts)
        else:
            key = self._declare.role(role, tag)
            self._patch.append(element, self._data_markup(key, child=yfiles_writing.labels(texts)))

    def _change_plain_node(self, element: Element, before: Node, after: Node, moved: bool) -> None:
        drawn, said = (before.name, before.labels, before.look), (after.name, after.labels, after.look)
        if self._dialect == "yed" and (moved or drawn != said):
            self._patch.append(element, self._node_graphics(after)[0])
            return
        if before.name != after.name:
            self._name(element, "node", after.name)
        if moved and after.box is not None:
            for name, attribute in self._keys.place_names().items():
                if before.box is None or getattr(before.box, name) != getattr(after.box, name):
                    self._set_data(element, attribute, yed_writing.text_of(getattr(after.box, name)), "double")

    def _change_plain_edge(self, element: Element, before: Edge, after: Edge) -> None:
        if before.name != after.name:
            self._name(element, "edge", after.name)
        if before.bends != after.bends:
            self._set_data(element, f"{PREFIX}bends", text_of_points(after.bends) or None)

    def _name(self, element: Element, tag: str, text: str) -> None:
        self._set_data(element, self._keys.name_to_write(tag), text)

    def _fold(self, element: Element, folded: bool) -> None:
        if self._dialect == "yed":
            yed_writing.set_folded(self._patch, element, self._data(element, "nodegraphics", "node"), folded)
        elif self._dialect == "yfiles":
            data = self._data(element, "Expanded", "node")
            text = "false" if folded else "true"
            if data is not None:
                self._patch.set_content(data, text)
            else:
                key = self._declare.role("Expanded", "node")
                self._patch.append_data(element, self._data_markup(key, text))
        else:
            self._set_data(element, f"{PREFIX}folded", "true" if folded else None)

    def _change_data(self, element: Element, tag: str, before: Node | Edge, after: Node | Edge) -> None:
        old, new = record_data(before), {**record_data(after), **graphics_data(self._dialect, before, after)}
        for name, old_value, value in ((LOOK, before.look, after.look), (LABELS, before.labels, after.labels)):
            if old_value != value and name in self._data_names(element):
                new[name] = msgspec.json.encode(value).decode()
        if before.order != after.order and self._keys.named(ORDER, tag) is not None:
            new[ORDER] = yed_writing.text_of(after.order)
        said, says = self._said_again(before, tag), self._said_again(after, tag)
        new.update({name: value for name, value in says.items() if said[name] != value})
        for name in {**old, **new}:
            if old.get(name) != new.get(name):
                self._set_data(element, name, new.get(name), self._type(name, tag))

    def _type(self, name: str, tag: str) -> str:
        """What a new key says of the values of its attribute."""
        if name.startswith(PREFIX):
            return NUMBERS.get(name.removeprefix(PREFIX), "string")
        return self._types.get(f"{tag}.{name}", "string")

    def _said_again(self, record: Node | Edge, tag: str) -> dict[str, str]:
        """Id, name and group as plain attributes, where the file declares them; "" where there is none."""
        texts = {ID: record.id, NAME: record.name, GROUP: (record.group or "") if isinstance(record, Node) else ""}
        return {name: text for name, text in texts.items() if self._keys.named(name, tag) is not None}

    def _set_data(self, element: Element, name: str, value: str | None, type: str = "string") -> None:
        found = [data for data, key in self._plain_data(element) if key.name == name]
        if value is None:
            for data in found:  # a file may say it twice: the one before would count then
                self._patch.remove(data)
        elif found:
            self._patch.set_content(found[-1], value)
        else:
            key = self._declare.plain(name, element.tag, type)
            self._patch.append_data(element, self._data_markup(key, value))

    def _plain_data(self, element: Element) -> list[tuple[Element, Key]]:
        units = (unit for unit in self._patch.locator.units.get(element, ()) if unit.tag == "data")
        pairs = ((unit, self._keys.find(unit.attributes.get("key", ""), element.tag)) for unit in units)
        return [(unit, key) for unit, key in pairs if not key.role]

    def _data_names(self, element: Element) -> set[str]:
        return {key.name for _, key in self._plain_data(element)}

    def _data(self, element: Element, role: str, tag: str) -> Element | None:
        for unit in self._patch.locator.units.get(element, ()):
            if unit.tag == "data" and self._keys.find(unit.attributes.get("key", ""), tag).role == role:
                return unit
        return None

    def _graphics(self, element: Element, role: str, folded: bool | None = None) -> Element | None:
        data = self._data(element, role, "node" if role == "nodegraphics" else "edge")
        return yed.realizer(data, folded) if data is not None else None

    def _prefix(self, graphics: Element) -> str:
        name = self._patch.name_of(graphics)
        return name[: -len(graphics.tag)]

    def _own_data(self, tag: str, record: Node | Edge) -> list[Markup]:
        data = {**record_data(record), **graphics_data(self._dialect, None, record)}
        if isinstance(record, Node) and record.folded and self._dialect == "plain":
            data[f"{PREFIX}folded"] = "true"
        if self._keys.named(ORDER, tag) is not None:
            data[ORDER] = yed_writing.text_of(record.order)
        data.update({name: value for name, value in self._said_again(record, tag).items() if value})
        return [
            self._data_markup(self._declare.plain(name, tag, self._type(name, tag)), value)
            for name, value in data.items()
        ]

    def _node_graphics(self, node: Node) -> list[Markup]:
        texts = _texts(node)
        if self._dialect == "yed":
            look = self._look(node)
            graphics = yed_writing.new_node(node, look, self._names.yed, dict(self._names.declare_yed))
            return [self._data_markup(self._declare.role("nodegraphics", "node"), child=graphics)]
        if self._dialect == "yfiles":
            data = [(self._declare.role("NodeLabels", "node"), yfiles_writing.labels(texts))]
            if node.box is not None and node.placed:
                data.insert(0, (self._declare.role("NodeGeometry", "node"), yfiles_writing.node_geometry(node.box)))
            folded = [self._data_markup(self._declare.role("Expanded", "node"), "false")] if node.folded else []
            return [*(self._data_markup(key, child=child) for key, child in data), *folded]
        return self._plain_graphics(node)

    def _plain_graphics(self, node: Node) -> list[Markup]:
        key = self._declare.plain(self._keys.name_to_write("node"), "node")
        data = [self._data_markup(key, node.name)]  # also an empty one: the id would be taken for the name
        if node.box is not None and node.placed:
            for name, attribute in self._keys.place_names().items():
                key = self._declare.plain(attribute, "node", "double")
                data.append(self._data_markup(key, yed_writing.text_of(getattr(node.box, name))))
        return data

    def _edge_graphics(self, edge: Edge) -> list[Markup]:
        texts = _texts(edge)
        if self._dialect == "yed":
            return [self._yed_edge_data(edge)]
        if self._dialect == "yfiles":
            data = [self._data_markup(self._declare.role("EdgeLabels", "edge"), child=yfiles_writing.labels(texts))]
            if edge.bends:
                key = self._declare.role("EdgeGeometry", "edge")
                data.append(self._data_markup(key, child=yfiles_writing.edge_geometry(edge.bends)))
            return data
        said = {self._keys.name_to_write("edge"): edge.name, f"{PREFIX}bends": text_of_points(edge.bends)}
        return [self._data_markup(self._declare.plain(name, "edge"), text) for name, text in said.items() if text]

    def _yed_edge_data(self, edge: Edge) -> Markup:
        graphics = yed_writing.new_edge(edge, self._look(edge), self._names.yed, dict(self._names.declare_yed))
        return self._data_markup(self._declare.role("edgegraphics", "edge"), child=graphics)

    def _look(self, record: Node | Edge) -> Look:
        if record.look == NO_LOOK and self._appearance is not None:
            return self._appearance(record)
        return record.look

    def _data_markup(self, key: str, text: str = "", child: Markup | None = None) -> Markup:
        return Markup(f"{self._names.graphml}data", {"key": key}, text, (child,) if child is not None else ())


def _texts(record: Node | Edge) -> list[str]:
    return [record.name, *(label.text for label in record.labels)]
