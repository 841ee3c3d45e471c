"""Small pieces of XML text: escaping, start tags changed in place, new elements with their neighbours' indentation."""

import re
from collections.abc import Mapping

import msgspec

from editor.graphml.splice import Piece, Range

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ATTRIBUTE = re.compile(rb"""([^\s=<>"'/]+)\s*=\s*("[^"]*"|'[^']*')""")
_SPACE = b" \t\r\n"


def legal(text: str) -> str:
    """The text without the characters that XML 1.0 (section 2.2) can't hold."""
    return _ILLEGAL.sub("", text)


def escaped(text: str) -> bytes:
    """Text as character data."""
    text = legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    return text.encode()


def escaped_value(text: str, quote: str = '"') -> bytes:
    """Text as an attribute's value; line breaks as references, or a reader would turn them into blanks."""
    value = escaped(text).decode().replace("\n", "&#10;").replace("\t", "&#9;")
    return value.replace(quote, "&quot;" if quote == '"' else "&#39;").encode()


def with_attribute(tag: bytes, name: str, value: str | None) -> bytes:
    """A start tag with one attribute set, or without it for None; its other bytes stay."""
    for match in _ATTRIBUTE.finditer(tag):
        if match.group(1) == name.encode():
            if value is None:
                return tag[: match.start()].rstrip(_SPACE) + tag[match.end() :]
            start, end = match.span(2)
            return tag[: start + 1] + escaped_value(value, chr(tag[start])) + tag[end - 1 :]
    if value is None:
        return tag
    behind = len(tag) - (2 if tag.endswith(b"/>") else 1)
    head = tag[:behind].rstrip(_SPACE)
    return head + b" " + name.encode() + b'="' + escaped_value(value) + b'"' + tag[len(head) :]


def attribute_names(tag: bytes) -> dict[str, str]:
    """The attributes of a start tag as written, prefixes and namespace declarations included."""
    return {match.group(1).decode(): match.group(2)[1:-1].decode() for match in _ATTRIBUTE.finditer(tag)}


def indentation(text: bytes, at: int) -> bytes:
    """The white space directly before a place, from its last line break on; empty where there is no line break."""
    start = at
    while start and text[start - 1 : start] in (b" ", b"\t"):
        start -= 1
    if not start or text[start - 1 : start] not in (b"\n", b"\r"):
        return b""
    start -= 1
    if text[start : start + 1] == b"\n" and text[start - 1 : start] == b"\r":
        start -= 1
    return text[start:at]


class Markup(msgspec.Struct, frozen=True):
    """A new element: its name as written, its attributes, and its text or its children, old elements among them."""

    name: str
    attributes: Mapping[str, str] = {}
    text: str = ""
    children: "tuple[Markup | Range, ...]" = ()

    def pieces(self, indent: bytes) -> list[Piece]:
        """As bytes and ranges of the old text; `indent` is what stands before it (line break and blanks), empty for
        everything on one line.
        """
        head = b"<" + self.name.encode()
        for name, value in self.attributes.items():
            head += b" " + name.encode() + b'="' + escaped_value(value) + b'"'
        if not self.text and not self.children:
            return [head + b"/>"]
        found: list[Piece] = [head + b">" + escaped(self.text)]
        deeper = indent + b"  " if indent else b""
        for child in self.children:
            found.append(deeper if not self.text else b"")
            found.extend([child] if isinstance(child, Range) else child.pieces(deeper))
        tail = indent if self.children and not self.text else b""
        return [*found, tail + b"</" + self.name.encode() + b">"]
