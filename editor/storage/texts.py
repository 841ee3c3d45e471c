"""Reading a text file whole, in whatever of the usual encodings it is written."""

from pathlib import Path

from editor.errors import UserError
from editor.storage.files import read_file

MOST_BYTES = 5_000_000
ENDINGS = (".txt", ".md", ".text")
BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
OTHER_FORMATS = {b"%PDF": "PDF", b"PK\x03\x04": "Word/OpenDocument", b"\xd0\xcf\x11\xe0": "Word", b"{\\rtf": "RTF"}


def read_text(path: Path) -> str:
    """The text of a file; UserError where it can't be read or is no text."""
    data = read_file(path)
    if len(data) > MOST_BYTES:
        raise UserError(
            {"sv": "Texten är större än 5 MB.", "en": "The text is larger than 5 MB."},
            {
                "sv": "Dela den, eller klistra in den del som behövs.",
                "en": "Split it, or paste the part you need.",
            },
            str(path),
        )
    format = next((name for start, name in OTHER_FORMATS.items() if data.startswith(start)), None)
    encoding = next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), None)
    if format is not None or (encoding is None and b"\0" in data):
        named = format or "?"
        raise UserError(
            {"sv": f"Filen är ingen ren text ({named}).", "en": f"The file is not plain text ({named})."},
            {
                "sv": "Öppna den i sitt program, kopiera texten och klistra in den här.",
                "en": "Open it in its own program, copy the text and paste it here.",
            },
            str(path),
        )
    return _decoded(data, encoding)


def _decoded(data: bytes, encoding: str | None) -> str:
    """By its mark, else as UTF-8, else as Windows text, in which every byte means something."""
    for name in (encoding, "utf-8", "cp1252"):
        if name is not None:
            try:
                return data.decode(name)
            except UnicodeDecodeError:
                continue
    return data.decode("latin-1")
