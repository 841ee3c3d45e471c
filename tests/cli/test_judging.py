"""`ledgraf check` and `ledgraf diff`, as they are called."""

import json
from pathlib import Path

import jsonschema
import pytest

from editor.cli import main
from editor.cli.opened import graphml_bytes, open_file
from editor.model.dismissals import dismiss

ROOT = Path(__file__).parents[2]
SAMPLE = str(ROOT / "samples" / "hassleholm.graphml")


def schema(name: str) -> object:
    return json.loads((ROOT / "resources" / f"{name}.schema.json").read_text("utf-8"))


@pytest.fixture
def odd(tmp_path: Path) -> str:
    path = tmp_path / "odd.graphml"
    assert (
        main(["edit", SAMPLE, "--add", "post", "Vice chef", "--rename", "staben", "Stabsenheten", "-o", str(path)]) == 0
    )
    return str(path)


def test_hints_in_words_and_as_json(odd: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["check", odd, "--lang", "en"]) == 0
    assert "Vice chef is a deputy" in capsys.readouterr().out
    assert main(["check", odd, "--json"]) == 0
    hints = json.loads(capsys.readouterr().out)
    jsonschema.validate(hints, schema("check"))
    assert [hint["rule"] for hint in hints["hints"]] == ["deputy_of_nobody"]


def test_nothing_to_point_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", SAMPLE, "--lang", "sv", "--as-of", "2009-01-01"]) == 0
    assert capsys.readouterr().out == "Inget att anmärka.\n"


def test_changes_between_two_files(odd: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["diff", SAMPLE, odd, "--lang", "sv"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Befattning: Vice chef tillkommer.",
        "Staben byter namn till Stabsenheten.",
    ]


def test_changes_between_two_days_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", SAMPLE, "--days", "2008-12-31", "2009-01-01", "--json"]) == 0
    changes = json.loads(capsys.readouterr().out)
    jsonschema.validate(changes, schema("diff"))
    assert changes["changes"][0]["what"] == "merged"


@pytest.mark.parametrize(
    "words", [[SAMPLE], [SAMPLE, SAMPLE, "--days", "2008", "2009"], [SAMPLE, "--days", "nu", "då"]]
)
def test_what_can_not_be_compared(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *words]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_no_difference(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", SAMPLE, SAMPLE, "--lang", "en"]) == 0
    assert capsys.readouterr().out == "No difference.\n"


def test_what_was_dismissed_is_told_with_its_reason(odd: str, capsys: pytest.CaptureFixture[str]) -> None:
    document = open_file(Path(odd)).document
    id = next(node.id for node in document.nodes.values() if node.name == "Vice chef")
    capsys.readouterr()
    reading = open_file(Path(odd))
    with reading.document.transaction("Avfärda") as step:
        dismiss(reading.document, step, "deputy_of_nobody", (id,), "Tillträder senare")
    Path(odd).write_bytes(graphml_bytes(reading, Path(odd), Path(odd)))
    assert main(["check", odd, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    jsonschema.validate(found, schema("check"))
    assert not found["hints"]
    assert [(one["rule"], one["reason"]) for one in found["dismissed"]] == [("deputy_of_nobody", "Tillträder senare")]
    assert main(["check", odd, "--lang", "sv"]) == 0
    assert "Skäl: Tillträder senare" in capsys.readouterr().out


def test_a_hint_is_dismissed_with_a_reason_and_pointed_out_again(
    odd: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "dismissed.graphml")
    capsys.readouterr()
    assert main(["check", odd, "--json"]) == 0
    (hint,) = json.loads(capsys.readouterr().out)["hints"]
    named = [hint["rule"], *hint["elements"]]
    assert main(["check", odd, "--dismiss", *named, "--because", "Tillsätts i vår", "-o", out, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    jsonschema.validate(told, schema("check"))
    assert told["hints"] == [] and told["dismissed"] == [{**hint, "reason": "Tillsätts i vår"}]
    assert main(["check", out, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == told
    assert main(["check", out, "--lang", "sv"]) == 0
    assert f"Skäl: Tillsätts i vår ({' '.join(named)})" in capsys.readouterr().out
    assert main(["check", out, "--restore", *named, "-o", out, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"hints": [hint], "dismissed": []}


def test_a_hint_that_is_not_there_is_not_dismissed(
    odd: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "x.graphml"
    capsys.readouterr()
    for named in (["circle", "staben"], ["no_such_rule"], ["deputy_of_nobody", "staben"]):
        assert main(["check", odd, "--dismiss", *named, "--because", "Nej", "-o", str(out)]) == 1
        error = capsys.readouterr().err
        assert error.count("\n") == 1 and " ".join(named) in error and "deputy_of_nobody" in error
    assert main(["check", odd, "--dismiss", "deputy_of_nobody", "--because", "  ", "-o", str(out)]) == 1
    assert not out.exists()


def test_one_of_several_hints_must_be_said(odd: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    two = str(tmp_path / "two.graphml")
    assert main(["edit", odd, "--add", "post", "Biträdande chef", "-o", two]) == 0
    capsys.readouterr()
    assert main(["check", two, "--dismiss", "deputy_of_nobody", "--because", "Nej", "-o", two]) == 1
    assert capsys.readouterr().err.count("deputy_of_nobody ") >= 2


@pytest.mark.parametrize(
    "options",
    [
        ["--dismiss", "circle"],
        ["--dismiss", "circle", "--because", "x"],
        ["--because", "x"],
        ["--restore", "circle"],
        ["-o", "x"],
    ],
)
def test_what_is_missing_for_dismissing_is_said(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", SAMPLE, *options]) == 2
    assert capsys.readouterr().err.count("\n") == 1
