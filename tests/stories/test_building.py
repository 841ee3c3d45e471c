"""Samples 000 and 001 built from an empty window with the keys alone, and held against what the samples state."""

import sys
from pathlib import Path

from editor.graphml.reading import read_graphml
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.storage.packaged import load_samples

sys.path.insert(0, str(Path(__file__).parent))
from test_real_window import play, pytestmark

__all__ = ["pytestmark"]
MOST_MINUTES = 10


def sample(stem: str) -> Document:
    return read_graphml(next(one.path for one in load_samples() if one.path.stem == stem).read_bytes()).document


def built(story: str, tmp_path: Path) -> Document:
    target = tmp_path / f"{story}.graphml"
    play(story, tmp_path / "none", target, tmp_path / "settings")
    document = read_graphml(target.read_bytes()).document
    boxes = [node.box for node in document.nodes.values() if node.box is not None and not node.is_group]
    assert len(boxes) == sum(not node.is_group for node in document.nodes.values())
    assert not any(one.overlaps(other) for one in boxes for other in boxes if one is not other)
    return document


def name_of(document: Document, id: str | None) -> str:
    return " ".join(document.nodes[id].name.split()) if id is not None else ""


def box(document: Document, node: Node) -> dict[str, object]:
    facts = node.facts
    holders = [(held.name, held.party, held.start, held.status) for held in facts.tenures]
    said = {"name": name_of(document, node.id), "kind": node.kind, "frame": name_of(document, node.group)}
    dates = {"start": facts.start, "end": facts.end, "status": facts.status, "count": facts.count}
    tasks = [(task.text, task.start) for task in facts.tasks]
    return {**said, **dates, "sector": facts.sector, "holders": holders, "tasks": tasks}


def line(document: Document, edge: Edge) -> dict[str, object]:
    ends = {"source": name_of(document, edge.source), "target": name_of(document, edge.target)}
    return {**ends, "kind": edge.kind, "word": edge.name, "start": edge.facts.start, "status": edge.facts.status}


def said(document: Document, without: tuple[str, ...] = ()) -> list[str]:
    """All boxes and relations, without the ids and what is left out on purpose."""
    found = [box(document, node) for node in document.nodes.values()]
    found += [line(document, edge) for edge in document.edges.values()]
    return sorted(str({key: value for key, value in each.items() if key not in without}) for each in found)


def persons(document: Document) -> set[frozenset[str]]:
    """The posts that are held by the same person."""
    held: dict[str, set[str]] = {}
    for node in document.nodes.values():
        for tenure in node.facts.tenures:
            held.setdefault(tenure.person or tenure.name, set()).add(node.name)
    return {frozenset(posts) for posts in held.values()}


def test_sample_000_is_built_from_nothing_with_the_keys_alone(tmp_path: Path) -> None:
    """Every box, kind, holder, date, task and relation, and the frame around the two directors."""
    made, wanted = built("shared_leadership", tmp_path), sample("sodertalje")
    assert said(made) == said(wanted)
    assert persons(made) == persons(wanted)


def test_sample_001_is_built_from_nothing_with_the_keys_alone_in_less_than_ten_minutes(tmp_path: Path) -> None:
    """The merger with all that hangs on it; the words on lines, which repeat their dates, are left out, and some tasks.

    The minutes are those of a person, counted from the keys.
    """
    made, wanted = built("merger", tmp_path), sample("hassleholm")
    left_out = ("word", "tasks", "sector", "status")
    assert said(made, left_out) == [text.replace("'[..2009-01]'", "None") for text in said(wanted, left_out)]
    tasks = {task.text for node in wanted.nodes.values() for task in node.facts.tasks}
    assert len({task.text for node in made.nodes.values() for task in node.facts.tasks} & tasks) >= 7
    assert persons(made) == persons(wanted)
    _keys, _thoughts, minutes = (tmp_path / "merger.effort").read_text().split()
    assert 1 < float(minutes) < MOST_MINUTES
