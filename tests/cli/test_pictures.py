"""layout, export, demo and selftest, as they are called."""

import json
from pathlib import Path

import jsonschema
import pytest
from lxml import etree
from PySide6.QtGui import QImage

from editor.cli import main
from editor.cli.opened import open_file
from editor.cli.pictures import has_display
from editor.model.line_style import lines_of
from editor.storage.packaged import load_samples, resources_dir

# The window's tests need a QApplication, and a process has only one application.
pytestmark = pytest.mark.usefixtures("qapp")

PLACED = b"""<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <key for="node" id="d0" yfiles.type="nodegraphics"/>
  <graph edgedefault="directed" id="G">
    <node id="n0"><data key="d0"><y:ShapeNode><y:Geometry height="30.0" width="120.0" x="0.0" y="0.0"/>\
<y:NodeLabel>Styrelse</y:NodeLabel></y:ShapeNode></data></node>
    <node id="n1"><data key="d0"><y:ShapeNode><y:Geometry height="30.0" width="120.0" x="5.0" y="5.0"/>\
<y:NodeLabel>Kontor</y:NodeLabel></y:ShapeNode></data></node>
    <edge id="e0" source="n0" target="n1"/>
  </graph>
</graphml>
"""
UNPLACED = b"""<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="l" for="node" attr.name="label" attr.type="string"/>
  <graph edgedefault="directed">
    <node id="a"><data key="l">Styrelse</data></node>
    <node id="b"><data key="l">Kontor</data></node>
    <edge source="a" target="b"/>
  </graph>
</graphml>
"""


@pytest.fixture(params=[PLACED, UNPLACED], ids=["placed", "unplaced"])
def chart(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "chart.graphml"
    path.write_bytes(request.param)
    return path


@pytest.mark.parametrize("preset", ["down", "right", "radial", "organic"])
def test_a_layout_keeps_boxes_apart(chart: Path, tmp_path: Path, preset: str) -> None:
    out = tmp_path / "out.graphml"
    assert main(["layout", str(chart), "-o", str(out), "--preset", preset]) == 0
    first, second = (node.box for node in open_file(out).document.nodes.values())
    assert first is not None and second is not None and not first.overlaps(second)


@pytest.mark.parametrize(
    ("ending", "start"), [("svg", b"<"), ("pdf", b"%PDF-"), ("png", b"\x89PNG"), ("dot", b"digraph")]
)
def test_every_format_is_written(chart: Path, tmp_path: Path, ending: str, start: bytes) -> None:
    out = tmp_path / f"out.{ending}"
    assert main(["export", str(chart), "-o", str(out)]) == 0
    assert out.read_bytes().startswith(start)


def test_the_svg_shows_the_names_and_speaks_the_language(chart: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.svg"
    assert main(["export", str(chart), "-o", str(out), "--lang", "en", "--layout", "right"]) == 0
    root = etree.parse(out).getroot()
    assert "Styrelse" in "".join(map(str, root.itertext()))
    assert root.get("lang") == "en"


def test_the_png_is_a_picture_with_something_on_it(chart: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.png"
    assert main(["export", str(chart), "-o", str(out)]) == 0
    picture = QImage(str(out))
    colors = {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)}
    assert len(colors) > 3


def test_exporting_graphml_as_it_is_keeps_every_byte(chart: Path, tmp_path: Path) -> None:
    assert main(["export", str(chart), "-o", str(tmp_path / "out.graphml")]) == 0
    assert (tmp_path / "out.graphml").read_bytes() == chart.read_bytes()


@pytest.mark.parametrize(
    "words", [["layout", "--preset", "spiral"], ["export", "--layout", "spiral"], ["export", "-o", "x.docx"]]
)
def test_what_is_not_known(words: list[str], chart: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.graphml"
    assert main([words[0], str(chart), "-o", str(out), *words[1:]]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not out.exists()


def test_the_demo_without_a_display_writes_every_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--out", str(tmp_path / "build")]) == 0
    written = sorted((tmp_path / "build").iterdir())
    assert [path.suffix for path in written] == [".graphml", ".pdf", ".png", ".svg"]
    said = capsys.readouterr().out
    assert all(str(path.resolve()) in said for path in written)


def test_the_selftest_passes(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["selftest"])
    said = capsys.readouterr().out
    assert code == 0, said
    assert "FAILED" not in said and said.count("\n") > 5


@pytest.mark.parametrize(
    ("environment", "platform", "shown"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_whether_there_is_a_display(environment: dict[str, str], platform: str, shown: bool) -> None:
    assert has_display(environment, platform) is shown


DAYS = [("2008-12-31", "Personalkontoret", "Medborgarservice"), ("2009-01-01", "Medborgarservice", "Personalkontoret")]


@pytest.mark.parametrize(("day", "there", "gone"), DAYS)
def test_a_picture_of_a_day(day: str, there: str, gone: str, tmp_path: Path) -> None:
    sample = Path(__file__).parents[2] / "samples" / "hassleholm.graphml"
    for out in (tmp_path / "day.svg", tmp_path / "day.graphml"):
        assert main(["export", str(sample), "-o", str(out), "--as-of", day]) == 0
        text = out.read_text("utf-8")
        assert there in text and gone not in text


def test_what_was_possibly_there_says_so(tmp_path: Path) -> None:
    sample = Path(__file__).parents[2] / "samples" / "sodertalje.graphml"
    assert main(["export", str(sample), "-o", str(tmp_path / "day.svg"), "--as-of", "2006-05-01"]) == 0
    assert "möjligen?" in (tmp_path / "day.svg").read_text("utf-8")


def test_a_layout_is_told_in_numbers_as_the_schema_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sample = next(sample.path for sample in load_samples() if sample.name == "sodertalje")
    assert main(["layout", str(sample), "--report", "json", "--paper", "a3", "-o", str(tmp_path / "x.graphml")]) == 0
    said = json.loads(capsys.readouterr().out)
    schema = json.loads((resources_dir() / "quality.schema.json").read_text("utf-8"))
    jsonschema.validate(said, schema)
    assert said["overlaps"] == said["through"] == 0
    assert (tmp_path / "x.graphml").exists()
    assert main(["layout", str(sample)]) == 2


@pytest.mark.parametrize("lines", ["straight", "curved"])
def test_how_lines_are_drawn_is_kept_in_the_file(tmp_path: Path, lines: str) -> None:
    sample = str(load_samples()[0].path)
    kept, as_is, chosen, again = (tmp_path / name for name in ("a.graphml", "b.svg", "c.svg", "d.svg"))
    assert main(["layout", sample, "--preset", "classic", "--lines", lines, "-o", str(kept)]) == 0
    assert lines_of(open_file(kept).document.info) == lines
    assert main(["export", sample, "--layout", "classic", "-o", str(as_is)]) == 0
    assert main(["export", sample, "--layout", "classic", "--lines", lines, "-o", str(chosen)]) == 0
    assert main(["export", str(kept), "-o", str(again)]) == 0
    assert as_is.read_bytes() != chosen.read_bytes() == again.read_bytes()


UPWARDS = b"""<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <graph edgedefault="directed">
    <node id="top"/><node id="a"/><node id="b"/>
    <edge source="a" target="top"/><edge source="b" target="top"/>
  </graph>
</graphml>
"""


@pytest.mark.parametrize(
    ("given", "top_is_above"), [([], True), (["--arrows", "up"], True), (["--arrows", "down"], False)]
)
def test_arrows_that_point_to_the_parent(tmp_path: Path, given: list[str], top_is_above: bool) -> None:
    path, out = tmp_path / "a.graphml", tmp_path / "b.graphml"
    path.write_bytes(UPWARDS)
    assert main(["layout", str(path), "--preset", "down", *given, "-o", str(out)]) == 0
    for _ in range(2):  # the second time as the file says
        nodes = open_file(out).document.nodes
        top, below = nodes["top"].box, nodes["a"].box
        assert top is not None and below is not None and (top.bottom < below.y) is top_is_above
        assert main(["layout", str(out), "--preset", "down", "-o", str(out)]) == 0
