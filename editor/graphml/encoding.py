"""A file's bytes as UTF-8 to work on, and back: encoding, byte order mark and compression are remembered."""

import codecs
import gzip
import re
import zlib

import msgspec

from editor.graphml.errors import GraphmlError

_DECLARED = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARKUP = "<?xml version='1.0' encoding=\"a\"?><a b='c'>&amp;&#229;</a>\r\n\t+~\\-"
_SYMBOLIC = frozenset({"utf_7", "idna", "punycode", "raw_unicode_escape", "unicode_escape", "charmap"})
"""Codecs of Python that write text in ASCII's bytes, so that markup could hide in them, or that are no encodings."""
LARGEST = 2_000_000_000


class Encoding(msgspec.Struct, frozen=True):
    """How the text of a file was stored; `lead` is white space before its XML declaration, which no parser allows."""

    codec: str = "utf-8"
    bom: bytes = b""
    gzipped: bool = False
    lead: bytes = b""

    def encoded(self, text: bytes) -> bytes:
        """UTF-8 text as the bytes of a file; characters the encoding lacks become character references."""
        if self.codec != "utf-8":
            text = text.decode().encode(self.codec, "xmlcharrefreplace")
        data = self.bom + self.lead + text
        return gzip.compress(data, mtime=0) if self.gzipped else data


def decoded(data: bytes) -> tuple[bytes, Encoding]:
    """The text of a file as UTF-8 without its byte order mark, and how it was stored; raises GraphmlError."""
    gzipped = data[:2] == b"\x1f\x8b"
    if gzipped:
        data = _unzipped(data)
    if not data.strip():
        raise GraphmlError.empty()
    for bom, codec in _BOMS:
        if data.startswith(bom):
            _check_mark(data[len(bom) : len(bom) + 1600], codec)
            return _as_utf8(data[len(bom) :], codec, bom, gzipped)
    return _as_utf8(data, _guessed(data), b"", gzipped)


def _guessed(data: bytes) -> str:
    if data[:4] == b"<\x00?\x00":
        return "utf-16-le"
    if data[:4] == b"\x00<\x00?":
        return "utf-16-be"
    declared = _DECLARED.match(data[:400])
    return _codec(declared.group(1).decode()) if declared else "utf-8"


def _codec(name: str) -> str:
    """The codec of a declared encoding: one in which XML's own characters are the bytes of ASCII, as they were read."""
    try:
        codec = codecs.lookup(name).name
        if codec.replace("-", "_") not in _SYMBOLIC and _MARKUP.encode(codec) == _MARKUP.encode("ascii"):
            return codec
    except (LookupError, UnicodeError):
        pass
    raise GraphmlError.unknown_encoding(name)


def _check_mark(data: bytes, codec: str) -> None:
    """A byte order mark and a declaration that name different encodings: nobody can know which of them lies."""
    declared = _DECLARED.match(data.decode(codec, "replace").encode()[:400])
    name = declared.group(1).decode() if declared else codec
    try:
        stated = codecs.lookup(name).name
    except LookupError:
        raise GraphmlError.unknown_encoding(name) from None
    if stated not in (codec, codec.removesuffix("-le").removesuffix("-be")):
        raise GraphmlError.contradicted(codec, name)


def _as_utf8(data: bytes, codec: str, bom: bytes, gzipped: bool) -> tuple[bytes, Encoding]:
    stripped = data.lstrip()
    lead = data[: len(data) - len(stripped)] if stripped[:5] == b"<?xml" else b""
    data = data[len(lead) :]
    encoding = Encoding(codec, bom, gzipped, lead)
    try:
        text = data if codec == "utf-8" else data.decode(codec).encode()
        if codec == "utf-8":
            data.decode()
    except UnicodeError as error:
        start = getattr(error, "start", 0)
        raise GraphmlError.wrong_encoding(codec, data[:start].count(b"\n") + 1) from None
    return text, encoding


def _unzipped(data: bytes) -> bytes:
    """What a gzip stream holds; rubbish after the stream is left out, as other readers do."""
    stream = zlib.decompressobj(wbits=31)
    try:
        text = stream.decompress(data, LARGEST)
    except zlib.error:
        raise GraphmlError.broken_gzip() from None
    if not stream.eof:
        raise GraphmlError.broken_gzip()
    return text
