"""Changes of the organisation on the command line: dated, in one step, errors as one line."""

from pathlib import Path

import pytest

from editor.cli import main
from editor.cli.opened import open_file
from editor.model.document import Document
from editor.model.records import Tenure

SAMPLES = Path(__file__).parents[2] / "samples"
CHART = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="k" for="all" attr.name="lg.kind" attr.type="string"/>
  <key id="t" for="node" attr.name="lg.tenures" attr.type="string"/>
  <key id="u" for="node" attr.name="lg.tasks" attr.type="string"/>
  <key id="n" for="node" attr.name="label" attr.type="string"/>
  <graph edgedefault="directed">
    <node id="chef"><data key="k">post</data><data key="n">Chef</data>\
<data key="t">[{"name":"Ada Ek","person":"ada","party":"s"}]</data></node>
    <node id="ett"><data key="k">administration</data><data key="n">Ettan</data>\
<data key="u">[{"text":"vatten"},{"text":"avfall"}]</data></node>
    <node id="två"><data key="k">administration</data><data key="n">Tvåan</data></node>
    <node id="tre"><data key="k">administration</data><data key="n">Trean</data></node>
    <node id="vice"><data key="k">post</data><data key="n">Vice</data></node>
    <edge source="chef" target="ett"><data key="k">leads</data></edge>
    <edge source="chef" target="två"><data key="k">leads</data></edge>
  </graph>
</graphml>
"""


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    path = tmp_path / "chart.graphml"
    path.write_text(CHART, "utf-8")
    return path


def becoming(document: Document) -> set[tuple[str, str]]:
    return {(edge.source, edge.target) for edge in document.edges.values() if edge.kind == "becomes"}


def test_three_offices_merge_and_the_change_is_told(chart: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--merge", "Kontoret", "ett", "två", "--and", "tre", "--as-of", "2009-01-01", "-o", str(chart)]
    assert main(["edit", str(chart), *words]) == 0
    [new] = capsys.readouterr().out.split()
    document = open_file(chart).document
    assert becoming(document) == {("ett", new), ("två", new), ("tre", new)}
    assert {document.nodes[id].facts.end for id in ("ett", "två", "tre")} == {"2008-12-31"}
    assert [task.text for task in document.nodes[new].facts.tasks] == ["vatten", "avfall"]
    assert main(["diff", str(chart), "--days", "2008-12-31", "2009-01-01", "--lang", "sv"]) == 0
    assert "Ettan, Tvåan och Trean slås samman till Kontoret." in capsys.readouterr().out


def test_one_day_holds_for_all_changes_around_it(chart: Path) -> None:
    words = ["--as-of", "2010-06", "--split", "ett", "Norr", "Söder", "--and", "--Väst", "--vacate", "chef"]
    assert main(["edit", str(chart), *words, "--appoint", "vice", "Bo Å (mp)", "-o", str(chart)]) == 0
    document = open_file(chart).document
    news = {document.nodes[new].name for _, new in becoming(document)}
    assert news == {"Norr", "Söder", "--Väst"}
    assert document.nodes["vice"].facts.tenures == (Tenure("Bo Å", party="mp", start="2010-06"),)
    assert [tenure.status for tenure in document.nodes["chef"].facts.tenures] == [None, "vacant"]


def test_each_day_dates_the_changes_before_it(chart: Path) -> None:
    words = ["--appoint", "vice", "Bo", "--as-of", "2010-01-01", "--appoint", "vice", "Cia", "--as-of", "2011-01-01"]
    assert main(["edit", str(chart), *words, "-o", str(chart)]) == 0
    tenures = open_file(chart).document.nodes["vice"].facts.tenures
    assert [(t.name, t.start, t.end) for t in tenures] == [
        ("Bo", "2010-01-01", "2010-12-31"),
        ("Cia", "2011-01-01", None),
    ]


def test_a_person_of_the_file_is_appointed_by_id(chart: Path) -> None:
    words = ["--appoint", "vice", "ada", "--and", "Ada Ek", "--as-of", "2010-01-01", "-o", str(chart)]
    assert main(["edit", str(chart), *words]) == 0
    known, namesake = open_file(chart).document.nodes["vice"].facts.tenures
    assert known == Tenure("Ada Ek", person="ada", party="s", start="2010-01-01")
    assert namesake.person is None, "a name alone makes nobody the same person"


def test_renaming_keeps_the_holder_and_replacing_does_not(chart: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--rename-from", "chef", "Direktör", "--as-of", "2010-01-01", "-o", str(chart)]
    assert main(["edit", str(chart), *words]) == 0
    [direktor] = capsys.readouterr().out.split()
    assert main(["edit", str(chart), "--replace", direktor, "VD", "--as-of", "2012-01-01", "-o", str(chart)]) == 0
    [vd] = capsys.readouterr().out.split()
    document = open_file(chart).document
    assert [tenure.name for tenure in document.nodes[direktor].facts.tenures] == ["Ada Ek"]
    assert document.nodes[direktor].facts.tenures[0].end == "2011-12-31"
    assert document.nodes[vd].facts.tenures == ()
    assert becoming(document) == {("chef", direktor), (direktor, vd)}


def test_a_task_moves_and_an_office_goes(chart: Path) -> None:
    words = ["--move-task", "ett", "vatten", "två", "--dissolve", "ett", "--as-of", "2010-01-01", "-o", str(chart)]
    assert main(["edit", str(chart), *words]) == 0
    nodes = open_file(chart).document.nodes
    assert [(task.text, task.start) for task in nodes["två"].facts.tasks] == [("vatten", "2010-01-01")]
    assert nodes["ett"].facts.end == "2009-12-31"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--dissolve", "ett"], 2, "--as-of"),
        (["--dissolve", "ett", "--as-of", "igår"], 2, "igår"),
        (["--merge", "X", "ett", "--as-of"], 2, "--merge"),
        (["--and", "x", "--dissolve", "ett", "--as-of", "2010"], 2, "--and"),
        (["--dissolve", "borta", "--as-of", "2010"], 1, "borta"),
        (["--merge", "X", "ett", "ett", "--as-of", "2010"], 1, "--merge"),
        (["--move-task", "ett", "skola", "två", "--as-of", "2010"], 1, "1 vatten; 2 avfall"),
        (["--vacate", "vice", "--as-of", "2010"], 1, "Vice"),
        (["--appoint", "vice", " ", "--as-of", "2010"], 1, "--appoint"),
        (["--dissolve", "ett", "--dissolve", "ett", "--as-of", "2010-01-01"], 1, "2009-12-31"),
    ],
)
def test_what_is_not_possible_is_told_in_one_line(
    chart: Path, words: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["edit", str(chart), *words, "-o", str(chart)]) == code
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1 and said in captured.err
    assert chart.read_text("utf-8") == CHART
