"""`ledgraf edit` with sources: documents, their texts, facts and quotes from them, certainty."""

from pathlib import Path

import pytest

from editor.cli import main
from editor.cli.opened import open_file
from editor.model.kept_texts import kept_text
from editor.model.records import Source

SAMPLE = str(Path(__file__).parents[2] / "samples" / "norrtalje.graphml")
TEXT = "Nytt kontor\n\nNämnden beslutade att Miljökontoret ska ledas av en miljöchef.\n"


@pytest.fixture
def text(tmp_path: Path) -> str:
    path = tmp_path / "protokoll.txt"
    path.write_text(TEXT, "utf-8")
    return str(path)


def edited(tmp_path: Path, *operations: str, file: str = SAMPLE, code: int = 0) -> str:
    out = str(tmp_path / "ut.graphml")
    assert main(["edit", file, *operations, "-o", out]) == code
    return out


def test_facts_and_quotes_know_their_paragraph(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = ["--fact", "administration", "p", "Miljökontoret", "--fact", "post", "p", "miljöchef", "--under", "@"]
    quoted = ["--quote", "@", "p", "ledas av en miljöchef", "--certainty", "@", "interpreted"]
    out = edited(tmp_path, "--source", "p", "Ett protokoll", "--text", "p", text, *facts, *quoted)
    source, office, head = capsys.readouterr().out.split()
    document = open_file(Path(out)).document
    assert source == "p" and document.nodes[office].name == "Miljökontoret"
    assert document.nodes[office].facts.sources == (Source("p", 2, "Miljökontoret", 22),)
    assert document.nodes[head].facts.sources == (
        Source("p", 2, "miljöchef", 52),
        Source("p", 2, "ledas av en miljöchef", 40),
    )
    assert document.nodes[head].facts.certainty == "interpreted"
    assert any({edge.source, edge.target} == {office, head} for edge in document.edges.values())
    assert kept_text(document.info, "p") is None


def test_a_kept_text_is_at_hand_later_and_goes_on_request(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = edited(tmp_path, "--source", "p", "Ett protokoll", "--keep-text", "p", text)
    told = capsys.readouterr()
    assert told.out.split() == ["p"] and "1 kB" in told.err
    kept = kept_text(open_file(Path(out)).document.info, "p")
    assert kept is not None and kept.text == TEXT
    edited(tmp_path, "--quote", "kanslichef", "p", "en miljöchef", file=out)
    sources = open_file(Path(out)).document.nodes["kanslichef"].facts.sources
    assert sources[-1] == Source("p", 2, "en miljöchef", 49)
    edited(tmp_path, "--drop-text", "p", file=out)
    document = open_file(Path(out)).document
    assert kept_text(document.info, "p") is None and document.nodes["kanslichef"].facts.sources == sources


def test_without_a_text_the_words_are_kept_alone(tmp_path: Path) -> None:
    out = edited(
        tmp_path, "--source", "", "Muntlig uppgift", "--quote", "kanslichef", "muntlig-uppgift", "så sades det"
    )
    sources = open_file(Path(out)).document.nodes["kanslichef"].facts.sources
    assert sources[-1] == Source("muntlig-uppgift", quote="så sades det")


@pytest.mark.parametrize(
    ("operations", "said"),
    [
        (["--quote", "kanslichef", "saknas", "x"], "saknas"),
        (["--source", "nyhet", "En till"], "nyhet"),
        (["--quote", "ingen", "nyhet", "x"], "ingen"),
        (["--certainty", "kanslichef", "kanske"], "kanske"),
        (["--text", "nyhet", "finns/inte.txt"], "finns"),
        (["--keep-text", "saknas", "finns/inte.txt"], "saknas"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line_and_nothing_is_written(
    operations: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = edited(tmp_path, *operations, code=1)
    error = capsys.readouterr().err
    assert error.count("\n") == 1 and said in error and not Path(out).exists()


def test_words_that_are_not_in_the_text_are_refused(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edited(tmp_path, "--text", "nyhet", text, "--quote", "kanslichef", "nyhet", "står inte här", code=1)
    assert "står inte här" in capsys.readouterr().err
