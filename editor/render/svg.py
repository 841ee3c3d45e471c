"""A drawing as SVG: real text, ids, names and roles, presentation attributes only, same bytes for the same input."""

import base64
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from editor.drawing.shapes import (
    Block,
    Box,
    Close,
    Drawing,
    Ellipse,
    Image,
    Line,
    Move,
    Path,
    Shape,
    Stroke,
    Text,
)
from editor.text.measure import FAMILY, TextStyle

MM_PER_PX = 25.4 / 96
NO_LINKS: Mapping[str, str] = MappingProxyType({})
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
NUMBERS = 1 << 16
"""Written numbers that are remembered: most of a chart stands on few rows and columns."""
UNSAFE = re.compile(r"[^A-Za-z0-9_.-]")
FALLBACKS = "'Segoe UI', 'Liberation Sans', 'Nimbus Sans', Arial, sans-serif"
ROLES = {"node": "img", "edge": "img", "group": "img", "paper": "group"}


def to_svg(drawing: Drawing, *, width_mm: float | None = None, links: Mapping[str, str] = NO_LINKS) -> str:
    """The whole drawing as one SVG file; `width_mm` scales it, otherwise 96 px are an inch.

    links: by record, where a click on it leads.
    """
    x, y, width, height = drawing.bounds
    asked = width_mm if width_mm is not None else drawing.width_mm
    wide = asked if asked is not None else width * MM_PER_PX
    high = wide * height / width if width else 0.0
    lang = f' xml:lang="{_attribute(drawing.lang)}" lang="{_attribute(drawing.lang)}"' if drawing.lang else ""
    named = "title desc" if drawing.desc else "title"
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{N[wide]}mm" height="{N[high]}mm"'
        f' viewBox="{N[x]} {N[y]} {N[width]} {N[height]}"'
        f' role="graphics-document document" aria-labelledby="{named}"{lang} font-family="{_family(FAMILY)}">\n'
        f'<title id="title">{_text(drawing.title)}</title>\n'
    ]
    if drawing.desc:
        parts.append(f'<desc id="desc">{_text(drawing.desc)}</desc>\n')
    if drawing.background:
        parts.append(
            f'<rect x="{N[x]}" y="{N[y]}" width="{N[width]}" height="{N[height]}"{_fill(drawing.background)}/>\n'
        )
    ids = _Ids()
    parts.extend(_block(block, ids, links) for block in drawing.blocks)
    parts.append("</svg>\n")
    return "".join(parts)


class _Ids:
    """XML ids made from record ids, each given once."""

    def __init__(self) -> None:
        self._given = {"title", "desc"}

    def give(self, record: str) -> str:
        safe = (record.isascii() and record.isalnum()) or UNSAFE.search(record) is None
        base = f"r-{record}" if safe else "r-" + UNSAFE.sub(lambda match: f"_{ord(match[0]):x}", record)
        id, number = base, 2
        while id in self._given:
            id, number = f"{base}.{number}", number + 1
        self._given.add(id)
        return id


def _block(block: Block, ids: _Ids, links: Mapping[str, str]) -> str:
    id = f' id="{ids.give(block.record)}"' if block.record else ""
    title = f"<title>{_text(block.title)}</title>" if block.title else ""
    desc = f"<desc>{_text(block.desc)}</desc>" if block.desc else ""
    shapes = ""
    for shape in block.shapes:
        shapes += WRITERS[type(shape)](shape)
    made = f'<g{id} role="{ROLES[block.role]}">{title}{desc}{shapes}</g>\n'
    link = links.get(block.record) if links else None
    return f'<a href="{_attribute(link)}">{made}</a>\n' if link else made


def _box(box: Box) -> str:
    x, y, width, height = box.rect
    radius = f' rx="{N[box.radius]}"' if box.radius else ""
    place = f'x="{N[x]}" y="{N[y]}" width="{N[width]}" height="{N[height]}"'
    return f"<rect {place}{radius}{_paint(box.fill, box.stroke)}/>"


def _ellipse(ellipse: Ellipse) -> str:
    rect = ellipse.rect
    centre = rect.centre
    return (
        f'<ellipse cx="{N[centre.x]}" cy="{N[centre.y]}" rx="{N[rect.width / 2]}" ry="{N[rect.height / 2]}"'
        f"{_paint(ellipse.fill, ellipse.stroke)}/>"
    )


def _path(path: Path) -> str:
    written = ""
    for step in path.steps:
        sort = type(step)
        if sort is Close:
            written += "Z"
            continue
        x, y = step.to  # type: ignore[union-attr]
        if sort is Line:
            written += f"L{N[x]} {N[y]}"
        elif sort is Move:
            written += f"M{N[x]} {N[y]}"
        else:
            (a, b), (c, d) = step.first, step.second  # type: ignore[union-attr]
            written += f"C{N[a]} {N[b]} {N[c]} {N[d]} {N[x]} {N[y]}"
    return f'<path d="{written}"{_paint(path.fill, path.stroke)}/>'


def _text_shape(text: Text) -> str:
    head = _lettering(text.style, text.anchor, text.color)
    if len(text.lines) == 1:
        line = text.lines[0]
        x, y = line.at
        return f'{head} x="{N[x]}" y="{N[y]}">{_text(line.text)}</text>'
    lines = [f'<tspan x="{N[x]}" y="{N[y]}">{_text(line.text)}</tspan>' for line in text.lines for x, y in (line.at,)]
    return f"{head}>{''.join(lines)}</text>"


@lru_cache
def _lettering(style: TextStyle, anchor: str, color: str) -> str:
    """How a text begins; there are few kinds of text in a chart."""
    more = f' font-weight="{style.weight}"' if style.weight != 400 else ""
    more += ' font-style="italic"' if style.italic else ""
    more += ' text-decoration="underline"' if style.underline else ""
    more += f' letter-spacing="{N[style.tracking]}"' if style.tracking else ""
    more += f' text-anchor="{anchor}"' if anchor != "start" else ""
    more += "" if style.family == FAMILY else f' font-family="{_family(style.family)}"'
    return f'<text font-size="{N[style.size_px]}"{more}{_fill(color)}'


def _family(name: str) -> str:
    """A family with a digit in its name is no CSS identifier, so it is quoted."""
    return f"'{_attribute(name)}', {FALLBACKS}"


def _image(image: Image) -> str:
    x, y, width, height = image.rect
    data = base64.b64encode(image.data).decode("ascii")
    # Office programs and older readers know only the name of the first version.
    return (
        f'<image x="{N[x]}" y="{N[y]}" width="{N[width]}" height="{N[height]}" preserveAspectRatio="none"'
        f' xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' xlink:href="data:{_attribute(image.media_type)};base64,{data}"/>'
    )


WRITERS: dict[type[Shape], Callable[[Any], str]] = {
    Box: _box,
    Ellipse: _ellipse,
    Path: _path,
    Text: _text_shape,
    Image: _image,
}


@lru_cache(512)
def _paint(fill: str | None, stroke: Stroke | None) -> str:
    """How a shape is painted; there are few ways in a chart."""
    return _fill(fill) + _stroke(stroke)


def _fill(color: str | None) -> str:
    if color is None:
        return ' fill="none"'
    if len(color) == 9:
        return f' fill="{color[:7]}" fill-opacity="{N[int(color[7:], 16) / 255]}"'
    return f' fill="{color}"'


def _stroke(stroke: Stroke | None) -> str:
    if stroke is None:
        return ""
    color = stroke.color
    opacity = f' stroke-opacity="{N[int(color[7:], 16) / 255]}"' if len(color) == 9 else ""
    dash = f' stroke-dasharray="{" ".join([N[length] for length in stroke.dash])}"' if stroke.dash else ""
    return f' stroke="{color[:7]}" stroke-width="{N[stroke.width]}"{opacity}{dash}'


class _Numbers(dict[float, str]):
    """Numbers as they are written: at most two decimals, no trailing zeros, no minus before nought."""

    def __missing__(self, number: float) -> str:
        if len(self) >= NUMBERS:
            self.clear()
        written = f"{number:.2f}".rstrip("0").rstrip(".")
        written = self[number] = "0" if written == "-0" else written
        return written


N = _Numbers()


def _text(text: str) -> str:
    """Most texts need nothing: what can be printed is legal."""
    if text.isprintable() and "&" not in text and "<" not in text and ">" not in text:
        return text
    return _escaped(ILLEGAL.sub("", text))


def _attribute(text: str) -> str:
    return _escaped(ILLEGAL.sub("", text)).replace('"', "&quot;").replace("\n", " ")


def _escaped(text: str) -> str:
    """As `xml.sax.saxutils.escape`, whose import brings in all that speaks HTTP: a fortieth of the window's start."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
