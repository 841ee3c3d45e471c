"""Facts that make no sense: each is a finding, every command goes on, nothing of it is lost on saving."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from editor.cli import main
from editor.graphml.reading import read_graphml

SAMPLE = (Path(__file__).parents[2] / "samples" / "norrtalje.graphml").read_text("utf-8")
CASES: dict[str, tuple[str, Callable[[str], str]]] = {
    # what it is: the rule that points it out, and what makes it
    "impossible date": ("unreadable_date", lambda text: text.replace("XXXX-02-01", "2009-02-31")),
    "month of no calendar": ("unreadable_date", lambda text: text.replace("XXXX-02-01", "2009-13-01")),
    "words for a date": ("unreadable_date", lambda text: text.replace("XXXX-02-01", "i våras")),
    "unknown kind": ("unknown_kind", lambda text: text.replace(">post<", ">wizard<", 1)),
    "unknown relation": ("unknown_kind", lambda text: text.replace(">assists<", ">bewitches<", 1)),
    "holder of no name": (
        "tenure_of_nobody",
        lambda text: re.sub(r'"name":"Christer Hjert","person":"[^"]*"', '"name":""', text),
    ),
    "no JSON": (
        "unreadable_fact",
        lambda text: text.replace('<data key="node.tenures">[', '<data key="node.tenures">{', 1),
    ),
    "JSON of another sort": (
        "unreadable_fact",
        lambda text: re.sub(r'(<data key="node.tasks">)\[\{"text":"[^"]*"', r'\1[{"text":7', text, count=1),
    ),
    "newer version": ("other_version", lambda text: re.sub(r'(<data key="graph.version">)1<', r"\g<1>9<", text)),
}


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path]:
    rule, spoil = CASES[request.param]
    path = tmp_path / "odd.graphml"
    path.write_text(spoil(SAMPLE), "utf-8")
    assert path.read_text("utf-8") != SAMPLE
    return rule, path


def test_it_is_pointed_out(case: tuple[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    rule, path = case
    assert main(["check", str(path), "--json"]) == 0
    hints = json.loads(capsys.readouterr().out)["hints"]
    assert {hint["rule"] for hint in hints} == {rule}


def test_every_command_goes_on(case: tuple[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(case[1])
    for words in (
        ["facts", path],
        ["facts", path, "--as-of", "2010-01-01"],
        ["ask", path, "Vem är biträdande kommundirektör?", "--as-of", "2010-01-01"],
        ["ask", path, "Vad händer den 1 februari?"],
        ["diff", path, "--days", "2009-01-01", "2010-01-01"],
        *(["export", path, "-o", str(tmp_path / f"ut.{ending}")] for ending in ("svg", "ttl", "dot", "graphml")),
        ["export", path, "-o", str(tmp_path / "ut.svg"), "--compare", "2009-01-01", "2010-01-01"],
    ):
        assert main(words) == 0, words
    assert capsys.readouterr().err == ""


def test_nothing_of_it_is_lost(case: tuple[str, Path], tmp_path: Path) -> None:
    path, out = case[1], tmp_path / "ut.graphml"
    assert main(["convert", str(path), str(out)]) == 0
    assert out.read_bytes() == path.read_bytes()
    assert main(["edit", str(path), "--rename", "kanslichef", "Kanslichefen", "-o", str(out)]) == 0
    lines, before = out.read_text("utf-8").splitlines(), path.read_text("utf-8").splitlines()
    assert [line for line in before if line not in lines and "Kanslichef" not in line] == []


def test_what_is_written_anew_takes_the_place_of_what_could_not_be_read(tmp_path: Path) -> None:
    path, out = tmp_path / "odd.graphml", tmp_path / "ut.graphml"
    path.write_text(CASES["no JSON"][1](SAMPLE), "utf-8")
    assert main(["edit", str(path), "--appoint", "kommundirektor", "Ada Ek", "--as-of", "2020", "-o", str(out)]) == 0
    node = read_graphml(out.read_bytes()).document.nodes["kommundirektor"]
    assert [tenure.name for tenure in node.facts.tenures] == ["Ada Ek"] and "lg.tenures" not in node.attributes
