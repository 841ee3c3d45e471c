"""A document as a crash has left it: the file as it was opened, with all that was done to it done again."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from editor.errors import UserError
from editor.graphml.baseline import Baseline
from editor.graphml.reading import read_graphml
from editor.model.document import Document
from editor.storage.entries import Begun, Saved, replay
from editor.storage.files import Stamp, read_file, stamp_of
from editor.storage.journal import Left, digest_of
from editor.ui.window.document_session import DocumentSession

NO_STAMP = Stamp(0, 0, 0)
"""The stamp of a file that isn't what we knew: different from that of every file."""
GZIP = b"\x1f\x8b"
MOST_BYTES, MOST_ENTRIES = 1_000_000, 2_000
"""Larger journals are offered without finding out whether they amount to anything: the program is just starting."""


@dataclass(frozen=True)
class Restored:
    """kept: how many of the journal's entries could be done again.  is_whole: whether that is all there was."""

    session: DocumentSession
    kept: int
    is_whole: bool


def restored(left: Left) -> Restored:
    """Have everything again that can be had; UserError where not even the beginning can be read."""
    reading = read_graphml(_base(left))
    kept = replay(reading.document, left.entries)
    is_whole = left.whole and kept == len(left.entries)
    if not is_whole:
        reading.document.history.mark_unsaved()
    path = Path(left.about.path) if left.about.path is not None else None
    baseline, stamp = _as_known(left, path, reading.baseline)
    name = Path(left.about.name).stem if path is not None else left.about.name
    session = DocumentSession(reading.document, baseline, path, reading.report.notices, name, stamp)
    return Restored(session, kept, is_whole)


def amounts_to_nothing(left: Left) -> bool:
    """Whether all that was done since the last save was taken back again, by undoing or by hand.

    False also where that would take long to find out, or can't be.
    """
    entries = left.entries
    if not left.whole or len(entries) > MOST_ENTRIES:
        return False
    saved = max((at for at, entry in enumerate(entries, 1) if isinstance(entry, Begun | Saved)), default=0)
    try:
        data = left.base
        document = read_graphml(data).document if len(data) <= MOST_BYTES else None
    except (OSError, UserError):
        return False
    if document is None or replay(document, entries[:saved]) < saved:
        return False
    before = _said(document)
    return replay(document, entries[saved:]) == len(entries) - saved and _said(document) == before


def _said(document: Document) -> tuple[object, ...]:
    """All that a save would write: places nobody chose are none."""
    nodes = document.nodes.values()
    placed = {node.id: node if node.placed else msgspec.structs.replace(node, box=None) for node in nodes}
    return placed, dict(document.edges), document.info


def _base(left: Left) -> bytes:
    try:
        return left.base
    except OSError as error:
        raise UserError(
            {
                "sv": "Det som skrevs undan är skadat: dess början går inte att läsa.",
                "en": "What was kept is damaged: its beginning can’t be read.",
            },
            {
                "sv": "Filen du arbetade i är som den sparades senast. Det som finns kvar ligger i mappen ovan.",
                "en": "The file you worked on is as it was last saved. What is left lies in this folder.",
            },
            where=str(left.folder),
        ) from error


def _as_known(left: Left, path: Path | None, baseline: Baseline) -> tuple[Baseline, Stamp | None]:
    """What we knew of the file on disk. One that is something else by now keeps a stamp that fits nothing, so that
    the next save asks before it writes over it."""
    if path is None:
        return baseline, None
    stamp = stamp_of(path)
    try:
        data = read_file(path)
    except UserError:
        return baseline, None  # Gone: there is nobody's work to write over.
    if digest_of(data) in left.digests:
        is_packed = data.startswith(GZIP)
        if is_packed != baseline.encoding.gzipped:
            from editor.graphml.writing import packed

            baseline = packed(baseline, is_packed)
        return msgspec.structs.replace(baseline, data=data), stamp
    known = baseline.original if digest_of(baseline.original) in left.digests else b""
    return msgspec.structs.replace(baseline, data=known), NO_STAMP
