"""Changes of single elements as edits: a start tag's attribute, an element's text, a child added or taken out."""

from collections.abc import Mapping, Set

from editor.graphml.locating import Locator
from editor.graphml.markup import Markup, attribute_names, escaped, indentation, with_attribute
from editor.graphml.scan import Element, element_end, tag_end
from editor.graphml.splice import Piece, Range, Splice, Spliced


class Patch:
    """Edits of one text, in terms of its elements."""

    def __init__(self, text: bytes, locator: Locator) -> None:
        self.text = text
        self.locator = locator
        self._splice = Splice(text)
        self._tags: dict[int, tuple[int, bytes]] = {}
        self._touched: set[Element] = set()
        self._opened: dict[Element, list[tuple[Piece, ...]]] = {}

    def result(self) -> Spliced:
        """The text with all edits made."""
        opened = {element.start for element in self._opened}
        for start, (end, tag) in self._tags.items():
            shut = 2 if start in opened else 0
            self._splice.replace(start + 1, end - shut, tag[1 : len(tag) - shut])
        for element, contents in self._opened.items():
            self._fill(element, contents)
        return self._splice.result()

    def touched(self) -> Set[Element]:
        """The elements whose start tags were changed."""
        return self._touched

    def name_of(self, element: Element) -> str:
        """The element's name as written, with its prefix."""
        return self.text[element.start + 1 : element.start + 400].split(None, 1)[0].split(b">")[0].rstrip(b"/").decode()

    def attributes_of(self, element: Element) -> Mapping[str, str]:
        return attribute_names(self.text[element.start : tag_end(self.text, element.start)])

    def set_attribute(self, element: Element, name: str, value: str | None) -> None:
        """Set an attribute of an element's start tag (its name as written), or take it out."""
        end, tag = self._tags.get(element.start) or self._tag(element)
        self._touched.add(element)
        self._tags[element.start] = end, with_attribute(tag, name, value)

    def set_text(self, element: Element, text: str) -> None:
        """Replace the text before an element's first child; white space around it stays as it was."""
        start = tag_end(self.text, element.start)
        if self.text[start - 2 : start] == b"/>":
            if text:
                self._opened.setdefault(element, []).append((escaped(text),))
            return
        end = element.children[0].start if element.children else element.close
        old = self.text[start:end]
        head = len(old) - len(old.lstrip())
        tail = len(old) - len(old.rstrip()) if head < len(old) else 0
        self._splice.replace(start + head, end - tail, escaped(text))

    def set_content(self, element: Element, text: str) -> None:
        """Replace everything inside an element by text."""
        start = tag_end(self.text, element.start)
        if self.text[start - 2 : start] == b"/>":
            self._opened.setdefault(element, []).append((escaped(text),))
        else:
            self._splice.replace(start, element.close, escaped(text))

    def remove(self, element: Element) -> None:
        """Take an element out, with the indentation before it."""
        self._splice.replace(element.start - len(indentation(self.text, element.start)), self.end(element))

    def lifted(self, element: Element) -> Range:
        """Take an element out, to be put elsewhere with what changes in it."""
        self.remove(element)
        return Range(element.start, self.end(element))

    def append(self, holder: Element, what: Markup | Range) -> None:
        """Put an element at the end of another, with the indentation of those already there."""
        indent = self._inner_indentation(holder)
        self._append(holder, (indent, *_pieces(what, indent)))

    def append_data(self, holder: Element, markup: Markup) -> None:
        """Put a new `data` behind those already there, or before everything else inside."""
        units = self.locator.units.get(holder)
        children = self.locator.children.get(holder)
        nested = self.locator.nested.get(holder)
        if units:
            self.insert_after(units[-1], markup)
        elif children or nested is not None:
            self.insert_before(children[0] if children else nested or holder, markup)
        else:
            self.append(holder, markup)

    def insert_after(self, sibling: Element, what: Markup | Range) -> None:
        indent = indentation(self.text, sibling.start)
        self._splice.insert(self.end(sibling), indent, *_pieces(what, indent))

    def insert_before(self, sibling: Element, what: Markup | Range) -> None:
        indent = indentation(self.text, sibling.start)
        self._splice.insert(sibling.start - len(indent), indent, *_pieces(what, indent))

    def end(self, element: Element) -> int:
        return element_end(self.text, element)

    def _append(self, holder: Element, pieces: tuple[Piece, ...]) -> None:
        behind = tag_end(self.text, holder.start)
        if self.text[behind - 2 : behind] == b"/>":
            self._opened.setdefault(holder, []).append(pieces)
            return
        last = self._last_child(holder)
        at = self.end(last) if last is not None else behind
        self._splice.insert(at, *pieces)
        if last is None and self.text[behind : holder.close].strip(b" \t\r\n") == b"" and behind == holder.close:
            self._splice.insert(at, indentation(self.text, holder.start))

    def _last_child(self, holder: Element) -> Element | None:
        known = (*self.locator.units.get(holder, ()), *self.locator.children.get(holder, ()), *holder.children)
        nested = self.locator.nested.get(holder)
        everything = known if nested is None else (*known, nested)
        return max(everything, key=lambda child: child.start, default=None)

    def _inner_indentation(self, holder: Element) -> bytes:
        children = self.locator.children.get(holder) or self.locator.units.get(holder) or holder.children
        if children:
            return indentation(self.text, children[-1].start)
        outer = indentation(self.text, holder.start)
        return outer + b"  " if outer or holder.tag == "graphml" else b""

    def _tag(self, element: Element) -> tuple[int, bytes]:
        end = tag_end(self.text, element.start)
        return end, self.text[element.start : end]

    def _fill(self, element: Element, contents: list[tuple[Piece, ...]]) -> None:
        """An element that was written `<a/>` gets its contents and an end tag."""
        end = tag_end(self.text, element.start)
        pieces = [piece for content in contents for piece in content]
        has_elements = any(isinstance(piece, Range) or b"<" in piece for piece in pieces)
        tail = indentation(self.text, element.start) if has_elements else b""
        name = self.name_of(element).encode()
        self._splice.replace(end - 2, end, b">", *pieces, tail + b"</" + name + b">")


def _pieces(what: Markup | Range, indent: bytes) -> list[Piece]:
    return [what] if isinstance(what, Range) else what.pieces(indent)
