"""Boxes of a PDF lead to their pages and back, as whoever opens the file finds them."""

import re

import pytest

from editor.drawing.shapes import Block, Box, Drawing
from editor.geometry import Rect
from editor.render.pdf import pages_to_pdf
from editor.render.pdf_links import Link, with_links

pytestmark = pytest.mark.usefixtures("qapp")
NUMBER = rb"(-?[\d.]+)"


def page(*ids: str) -> Drawing:
    """Boxes of 100 by 50 px below each other, 20 px from the borders of the page."""
    places = [(id, Rect(0.0, number * 100.0, 100.0, 50.0)) for number, id in enumerate(ids)]
    blocks = tuple(Block("node", id, box, (Box(box, 0.0, "#ff0000"),)) for id, box in places)
    return Drawing(blocks, Rect(-20.0, -20.0, 400.0, 300.0), title="Prov", lang="sv")


def objects(pdf: bytes) -> dict[int, bytes]:
    """The newest version of every object, by the tables: each names the one before it."""
    found: dict[int, bytes] = {}
    table: int | None = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    while table is not None:
        body, _, rest = pdf[table:].partition(b"trailer")
        lines = body.split(b"\n")[1:]
        while lines and (head := re.fullmatch(rb"(\d+) (\d+)\s*", lines.pop(0))):
            first, count = int(head.group(1)), int(head.group(2))
            for number, line in enumerate(lines[:count], first):
                place, _, state = line.split()[:3]
                if state == b"n":
                    text = pdf[int(place) : pdf.index(b"endobj", int(place))]
                    assert text.startswith(b"%d 0 obj" % number)
                    found.setdefault(number, text)
            del lines[:count]
        before = re.search(rb"/Prev (\d+)", rest.partition(b"startxref")[0])
        table = int(before.group(1)) if before else None
    return found


def links(pdf: bytes) -> list[tuple[int, tuple[float, ...], int, str]]:
    """Of every link its page, its area, the page it leads to, and what is said of it."""
    there = objects(pdf)
    (kids,) = (match.group(1) for text in there.values() if (match := re.search(rb"/Kids\s*\[([^\]]*)\]", text)))
    pages = [int(number) for number in re.findall(rb"(\d+) 0 R", kids)]
    found = []
    for place, number in enumerate(pages):
        annotations = re.search(rb"/Annots (\d+) 0 R", there[number])
        assert annotations is not None
        for text in re.findall(rb"<< /Type /Annot /Subtype /Link .*?>>\n", there[int(annotations.group(1))]):
            area = re.search(rb"/Rect \[%s %s %s %s\]" % (NUMBER, NUMBER, NUMBER, NUMBER), text)
            goes_to, said = re.search(rb"/Dest \[(\d+) 0 R /Fit\]", text), re.search(rb"/Contents <(\w+)>", text)
            assert area is not None and goes_to is not None and said is not None
            words = bytes.fromhex(said.group(1).decode()).decode("utf-16")
            found.append((place, tuple(map(float, area.groups())), pages.index(int(goes_to.group(1))), words))
    return found


def test_boxes_lead_down_to_their_page_and_back_up() -> None:
    pdf = pages_to_pdf([page("top", "unit"), page("unit")], links=[{"unit": 2}, {"unit": 1}])
    down, up = links(pdf)
    assert (down[0], down[2], down[3]) == (0, 1, "Till sida 2") and (up[0], up[2], up[3]) == (1, 0, "Till sida 1")
    # 300 px of page are 225 points, counted from below; the second box stands 120 px from the top.
    assert down[1] == pytest.approx((15.0, 97.5, 90.0, 135.0), abs=0.6)
    assert up[1] == pytest.approx((15.0, 172.5, 90.0, 210.0), abs=0.6)


def test_what_qt_wrote_stays_as_it_was() -> None:
    plain = pages_to_pdf([page("a"), page("a")])
    linked = with_links(plain, [Link(0, Rect(0.1, 0.1, 0.2, 0.2), 1, "Till sida 2")])
    assert linked.startswith(plain) and len(links(linked)) == 1 and not links(plain)
    assert objects(linked).keys() == objects(plain).keys()


def test_nothing_is_appended_where_nothing_leads_anywhere_or_the_file_is_a_strange_one() -> None:
    plain = pages_to_pdf([page("a")])
    assert with_links(plain, []) == plain
    for strange in (b"", b"%PDF-2.0 trailer", plain.replace(b"/Annots", b"/Other_"), plain[: len(plain) // 2]):
        assert with_links(strange, [Link(0, Rect(0, 0, 1, 1), 0, "")]) == strange
