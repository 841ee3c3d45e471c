"""What yFiles writes as objects: attributes or elements of their own, often once for many users of them."""

import re
from collections.abc import Iterator, Mapping

from editor.geometry import Point
from editor.graphml.scan import Element
from editor.graphml.yed import number

Shared = Mapping[str, Element]
"""What the file keeps once, by its key."""
MOST_STEPS = 16
"""Of references that lead to references; a file could let them run in a circle."""
_REFERENCE = re.compile(r"\{\s*(?:\w+:)?GraphMLReference\s+(?:ResourceKey=)?([^}\s]+)\s*\}")
_STATIC = re.compile(r"\{\s*(?:\w+:)?Static\s+(?:Member=)?([^}\s]+)\s*\}")


def shared_of(data: Element) -> dict[str, Element]:
    """What the file keeps once for many users of it: styles, colours and places by their keys."""
    found = {}
    for holder in data.all("SharedData"):
        for element in holder.children:
            key = next((value for name, value in element.attributes.items() if name.endswith("}Key")), None)
            if key is not None:
                found[key] = element
    return found


def part(of: Element, name: str, shared: Shared) -> Element | str | None:
    """What an object says of one of its properties: an object, or text; the name's first letter may be large or small.

    A reference is followed; the name of something that everybody knows (`{x:Static y:Some.Thing}`) is text:
    "Some.Thing".
    """
    for written in (name, name[0].upper() + name[1:]):
        stated = of.attributes.get(written)
        if stated is not None:
            return _followed(stated, shared)
        inner = of.child(f"{of.tag}.{written}")
        if inner is not None:
            return resolved(inner.children[0], shared) if inner.children else inner.text.strip()
    return None


def resolved(element: Element, shared: Shared) -> Element | str | None:
    """The object that an element is, or refers to."""
    for _ in range(MOST_STEPS):
        if element.tag == "Static":
            return _local(element.attributes.get("Member", ""))
        if element.tag != "GraphMLReference":
            return element if element.children or element.attributes or not element.text.strip() else element.text
        target = shared.get(element.attributes.get("ResourceKey", ""))
        if target is None:
            return None
        element = target
    return None


def _followed(text: str, shared: Shared) -> Element | str | None:
    reference = _REFERENCE.fullmatch(text.strip())
    if reference is not None:
        target = shared.get(reference[1])
        return resolved(target, shared) if target is not None else None
    static = _STATIC.fullmatch(text.strip())
    return _local(static[1]) if static is not None else text.strip()


def _local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


def text_part(of: Element, name: str, shared: Shared) -> str:
    found = part(of, name, shared)
    if isinstance(found, Element):
        return "" if found.children else found.text.strip()
    return found or ""


def number_part(of: Element, name: str, shared: Shared, default: float) -> float:
    found = part(of, name, shared)
    value = number(found.strip() if isinstance(found, str) else found.text.strip() if found is not None else None)
    return default if value is None else value


def point_part(of: Element, name: str, shared: Shared) -> Point:
    """Two numbers with a comma between; the origin where they aren't stated."""
    pair = [number(value) for value in text_part(of, name, shared).split(",")]
    return Point(pair[0] or 0.0, pair[1] or 0.0) if len(pair) == 2 else Point(0.0, 0.0)


def inside(element: Element, shared: Shared, tags: tuple[str, ...]) -> Iterator[Element]:
    """An object and those inside it that have such names, in document order: one style may wrap another."""
    waiting: list[Element] = [element]
    for _ in range(MOST_STEPS * MOST_STEPS):
        if not waiting:
            return
        next_one = waiting.pop(0)
        if next_one.tag == "GraphMLReference":
            target = resolved(next_one, shared)
            if isinstance(target, Element):
                waiting.insert(0, target)
            continue
        if next_one.tag.endswith(tags):
            yield next_one
        waiting[:0] = next_one.children
