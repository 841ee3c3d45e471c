"""Export of two days as one picture or side by side, and with footnotes."""

from pathlib import Path

import pytest

from editor.cli import main

SAMPLE = str(Path(__file__).parents[2] / "samples" / "hassleholm.graphml")
DAYS = ["--compare", "2008-12-31", "2009-01-01"]


def svg(tmp_path: Path, *options: str) -> str:
    assert main(["export", SAMPLE, "-o", str(tmp_path / "x.svg"), "--lang", "sv", *options]) == 0
    return (tmp_path / "x.svg").read_text("utf-8")


def test_one_picture_has_both_days_and_a_legend(tmp_path: Path) -> None:
    made = svg(tmp_path, *DAYS)
    for words in ("+ ny (", "− upphör (", "Ekonomikontoret", "Medborgarservice", "slås samman till", "Vad som ändras"):
        assert words in made
    assert made == svg(tmp_path, *DAYS)


def test_side_by_side_has_each_day_for_itself(tmp_path: Path) -> None:
    made = svg(tmp_path, *DAYS, "--side-by-side")
    assert "Så som det var 31 december 2008" in made and "Så som det var 1 januari 2009" in made
    assert made.count(">Kommunfullmäktige<") == 2 and made.count(">Ekonomikontoret<") == 1


@pytest.mark.parametrize("ending", ["svg", "pdf", "png"])
def test_footnotes_in_every_picture(tmp_path: Path, ending: str) -> None:
    for options in ([], ["--footnotes"]):
        name = tmp_path / f"{len(options)}.{ending}"
        assert main(["export", SAMPLE, "-o", str(name), *options]) == 0
    plain, noted = (tmp_path / f"{n}.{ending}" for n in (0, 1))
    assert noted.stat().st_size > plain.stat().st_size
    if ending == "svg":
        assert "Källor" in noted.read_text("utf-8") and "Stycke 8" in noted.read_text("utf-8")
        assert "Källor" not in plain.read_text("utf-8")


@pytest.mark.parametrize(
    ("out", "options", "said"),
    [
        ("x.svg", ["--side-by-side"], "--compare"),
        ("x.svg", ["--compare", "igår", "2009"], "igår"),
        ("x.svg", [*DAYS, "--as-of", "2009"], "--as-of"),
        ("x.dot", DAYS, ".svg"),
        ("x.graphml", ["--footnotes"], "--footnotes"),
    ],
)
def test_what_does_not_go_together_is_told_in_one_line(
    tmp_path: Path, out: str, options: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", SAMPLE, "-o", str(tmp_path / out), *options]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1 and said in error
    assert not (tmp_path / out).exists()
