"""Exporting on as many sheets as a chart needs: one PDF, or SVG files that are linked both ways."""

import json
import re
from pathlib import Path

import pytest

from editor.cli.start import main
from editor.graphml.writing import new_baseline, write_graphml
from editor.model.document import Document
from editor.model.records import Edge, Node


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    nodes, edges = [Node("top", "Styrelsen")], []
    for office in range(5):
        nodes.append(Node(f"o{office}", f"Kontor {office}", "administration", order=1.0 + office))
        edges.append(Edge(f"e{office}", f"o{office}", "top", kind="part_of", order=float(office)))
        for unit in range(6):
            id = f"o{office}u{unit}"
            nodes.append(Node(id, f"Enhet {unit}", "department", order=10.0 + 6 * office + unit))
            edges.append(Edge(f"e{id}", id, f"o{office}", kind="part_of", order=10.0 + 6 * office + unit))
    path = tmp_path / "chart.graphml"
    path.write_bytes(write_graphml(Document(nodes, edges), new_baseline()))
    return path


def test_svg_files_are_linked_both_ways(chart: Path) -> None:
    target = chart.with_name("out.svg")
    assert main(["export", str(chart), "-o", str(target), "--paper", "150x105", "--pages"]) == 0
    first = target.read_text("utf-8")
    names = re.findall(r'<a href="([^"]+)"', first)
    assert len(names) == 5 and 'width="150mm" height="105mm"' in first
    for name in names:
        assert 'href="out.svg"' in target.with_name(name).read_text("utf-8")


def test_a_pdf_has_a_page_for_each(chart: Path) -> None:
    target = chart.with_name("out.pdf")
    assert main(["export", str(chart), "-o", str(target), "--paper", "150x105", "--pages"]) == 0
    assert len(re.findall(rb"/Type\s*/Page\b", target.read_bytes())) == 6


@pytest.mark.parametrize("words", [["--pages"], ["--pages", "--paper", "A4", "-o", "x.png"], ["--paper", "A9"]])
def test_what_makes_no_sense_is_refused(chart: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    target = str(chart.with_name("out.svg"))
    assert main(["export", str(chart), "-o", target, *words]) == 2
    assert "export --pa" in capsys.readouterr().err


def test_a_report_says_what_dividing_a_chart_that_does_not_fit_comes_to(
    chart: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    assert main(["layout", str(chart), "--report", "json", "--paper", "150x105"]) == 0
    printed = capsys.readouterr()
    told = json.loads(printed.out)
    assert not told["fits"] and told["smallest_pt"] < 8
    assert told["pages"]["count"] == 6 and told["pages"]["smallest_pt"] >= 8
    assert "Uppdelat på 6 sidor" in printed.err and "--paper 150x105 --pages" in printed.err
    assert main(["layout", str(chart), "--report", "json", "--paper", "A3"]) == 0
    printed = capsys.readouterr()
    assert "pages" not in json.loads(printed.out) and printed.err == ""
