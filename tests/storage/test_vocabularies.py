"""Kinds of a municipality's own: added after ours, like one of ours, and never in the way when the file is wrong."""

from pathlib import Path

import pytest

from editor.cli import main
from editor.errors import UserError
from editor.storage.vocabularies import own_vocabulary_path, packaged_vocabulary, the_vocabulary

OWN = """
[kinds.hembygdsrad]
label = { sv = "Hembygdsråd", en = "Local heritage board" }
like = "advisory_council"

[kinds.enhet_med_farg]
label = { sv = "Enhet", en = "Unit" }
like = "department"
sector = "external"

[relations.faddrar]
label = { sv = "är fadder för", en = "sponsors" }
line = "dotted"
"""
WRONG = {
    "no TOML": "[kinds",
    "no text": "\ud800",
    "a kind without a label": "[kinds.x]\nlook = 'box'",
    "a kind like nothing": "[kinds.x]\nlabel = { sv = 'X' }\nlike = 'dragon'",
    "a table that is a number": "kinds = 3",
    "an unknown look": "[kinds.x]\nlabel = { sv = 'X' }\nlook = 'cloud'",
}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "vocabulary.toml"
    path.write_text(OWN, "utf-8")
    return path


def test_without_a_file_there_are_ours() -> None:
    assert the_vocabulary() == packaged_vocabulary()


def test_own_kinds_come_after_ours_and_are_like_one_of_them(own: Path) -> None:
    ours, both = packaged_vocabulary(), the_vocabulary(own)
    assert list(both.kinds) == [*ours.kinds, "hembygdsrad", "enhet_med_farg"]
    assert both.kinds["hembygdsrad"].mapping == ours.kinds["advisory_council"].mapping
    assert both.kinds["enhet_med_farg"].sector == "external"
    assert "faddrar" in both.relations


def test_what_can_be_said_of_the_model_can_be_said_of_the_kind(own: Path) -> None:
    both = the_vocabulary(own)
    for other in ("post", "executive_board", "committee"):
        ours = {relation.id for relation in both.relations_between(other, "advisory_council")}
        assert {relation.id for relation in both.relations_between(other, "hembygdsrad")} == ours


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_file_is_named_and_left_alone(case: str, tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.toml"
    path.write_bytes(WRONG[case].encode("utf-8", "surrogatepass"))
    before = path.read_bytes()
    with pytest.raises(UserError) as caught:
        the_vocabulary(path)
    assert caught.value.where == str(path)
    assert path.read_bytes() == before


def test_the_command_line_knows_own_kinds(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own_vocabulary_path().parent.mkdir(parents=True, exist_ok=True)
    own_vocabulary_path().write_text(OWN, "utf-8")
    sample = Path(__file__).parents[2] / "samples" / "norrtalje.graphml"
    out = tmp_path / "out.graphml"
    assert main(["edit", str(sample), "--add", "hembygdsrad", "Rådet", "-o", str(out)]) == 0
    capsys.readouterr()
    assert main(["check", str(out), "--lang", "sv"]) == 0
    assert "ordlistan inte känner" not in capsys.readouterr().out
    own_vocabulary_path().write_text("[kinds", "utf-8")
    assert main(["check", str(out)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
