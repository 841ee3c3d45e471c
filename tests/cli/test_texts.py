"""info, convert, edit, facts and samples, as they are called."""

import gzip
import json
import os
from pathlib import Path

import pytest

from editor.cli import main
from editor.cli.opened import open_file

CHART = b"""<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <!--Created by yEd 3.23-->
  <key for="node" id="d0" yfiles.type="nodegraphics"/>
  <key for="edge" id="d1" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
    <node id="n0"><data key="d0"><y:ShapeNode><y:Geometry height="30.0" width="90.0" x="0.0" y="0.0"/>\
<y:NodeLabel>Styrelse</y:NodeLabel></y:ShapeNode></data></node>
    <node id="n1"><data key="d0"><y:ShapeNode><y:Geometry height="30.0" width="90.0" x="0.0" y="80.0"/>\
<y:NodeLabel>Kontor</y:NodeLabel></y:ShapeNode></data></node>
    <edge id="e0" source="n0" target="n1"><data key="d1"><y:PolyLineEdge/></data></edge>
  </graph>
</graphml>
"""


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    path = tmp_path / "chart.graphml"
    path.write_bytes(CHART)
    return path


def said(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    captured = capsys.readouterr()
    assert captured.err == ""
    answer: dict[str, object] = json.loads(captured.out)
    return answer


def test_info_counts_what_is_in_the_file(chart: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["info", str(chart), "--json"]) == 0
    answer = said(capsys)
    assert (answer["nodes"], answer["edges"], answer["groups"]) == (2, 1, 0)
    assert answer["bytes"] == len(CHART)
    assert answer["box"] == [0, 0, 90, 110]
    assert "yEd" in str(answer["producer"])


def test_info_for_reading(chart: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["info", str(chart)]) == 0
    assert "2" in capsys.readouterr().out


def test_facts_name_elements_and_relations(chart: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", str(chart), "--json"]) == 0
    answer = said(capsys)
    elements, relations = answer["elements"], answer["relations"]
    assert isinstance(elements, list) and isinstance(relations, list)
    assert [(e["id"], e["name"], e["parent"], e["box"]) for e in elements] == [
        ("n0", "Styrelse", None, [0, 0, 90, 30]),
        ("n1", "Kontor", "n0", [0, 80, 90, 30]),
    ]
    assert [(r["source"], r["target"]) for r in relations] == [("n0", "n1")]


def test_converting_keeps_every_byte(chart: Path, tmp_path: Path) -> None:
    assert main(["convert", str(chart), str(tmp_path / "out.graphml")]) == 0
    assert (tmp_path / "out.graphml").read_bytes() == CHART


def test_the_ending_decides_whether_it_is_packed(chart: Path, tmp_path: Path) -> None:
    packed, back = tmp_path / "packed.graphmlz", tmp_path / "back.graphml"
    assert main(["convert", str(chart), str(packed)]) == 0
    assert gzip.decompress(packed.read_bytes()) == CHART
    assert main(["convert", str(packed), str(back)]) == 0
    assert back.read_bytes() == CHART


def test_converting_to_dot(chart: Path, tmp_path: Path) -> None:
    assert main(["convert", str(chart), str(tmp_path / "out.dot")]) == 0
    assert "n0 -> n1" in (tmp_path / "out.dot").read_text("utf-8")


def test_a_format_that_convert_does_not_know(chart: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", str(chart), str(tmp_path / "out.docx")]) == 1
    assert "docx" in capsys.readouterr().err
    assert not (tmp_path / "out.docx").exists()


def test_editing_does_all_operations_in_order(chart: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.graphml"
    words = ["--rename", "n1", "--Å & <b>", "--move", "n1", "-10", "200.5", "--add", "", "Nytt", "--under", "n1"]
    assert main(["edit", str(chart), *words, "--connect", "", "n1", "n1", "--delete", "n0", "-o", str(out)]) == 0
    new, loop = capsys.readouterr().out.split()
    document = open_file(out).document
    assert sorted(document.nodes) == sorted(["n1", new])
    assert document.nodes["n1"].name == "--Å & <b>"
    assert document.nodes["n1"].box == (-10, 200.5, 90, 30)
    assert document.nodes[new].name == "Nytt"
    assert {(e.source, e.target) for e in document.edges.values()} == {("n1", new), ("n1", "n1")}
    assert document.edges[loop].source == "n1"


def test_one_renamed_box_changes_no_other_byte(chart: Path) -> None:
    assert main(["edit", str(chart), "--rename", "n1", "Stab", "-o", str(chart)]) == 0
    assert chart.read_bytes() == CHART.replace(b"Kontor", b"Stab")


@pytest.mark.parametrize(
    "words",
    [
        ["--rename", "n9", "x"],
        ["--delete", "n9"],
        ["--add", "", "x", "--under", "n9"],
        ["--connect", "", "n0", "n9"],
        ["--reparent", "n0", "n1"],
        ["--move", "n0", "nan", "0"],
        ["--move", "n0", "1e300", "0"],
    ],
)
def test_an_edit_that_is_not_possible_writes_nothing(
    words: list[str], chart: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["edit", str(chart), "--rename", "n0", "changed", *words, "-o", str(chart)]) == 1
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1 and words[0] in captured.err
    assert captured.out == ""
    assert chart.read_bytes() == CHART


def test_a_link_stays_a_link(chart: Path, tmp_path: Path) -> None:
    (tmp_path / "link.graphml").symlink_to(chart)
    assert (
        main(["edit", str(tmp_path / "link.graphml"), "--rename", "n0", "Ny", "-o", str(tmp_path / "link.graphml")])
        == 0
    )
    assert (tmp_path / "link.graphml").is_symlink()
    assert b"Ny" in chart.read_bytes()


def test_the_samples_are_listed_and_copied(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["samples"]) == 0
    names = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert main(["samples", "--copy", str(tmp_path / "new" / "folder")]) == 0
    assert sorted(os.listdir(tmp_path / "new" / "folder")) == sorted(f"{name}.graphml" for name in names)


def test_a_day_that_is_none_is_not_understood(chart: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", str(chart), "--as-of", "igår"]) == 2
    assert "igår" in capsys.readouterr().err
    assert main(["facts", str(chart), "--as-of", "2009-01-01"]) == 0
    answer = said(capsys)
    assert isinstance(answer["elements"], list)
    assert {element["present"] for element in answer["elements"]} == {"yes"}
