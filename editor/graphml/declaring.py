"""Keys for new attributes: found among those of the file, or declared behind them."""

from editor.graphml.keys import Keys
from editor.graphml.markup import Markup
from editor.graphml.patch import Patch
from editor.graphml.yfiles import ROLES
from editor.model.ids import new_id


class Declarations:
    """Gives the id of a key for an attribute, declaring it in the file where it is new."""

    def __init__(self, keys: Keys, patch: Patch, prefix: str) -> None:
        self._keys = keys
        self._patch = patch
        self._prefix = prefix
        self._new: dict[tuple[str, str], str] = {}
        self._taken = {key.id for key in keys.all}

    def plain(self, name: str, tag: str, type: str = "string") -> str:
        """The key id of the plain attribute called `name` for nodes, edges or graphs."""
        key = self._keys.named(name, tag)
        if key is not None:
            return key.id
        return self._declare((name, tag), {"for": tag, "attr.name": name, "attr.type": type})

    def role(self, role: str, tag: str) -> str:
        """The key id of the graphics, geometry or labels of yEd or yFiles."""
        key = self._keys.with_role(role, tag)
        if key is not None:
            return key.id
        if role in ROLES:
            uri = f"http://www.yworks.com/xml/yfiles-common/2.0/{role}"
            space = "http://www.yworks.com/xml/yfiles-common/3.0"
            return self._declare((role, tag), {"for": tag, "xmlns:lgy": space, "lgy:attr.uri": uri})
        return self._declare((role, tag), {"for": tag, "yfiles.type": role})

    def _declare(self, what: tuple[str, str], attributes: dict[str, str]) -> str:
        if what not in self._new:
            id = new_id("d", self._is_taken)
            self._taken.add(id)
            self._new[what] = id
            self._write(Markup(f"{self._prefix}key", {"id": id, **attributes}))
        return self._new[what]

    def _is_taken(self, id: str) -> bool:
        """Also where data of the file refers to it without it being declared: a key would give that data a meaning."""
        text, name = self._patch.text, id.encode()
        return id in self._taken or b'"%b"' % name in text or b"'%b'" % name in text

    def _write(self, markup: Markup) -> None:
        locator = self._patch.locator
        root = locator.root
        assert root is not None
        if locator.keys:
            self._patch.insert_after(locator.keys[-1], markup)
        elif locator.graphs:
            self._patch.insert_before(locator.graphs[0], markup)
        else:
            self._patch.append(root, markup)
