"""The `key` elements of a file: what each `data` means, found by what the key says of itself, never by its id."""

from collections.abc import Iterable, Mapping

import msgspec

from editor.graphml.scan import Element
from editor.model.records import NO_ATTRIBUTES

YED = "http://www.yworks.com/xml/graphml"
YFILES = "http://www.yworks.com/xml/yfiles-common/"
NAMES = ("label", "name", "title", "displayname", "node_label", "text", "caption", "labelv", "labele")
"""Plain attribute names that hold an element's name, the likeliest first."""
PLACE = ("x", "y", "width", "height")
"""Plain attribute names that together say where a node stands: top left corner and size."""


VALUE_TYPES = ("boolean", "int", "long", "float", "double")
"""GraphML's types of values beside text."""
OWN = "lg."
"""What the names of Ledgraf's own attributes begin with."""

KEPT_ID = "id"
"""The attribute in which NetworkX and igraph keep an element's id."""


class Key(msgspec.Struct, frozen=True):
    """One declared attribute.

    domain: node, edge, graph, graphml, port or all.  name: its attr.name, else its id.
    role: the yFiles type or the last part of the yFiles address ("nodegraphics", "NodeGeometry"), "" for plain
    attributes.
    """

    id: str
    domain: str = "all"
    name: str = ""
    type: str = ""
    role: str = ""
    default: str | None = None

    def fits(self, tag: str) -> bool:
        return self.domain in ("all", tag)


def key_of(element: Element) -> Key:
    """What a `key` element declares."""
    attributes = element.attributes
    plain = {name: value for name, value in attributes.items() if "}" not in name}
    uri = next((value for name, value in attributes.items() if name.endswith("}attr.uri")), "")
    role = plain.get("yfiles.type") or (uri.rpartition("/")[2] if uri.startswith(YFILES) else "")
    default = element.child("default")
    return Key(
        id=plain.get("id", ""),
        domain=plain.get("for", "all"),
        name=plain.get("attr.name") or plain.get("id", ""),
        type=plain.get("attr.type", ""),
        role=role,
        default=default.text if default is not None and not default.children else None,
    )


class Keys:
    """All keys of a file. Where an id is declared twice, the one that fits the element counts, else the first."""

    def __init__(self, keys: Iterable[Key] = ()) -> None:
        self.all = tuple(keys)
        self._by_id: dict[tuple[str, str], Key] = {}
        self._defaults: dict[str, dict[str, str]] = {"node": {}, "edge": {}, "graph": {}}
        for key in self.all:
            for tag in ("node", "edge", "graph", "graphml", "port"):
                if key.fits(tag):
                    self._by_id.setdefault((key.id, tag), key)
            for tag, defaults in self._defaults.items():
                if key.default is not None and not key.role and key.fits(tag):
                    defaults.setdefault(key.name, key.default)

    def find(self, id: str, tag: str) -> Key:
        """The key of a `data` element; one made up from its id where it was never declared."""
        return self._by_id.get((id, tag)) or Key(id=id, name=id)

    def named(self, name: str, tag: str) -> Key | None:
        """The plain key with this attr.name."""
        return next((key for key in self.all if key.name == name and not key.role and key.fits(tag)), None)

    def with_role(self, role: str, tag: str) -> Key | None:
        return next((key for key in self.all if key.role == role and key.fits(tag)), None)

    def place_names(self) -> dict[str, str]:
        """The attribute for each of `PLACE`: its own name, or one of Ledgraf's where the file uses some of them
        otherwise.
        """
        present = [name for name in PLACE if self.named(name, "node") is not None]
        prefix = "lg." if present and len(present) < len(PLACE) else ""
        return {name: prefix + name for name in PLACE}

    def types(self) -> Mapping[str, str]:
        """What the file's own attributes are that are no text: `node.NAME` → a type of GraphML."""
        found: dict[str, str] = {}
        is_place = all(self.named(name, "node") is not None for name in PLACE)
        for key in self.all:
            if is_place and key.name in PLACE:
                continue
            if not key.role and key.type in VALUE_TYPES and not key.name.startswith(OWN):
                for tag in ("node", "edge", "graph"):
                    if key.fits(tag):
                        found.setdefault(f"{tag}.{key.name}", key.type)
        return found or NO_ATTRIBUTES

    def defaults(self, tag: str) -> dict[str, str]:
        return self._defaults[tag]

    @property
    def fill_gaps(self) -> bool:
        """Whether igraph has written the file: every attribute on every element, empty where it isn't stated.

        It keeps the old ids in an attribute, by which its files are known also after other programs.
        """
        return self.named(KEPT_ID, "node") is not None

    def name_key(self, tag: str) -> str | None:
        """The attr.name that holds the names of nodes or edges, as far as one can tell: what holds numbers doesn't."""
        plain = (key for key in reversed(self.all) if not key.role and key.fits(tag))
        present = {key.name.lower(): key.name for key in plain if key.type not in VALUE_TYPES}
        return next((present[name] for name in NAMES if name in present), None)

    def name_to_write(self, tag: str) -> str:
        """The same; where there is none, one that means nothing else in the file."""
        free = (name for name in NAMES if self.named(name, tag) is None)
        return self.name_key(tag) or next(free, f"{OWN}name")
