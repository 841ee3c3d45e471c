"""What `ledgraf info` says of a file."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from editor.cli.opened import open_file
from editor.geometry import bounds_of
from editor.graphml.reading import Reading
from editor.model.records import Edge, Node

Json = dict[str, Any]

TITLES: Mapping[str, Mapping[str, str]] = {
    "producer": {"sv": "Skriven av", "en": "Written by"},
    "dialect": {"sv": "Dialekt", "en": "Dialect"},
    "nodes": {"sv": "Noder", "en": "Nodes"},
    "edges": {"sv": "Kanter", "en": "Edges"},
    "groups": {"sv": "Grupper", "en": "Groups"},
    "bytes": {"sv": "Storlek i byte", "en": "Size in bytes"},
    "box": {"sv": "Yta (x, y, bredd, höjd)", "en": "Area (x, y, width, height)"},
}


def information(path: Path) -> Json:
    """The producer, the counts and the kinds of a file, its area, and what is kept in it but not shown."""
    return _information(open_file(path), path.stat().st_size)


def _information(reading: Reading, size: int) -> Json:
    document, report = reading.document, reading.report
    area = bounds_of(node.box for node in document.nodes.values() if node.box is not None)
    return {
        "producer": report.producer or None,
        "dialect": report.dialect,
        "nodes": report.nodes,
        "edges": report.edges,
        "groups": report.groups,
        "hyperedges": report.hyperedges,
        "ports": report.ports,
        "kinds": _kinds(document.nodes.values()),
        "relations": _kinds(document.edges.values()),
        "title": document.info.title or None,
        "lang": document.info.lang or None,
        "bytes": size,
        "box": [*area] if area is not None else None,
        "shown": {"nodes": len(document.nodes), "edges": len(document.edges)},
        "kept": dict(report.kept),
        "notices": [{"code": note.code, "count": note.count, **note.text} for note in report.notices],
    }


def information_lines(said: Json, lang: str) -> list[str]:
    """The same for reading."""
    lines = [f"{TITLES[key][lang]}: {_plain(said[key])}" for key in TITLES if said[key] is not None]
    return [*lines, *(note[lang] for note in said["notices"])]


def _plain(value: object) -> str:
    return ", ".join(f"{number:g}" for number in value) if isinstance(value, list) else str(value)


def _kinds(records: Iterable[Node | Edge]) -> Json:
    """How many of each kind; those without one are not counted."""
    return dict(sorted(Counter(record.kind for record in records if record.kind is not None).items()))
