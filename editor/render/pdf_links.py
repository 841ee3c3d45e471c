"""Links from page to page of a PDF that Qt wrote, and can't write links itself. They are appended in PDF's own way of
changing a file (ISO 32000, 7.5.6): the pages' lists of annotations anew, and a table that says where they are.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from editor.geometry import Rect

TABLE = re.compile(rb"xref\s+0 (\d+)\s+")
ENTRY = 20
"""Bytes of a line of the table."""


class Link(NamedTuple):
    """On one page (from 0) an area, as parts of the page's width and height from its top left, that leads to another.

    text: where it leads, in words.
    """

    page: int
    area: Rect
    goes_to: int
    text: str


def with_links(pdf: bytes, links: Iterable[Link]) -> bytes:
    """The PDF with these links; as it was where there are none, or where it is not built as Qt builds it."""
    try:
        return _appended(pdf, list(links))
    except (IndexError, ValueError):
        return pdf


def _appended(pdf: bytes, links: list[Link]) -> bytes:
    if not links:
        return pdf
    file = _File(pdf)
    pages = file.pages()
    lists: dict[int, list[bytes]] = {}
    for link in links:
        page = file.object(pages[link.page])
        lists.setdefault(int(_found(rb"/Annots (\d+) 0 R", page)), []).append(_annotation(link, page, pages))
    made = bytearray(pdf if pdf.endswith(b"\n") else pdf + b"\n")
    places = {}
    for number, annotations in sorted(lists.items()):
        places[number] = len(made)
        made += b"%d 0 obj\n[\n%s\n]\nendobj\n" % (number, b"\n".join(annotations))
    table = len(made)
    made += b"xref\n0 1\n0000000000 65535 f \n" + b"".join(
        b"%d 1\n%010d 00000 n \n" % place for place in places.items()
    )
    made += b"trailer\n<<\n/Size %d\n/Prev %d\n%s\n>>\n" % (file.count, file.table, file.kept)
    return bytes(made + b"startxref\n%d\n%%%%EOF\n" % table)


def _annotation(link: Link, page: bytes, pages: list[int]) -> bytes:
    left, bottom, right, top = (float(number) for number in _found(rb"/MediaBox \[([^\]]+)\]", page).split())
    wide, high = right - left, top - bottom
    x, y = left + link.area.x * wide, top - link.area.y * high
    rect = b"%.2f %.2f %.2f %.2f" % (x, y - link.area.height * high, x + link.area.width * wide, y)
    said = (b"\xfe\xff" + link.text.encode("utf-16-be")).hex().encode()
    return b"<< /Type /Annot /Subtype /Link /Rect [%s] /Border [0 0 0] /F 4 /Dest [%d 0 R /Fit] /Contents <%s> >>" % (
        rect,
        pages[link.goes_to],
        said,
    )


class _File:
    """A PDF with one table of objects at its end, as Qt writes it."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        tail = pdf[pdf.rindex(b"trailer") :]
        self.table = int(_found(rb"startxref\s+(\d+)", tail))
        head = TABLE.match(pdf, self.table)
        if head is None:
            raise ValueError("no table of objects")
        self.count, self._first = int(head.group(1)), head.end()
        self.kept = b"\n".join(re.findall(rb"/(?:Root|Info) \d+ 0 R|/ID \[[^\]]*\]", tail))

    def object(self, number: int) -> bytes:
        place = self._first + number * ENTRY
        start = int(self._pdf[place : place + 10])
        return self._pdf[start : self._pdf.index(b"endobj", start)]

    def pages(self) -> list[int]:
        root = self.object(int(_found(rb"/Root (\d+) 0 R", self.kept)))
        tree = self.object(int(_found(rb"/Pages (\d+) 0 R", root)))
        return [int(number) for number in re.findall(rb"(\d+) 0 R", _found(rb"/Kids\s*\[([^\]]*)\]", tree))]


def _found(pattern: bytes, text: bytes) -> bytes:
    match = re.search(pattern, text)
    if match is None:
        raise ValueError(pattern)
    return match.group(1)
