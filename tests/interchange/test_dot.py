"""DOT that Graphviz itself reads back as the same graph."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from editor.interchange.dot import to_dot
from editor.model.document import Document
from editor.model.records import Edge, Facts, Info, Node
from editor.model.vocabulary import Relation, Sector, Vocabulary

VOCABULARY = Vocabulary(
    sectors={"political": Sector("political", {"sv": "Politik"}, "#6b1f5c", "#f7eef5", "#000000", "#000000")},
    relations={"reports_to": Relation("reports_to", {"sv": "rapporterar"}, line="thin", end_mark="open")},
)
AWKWARD = ["a", "n0::n1", "med mellanslag", 'citat"tecken', "bak\\streck\\", "<b>", "åäö", "graph", "-1", "", "a:b:c"]


def read_back(dot: str) -> dict[str, object]:
    """What Graphviz understands of it, as its own JSON, without a layout."""
    engine = shutil.which("graphviz-pure", path=str(Path(sys.executable).parent))
    assert engine is not None
    done = subprocess.run([engine, "-Tdot_json"], input=dot.encode(), capture_output=True, check=True, timeout=60)
    assert b"syntax" not in done.stderr
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


@pytest.mark.parametrize("id", AWKWARD)
def test_any_id_comes_back(id: str) -> None:
    document = Document([Node(id, name=id), Node("other", order=1)], [Edge("e", id, "other")])
    answer = read_back(to_dot(document, VOCABULARY))
    objects = answer["objects"]
    assert isinstance(objects, list)
    # DOT knows no escape for a backslash in a name: it stands there twice.
    assert [thing["name"] for thing in objects] == [id.replace("\\", "\\\\"), "other"]
    edges = answer["edges"]
    assert isinstance(edges, list)
    assert (edges[0]["tail"], edges[0]["head"]) == (0, 1)


def test_groups_are_clusters() -> None:
    nodes = [
        Node("outer", name="Yttre", is_group=True),
        Node("inner", is_group=True, group="outer", order=1),
        Node("leaf", group="inner", order=2),
    ]
    dot = to_dot(Document(nodes, [Edge("e", "leaf", "outer")]), VOCABULARY)
    objects = read_back(dot)["objects"]
    assert isinstance(objects, list)
    assert {"cluster_outer", "cluster_inner", "outer", "inner", "leaf"} == {thing["name"] for thing in objects}
    assert "label=Yttre" in dot


def test_kinds_and_sectors_are_told() -> None:
    document = Document(
        [Node("a", "Nämnd", facts=Facts(sector="political")), Node("b", order=1)],
        [Edge("e", "b", "a", kind="reports_to", name="rad 1\nrad 2"), Edge("f", "a", "b", directed=False, order=1)],
        Info(title="Titel"),
    )
    dot = to_dot(document, VOCABULARY)
    assert dot.startswith("digraph Titel {")
    assert 'fillcolor="#f7eef5"' in dot and "arrowhead=vee" in dot and "dir=none" in dot
    read_back(dot)


def test_nesting_has_no_depth_limit() -> None:
    depth = 5000
    nodes = [Node(str(i), group=str(i - 1) if i else None, is_group=i < depth - 1, order=i) for i in range(depth)]
    dot = to_dot(Document(nodes), VOCABULARY)
    assert dot.count("subgraph") == depth - 1
    assert dot.count("{") == dot.count("}")
