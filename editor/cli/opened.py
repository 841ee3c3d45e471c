"""A file opened for a command: its document, what its bytes were, and how to write it again."""

import gzip
import sys
from pathlib import Path

from editor.cli.words import language
from editor.errors import UserError
from editor.graphml.reading import Reading, read_graphml
from editor.storage.files import read_file
from editor.storage.vocabularies import the_vocabulary

GZIP_MAGIC = b"\x1f\x8b"
GRAPHML_ENDINGS = (".graphml", ".graphmlz", ".xml", ".gz")
PACKED_ENDINGS = (".graphmlz", ".gz")


def open_file(path: Path) -> Reading:
    """Read a file; a UserError names it."""
    try:
        data = read_file(path)
        return read_graphml(_graphml_of(data, path))
    except UserError as error:
        if not error.where.startswith(str(path)):
            error.where = f"{path}: {error.where}" if error.where else str(path)
        raise


def _graphml_of(data: bytes, path: Path) -> bytes:
    """The bytes as they are, a table as a file of yEd's dialect; what is wrong with its rows goes to stderr."""
    if path.suffix.lower() in GRAPHML_ENDINGS:
        return data
    from editor.graphml.writing import new_baseline, write_graphml
    from editor.interchange.tables import ENDINGS, imported, read_table
    from editor.model.appearance import Appearance

    if path.suffix.lower() not in ENDINGS:
        return data
    table = read_table(data, path.suffix)
    made = imported(table, table.guess, the_vocabulary())
    for problem in made.problems:
        print(f"ledgraf: {path}: {problem.text[language()]}", file=sys.stderr)
    return write_graphml(made.document, new_baseline(), Appearance(the_vocabulary()))


def graphml_bytes(reading: Reading, source: Path, target: Path) -> bytes:
    """The file's bytes with what was changed; gzipped or plain as before, unless the ending asks for the other."""
    from editor.graphml.writing import write_graphml
    from editor.model.appearance import Appearance

    data = write_graphml(reading.document, reading.baseline, Appearance(the_vocabulary()))
    before, after = _is_packed_name(source), _is_packed_name(target)
    is_gzipped = data.startswith(GZIP_MAGIC)
    if after and not before and not is_gzipped:
        # No time stamp: the same document gives the same bytes.
        return gzip.compress(data, mtime=0)
    if before and not after and is_gzipped:
        return gzip.decompress(data)
    return data


def _is_packed_name(path: Path) -> bool:
    return path.suffix.lower() in PACKED_ENDINGS
