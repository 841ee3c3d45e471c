"""Pictures that a file carries inside itself: what may be shown of them, and nothing fetched from anywhere."""

import base64
import binascii
from functools import lru_cache
from urllib.parse import unquote_to_bytes

from lxml import etree

RASTER = {
    "image/png": (b"\x89PNG",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/gif": (b"GIF87a", b"GIF89a"),
    "image/webp": (b"RIFF",),
    "image/bmp": (b"BM",),
}
"""Media types with the bytes that such a picture begins with."""
VECTOR = "image/svg+xml"
ACTIVE = {"script", "foreignObject", "handler", "listener", "set", "animate", "animateTransform", "animateMotion"}
MOST_BYTES = 8_000_000
CACHED = 256


@lru_cache(CACHED)
def embedded(address: str | None) -> tuple[bytes, str] | None:
    """The bytes and media type of a data URI; None for other addresses and for what can't be shown safely."""
    if not address or not address.startswith("data:") or "," not in address or len(address) > 2 * MOST_BYTES:
        return None
    head, _, body = address[5:].partition(",")
    try:
        data = base64.b64decode(body) if head.endswith(";base64") else unquote_to_bytes(body)
    except (binascii.Error, ValueError):
        return None
    return _vector(data) if head.partition(";")[0] == VECTOR else _raster(data)


def _raster(data: bytes) -> tuple[bytes, str] | None:
    """The type is read off the bytes: what a file says of its pictures is often not so."""
    for media_type, beginnings in RASTER.items():
        if data.startswith(beginnings):
            return data, media_type
    return None


def _vector(data: bytes) -> tuple[bytes, str] | None:
    """An SVG without scripts, events, animation or anything from outside."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if etree.QName(root).localname != "svg":
        return None
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or etree.QName(element).localname in ACTIVE:
            _drop(element)
        else:
            _clean(element)
    return etree.tostring(root), VECTOR


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _clean(element: etree._Element) -> None:
    for name, value in list(element.attrib.items()):
        local = etree.QName(name).localname.lower()
        leads_out = local == "href" and not str(value).startswith(("#", "data:image/"))
        if local.startswith("on") or leads_out or _imports(str(value)):
            del element.attrib[name]
    if element.text and etree.QName(element).localname == "style" and _imports(element.text):
        element.text = ""


def _imports(style: str) -> bool:
    """Whether a style would bring something in from outside."""
    plain = style.lower().replace(" ", "")
    return "@import" in plain or "url(" in plain.replace("url(#", "").replace("url('#", "").replace('url("#', "")
