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
    Step,
    Stroke,
    Text,
)
from editor.text.measure import FAMILY, TextStyle

MM_PER_PX = 25.4 / 96
NO_LINKS: Mapping[str, str] = MappingProxyType({})
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
SPECIAL = re.compile(f"[&<>]|{ILLEGAL.pattern}")
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
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(wide)}mm" height="{_n(high)}mm"'
        f' viewBox="{_n(x)} {_n(y)} {_n(width)} {_n(height)}"'
        f' role="graphics-document document" aria-labelledby="{named}"{lang} font-family="{_family(FAMILY)}">\n'
        f'<title id="title">{_text(drawing.title)}</title>\n'
    ]
    if drawing.desc:
        parts.append(f'<desc id="desc">{_text(drawing.desc)}</desc>\n')
    if drawing.background:
        parts.append(
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"{_fill(drawing.background)}/>\n'
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
        safe = UNSAFE.search(record) is None
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
    shapes = "".join([WRITERS[type(shape)](shape) for shape in block.shapes])
    made = f'<g{id} role="{ROLES[block.role]}">{title}{desc}{shapes}</g>\n'
    link = links.get(block.record) if links else None
    return f'<a href="{_attribute(link)}">{made}</a>\n' if link else made


def _box(box: Box) -> str:
    x, y, width, height = box.rect
    radius = f' rx="{_n(box.radius)}"' if box.radius else ""
    place = f'x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'
    return f"<rect {place}{radius}{_fill(box.fill)}{_stroke(box.stroke)}/>"


def _ellipse(ellipse: Ellipse) -> str:
    rect = ellipse.rect
    centre = rect.centre
    return (
        f'<ellipse cx="{_n(centre.x)}" cy="{_n(centre.y)}" rx="{_n(rect.width / 2)}" ry="{_n(rect.height / 2)}"'
        f"{_fill(ellipse.fill)}{_stroke(ellipse.stroke)}/>"
    )


def _path(path: Path) -> str:
    return f'<path d="{"".join([_step(step) for step in path.steps])}"{_fill(path.fill)}{_stroke(path.stroke)}/>'


def _step(step: Step) -> str:
    if isinstance(step, Close):
        return "Z"
    x, y = step.to
    if isinstance(step, Line):
        return f"L{_n(x)} {_n(y)}"
    if isinstance(step, Move):
        return f"M{_n(x)} {_n(y)}"
    (a, b), (c, d) = step.first, step.second
    return f"C{_n(a)} {_n(b)} {_n(c)} {_n(d)} {_n(x)} {_n(y)}"


def _text_shape(text: Text) -> str:
    head = _lettering(text.style, text.anchor, text.color)
    if len(text.lines) == 1:
        line = text.lines[0]
        x, y = line.at
        return f'{head} x="{_n(x)}" y="{_n(y)}">{_text(line.text)}</text>'
    lines = [f'<tspan x="{_n(x)}" y="{_n(y)}">{_text(line.text)}</tspan>' for line in text.lines for x, y in (line.at,)]
    return f"{head}>{''.join(lines)}</text>"


@lru_cache
def _lettering(style: TextStyle, anchor: str, color: str) -> str:
    """How a text begins; there are few kinds of text in a chart."""
    more = f' font-weight="{style.weight}"' if style.weight != 400 else ""
    more += ' font-style="italic"' if style.italic else ""
    more += ' text-decoration="underline"' if style.underline else ""
    more += f' letter-spacing="{_n(style.tracking)}"' if style.tracking else ""
    more += f' text-anchor="{anchor}"' if anchor != "start" else ""
    more += "" if style.family == FAMILY else f' font-family="{_family(style.family)}"'
    return f'<text font-size="{_n(style.size_px)}"{more}{_fill(color)}'


def _family(name: str) -> str:
    """A family with a digit in its name is no CSS identifier, so it is quoted."""
    return f"'{_attribute(name)}', {FALLBACKS}"


def _image(image: Image) -> str:
    x, y, width, height = image.rect
    data = base64.b64encode(image.data).decode("ascii")
    # Office programs and older readers know only the name of the first version.
    return (
        f'<image x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" preserveAspectRatio="none"'
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


@lru_cache
def _fill(color: str | None) -> str:
    if color is None:
        return ' fill="none"'
    if len(color) == 9:
        return f' fill="{color[:7]}" fill-opacity="{_n(int(color[7:], 16) / 255)}"'
    return f' fill="{color}"'


@lru_cache
def _stroke(stroke: Stroke | None) -> str:
    if stroke is None:
        return ""
    color = stroke.color
    opacity = f' stroke-opacity="{_n(int(color[7:], 16) / 255)}"' if len(color) == 9 else ""
    dash = f' stroke-dasharray="{" ".join([_n(length) for length in stroke.dash])}"' if stroke.dash else ""
    return f' stroke="{color[:7]}" stroke-width="{_n(stroke.width)}"{opacity}{dash}'


@lru_cache(NUMBERS)
def _n(number: float) -> str:
    """At most two decimals, no trailing zeros, no minus before nought."""
    written = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def _text(text: str) -> str:
    """Most texts need nothing, which one search tells."""
    return text if SPECIAL.search(text) is None else _escaped(ILLEGAL.sub("", text))


def _attribute(text: str) -> str:
    return _escaped(ILLEGAL.sub("", text)).replace('"', "&quot;").replace("\n", " ")


def _escaped(text: str) -> str:
    """As `xml.sax.saxutils.escape`, whose import brings in all that speaks HTTP: a fortieth of the window's start."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
