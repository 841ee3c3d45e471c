"""A file opened for a command: its document, what its bytes were, and how to write it again."""

import gzip
from pathlib import Path

from editor.errors import UserError
from editor.graphml.reading import Reading, read_graphml
from editor.graphml.writing import write_graphml
from editor.model.appearance import Appearance
from editor.storage.files import read_file
from editor.storage.vocabularies import the_vocabulary

GZIP_MAGIC = b"\x1f\x8b"


def open_file(path: Path) -> Reading:
    """Read a file; a UserError names it."""
    try:
        return read_graphml(read_file(path))
    except UserError as error:
        if not error.where.startswith(str(path)):
            error.where = f"{path}: {error.where}" if error.where else str(path)
        raise


def graphml_bytes(reading: Reading, source: Path, target: Path) -> bytes:
    """The file's bytes with what was changed; gzipped or plain as before, unless the ending asks for the other."""
    data = write_graphml(reading.document, reading.baseline, Appearance(the_vocabulary()))
    before, after = source.suffix.lower(), target.suffix.lower()
    is_gzipped = data.startswith(GZIP_MAGIC)
    if after == ".graphmlz" and before != after and not is_gzipped:
        # No time stamp: the same document gives the same bytes.
        return gzip.compress(data, mtime=0)
    if before == ".graphmlz" and before != after and is_gzipped:
        return gzip.decompress(data)
    return data
