"""Bytes become a document, the baseline that they are, and a report of what is in them."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set

import msgspec

from editor.graphml.ahead import read_ahead
from editor.graphml.baseline import Baseline
from editor.graphml.encoding import decoded
from editor.graphml.errors import GraphmlError
from editor.graphml.keys import Keys
from editor.graphml.notices import Notice, notices_of
from editor.graphml.reader import Reader
from editor.graphml.regrouping import regrouped
from editor.graphml.scan import Ahead, OutOfPlaceError, scan
from editor.graphml.shortening import Gap
from editor.graphml.spans import spans_of
from editor.model.arrows import as_opened
from editor.model.collector import without_collector
from editor.model.document import Document


class Report(msgspec.Struct, frozen=True):
    """What is in a file. `nodes` and `edges` count every such element; `kept` what is kept but not shown, by what it
    is.
    """

    producer: str
    dialect: str
    nodes: int
    edges: int
    groups: int
    hyperedges: int
    ports: int
    kept: Mapping[str, int] = {}
    notices: tuple[Notice, ...] = ()


class Reading(msgspec.Struct, frozen=True):
    """A file that was read."""

    document: Document
    baseline: Baseline
    report: Report


def read_graphml(data: bytes, *, progress: Callable[[float], None] | None = None) -> Reading:
    """Read a file's bytes. Raises GraphmlError with line and column; `progress` (0 to 1) may raise to cancel."""
    with without_collector():
        return _read(data, progress)


def _read(data: bytes, progress: Callable[[float], None] | None) -> Reading:
    text, encoding = decoded(data)
    reader = collected(text, progress)
    records = reader.records()
    info = as_opened(records.info, records.edges.values())
    document = Document(regrouped(records), records.edges.values(), info)
    baseline = Baseline(
        data=data,
        original=data,
        text=text,
        encoding=encoding,
        dialect=reader.dialect,
        keys=reader.keys,
        nodes=records.nodes,
        edges=records.edges,
        info=info,
        node_ordinals=records.node_ordinals,
        edge_ordinals=records.edge_ordinals,
        file_ids=records.file_ids,
        made_up=records.made_up,
        spans=spans_of(reader.nodes, reader.edges),
    )
    return Reading(document, baseline, _report(reader, records.kept))


def collected(
    text: bytes,
    progress: Callable[[float], None] | None = None,
    skipped: Set[int] = frozenset(),
    gaps: Sequence[Gap] = (),
) -> Reader:
    """What a text (UTF-8) says, before records are made of it; not what the elements that begin at `skipped` say, nor
    what is in the `gaps`.
    """
    with without_collector():
        if not skipped and not gaps and read_ahead(text) is not None:
            try:
                return _told(text, progress, skipped, gaps, read_ahead)
            except (GraphmlError, OutOfPlaceError):
                pass  # whatever is wrong is told by the parser itself, with its line
        return _told(text, progress, skipped, gaps)


def _told(
    text: bytes,
    progress: Callable[[float], None] | None,
    skipped: Set[int],
    gaps: Sequence[Gap],
    ahead: Callable[[bytes], Iterable[Ahead] | None] = lambda text: None,
) -> Reader:
    reader = Reader(Keys(), skipped)
    has_entities = scan(text, reader, progress, gaps, ahead(text))
    if reader.late_keys:
        reader = Reader(Keys(reader.declared), skipped)
        scan(text, reader, None, gaps, ahead(text))
    reader.finish()
    if has_entities:
        reader.oddities["entities"] += 1
    return reader


def _report(reader: Reader, kept: Counter[str]) -> Report:
    return Report(
        producer=reader.producer,
        dialect=reader.dialect,
        nodes=reader.counts["node"],
        edges=reader.counts["edge"],
        groups=sum(1 for raw in reader.nodes if raw.is_group),
        hyperedges=reader.counts["hyperedge"],
        ports=reader.counts["port"],
        kept=dict(kept),
        notices=notices_of(kept, reader.oddities),
    )
