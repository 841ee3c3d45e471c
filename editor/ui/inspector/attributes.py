"""Plain attributes of boxes, relations or the document, as the inspector reads and writes them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

import msgspec

from editor.graphml.keys import OWN
from editor.model.document import Document
from editor.model.records import Edge, Info, Node
from editor.model.transaction import Transaction
from editor.ui.inspector.fields import Reads, Writes
from editor.ui.language import Language


class Records(Protocol):
    """What the attributes belong to."""

    document: Document
    words: Language

    def records(self) -> list[Node | Edge]: ...


class Attributes:
    """Of the records that are asked for, or of the document itself where there are none."""

    def __init__(self, values: Records, tag: str) -> None:
        """tag: node, edge or graph, as in `Info.types`."""
        self._values = values
        self._tag = tag
        self.words = values.words

    def names(self) -> list[str]:
        """Every attribute that one of the records has. What the document keeps for Ledgraf itself is left out."""
        found = dict.fromkeys(name for record in self._records() for name in record.attributes)
        return [name for name in found if self._tag != "graph" or not name.startswith(OWN)]

    def others(self) -> list[str]:
        """Names that other boxes (or relations) have and these don't, in alphabetical order."""
        own = set(self.names())
        typed = {name.partition(".")[2] for name in self._types() if name.startswith(f"{self._tag}.")}
        found = {name for record in self._all() for name in record.attributes} | typed
        return sorted(name for name in found - own if not name.startswith(OWN))

    def is_known(self, name: str) -> bool:
        return f"{self._tag}.{name}" in self._types() or any(name in record.attributes for record in self._all())

    def type_of(self, name: str) -> str:
        return self._types().get(f"{self._tag}.{name}", "string")

    def reads(self, name: str) -> Reads:
        def read() -> str | None:
            values = {record.attributes.get(name) for record in self._records()}
            only = values.pop() if len(values) == 1 else None
            return only if only is not None else "" if not values else None

        return read

    def writes(self, name: str) -> Writes:
        def write(value: str) -> None:
            step_name = self.words("step.change", field=name)
            key = f"inspector:attribute:{name}:{','.join(record.id for record in self._records())}"
            with self._values.document.step_beside(step_name, merge_key=key) as step:
                self._put(step, name, value)

        return write

    def add(self, name: str, type: str, value: str) -> None:
        """Give all the records an attribute; one that the file doesn't know gets this type."""
        document = self._values.document
        with document.step_beside(self.words("inspector.step_attribute", name=name)) as step:
            if type != "string" and not self.is_known(name):
                step.set_info(types={**document.info.types, f"{self._tag}.{name}": type})
            self._put(step, name, value)

    def remove(self, name: str) -> None:
        with self._values.document.step_beside(self.words("inspector.remove_named", name=name)) as step:
            self._put(step, name, None)

    def _put(self, step: Transaction, name: str, value: str | None) -> None:
        changed = (msgspec.structs.replace(each, attributes=_with(each, name, value)) for each in self._records())
        step.put(*changed)

    def _records(self) -> Iterable[Node | Edge | Info]:
        return [self._values.document.info] if self._tag == "graph" else self._values.records()

    def _all(self) -> Iterator[Node | Edge | Info]:
        document = self._values.document
        if self._tag == "graph":
            yield document.info
        else:
            yield from document.nodes.values() if self._tag == "node" else document.edges.values()

    def _types(self) -> Mapping[str, str]:
        return self._values.document.info.types


def _with(record: Node | Edge | Info, name: str, value: str | None) -> dict[str, str]:
    attributes = {other: text for other, text in record.attributes.items() if other != name or value is not None}
    return attributes if value is None else {**attributes, name: value}
