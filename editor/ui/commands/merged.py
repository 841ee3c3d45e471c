"""A file that others have changed, opened beside the chart of it, and what both have done since they were the same."""

from pathlib import Path

from editor.graphml.baseline import Baseline
from editor.graphml.reading import read_graphml
from editor.model.merging import Merge, Records, records_of, renamed
from editor.model.records import DOCUMENT_ID
from editor.model.suggestions import as_stated
from editor.ui.window.document_session import DocumentSession, read_session


class Merged:
    """What is needed to merge: the file as it is now, opened, and the changes of both since they were the same."""

    def __init__(self, path: Path, ours: DocumentSession) -> None:
        self.session = read_session(path)
        theirs = self.session.baseline
        base = _known(ours.baseline)
        self.base = renamed({**base.nodes, **base.edges, DOCUMENT_ID: base.info}, _names(base, theirs))
        self.mine: Records = renamed(records_of(as_stated(ours.document, base.edges)), _names(ours.baseline, theirs))
        self.merge = Merge(self.base, self.mine, records_of(self.session.document))


def _known(baseline: Baseline) -> Baseline:
    """The file as we last knew it: as it was opened, or as it was saved since."""
    return baseline if baseline.data == baseline.original else read_graphml(baseline.data).baseline


def _names(one: Baseline, other: Baseline) -> dict[str, str]:
    """Lines that have no id in the file are numbered anew at each reading: the id in `other` by that in `one`."""
    theirs = {key: id for id, key in _keys(other).items()}
    return {id: theirs.get(key, key) for id, key in _keys(one).items()}


def _keys(baseline: Baseline) -> dict[str, str]:
    """What a line without an id is known by: its ends, its kind, and which of several alike it is."""
    seen: dict[tuple[str, str, str | None], int] = {}
    keys: dict[str, str] = {}
    for id, edge in baseline.edges.items():
        if id in baseline.made_up:
            alike = (edge.source, edge.target, edge.kind)
            seen[alike] = seen.get(alike, 0) + 1
            keys[id] = f"{edge.source}\t{edge.target}\t{edge.kind or ''}\t{seen[alike]}"
    return keys
