"""What is understood on the command line, what is not, and that nothing heavy is loaded to say so."""

import subprocess
import sys

import pytest

import editor
from editor.cli import main
from editor.cli.arguments import COMMANDS
from editor.cli.operations import NotUnderstood, Operation, taken


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    assert f"ledgraf {command}" in capsys.readouterr().out


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(command in said for command in COMMANDS if command != "demo")


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"ledgraf {editor.__version__}\n"


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["export", "--help"]])
def test_nothing_heavy_is_loaded_to_answer_that(words: list[str]) -> None:
    program = (
        "import sys; from editor.cli import main; main(sys.argv[1:]);"
        "print({'PySide6', 'lxml', 'msgspec', 'graphviz'} & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "set()"


@pytest.mark.parametrize(
    "words",
    [
        ["--nonsense"],
        ["export", "a.graphml"],
        ["layout"],
        ["convert", "a.graphml"],
        ["info", "a", "b"],
        ["export", "a", "-o", "a.svg", "--lang", "de"],
        ["edit", "a", "-o", "b", "--rename", "n0"],
        ["edit", "a", "-o", "b", "--move", "n0", "left", "1"],
        ["edit", "a", "-o", "b", "--under", "n0"],
        ["edit", "a", "-o", "b", "--rename", "n0", "x", "--under", "n0"],
    ],
)
def test_what_is_not_understood(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    error = capsys.readouterr().err
    assert error.startswith("ledgraf") and error.count("\n") == 1 and "--help" in error


def test_operations_keep_their_order_and_any_text() -> None:
    words = ["in", "--add", "office", "--rename", "--under", "-5", "--move", "n0", "-1e3", "-.5", "-o", "out"]
    operations, rest = taken([*words, "--delete", "--delete"])
    assert operations == [
        Operation("add", ("office", "--rename"), under="-5"),
        Operation("move", ("n0", "-1e3", "-.5")),
        Operation("delete", ("--delete",)),
    ]
    assert rest == ["in", "-o", "out"]


def test_too_few_words_for_an_operation() -> None:
    with pytest.raises(NotUnderstood, match="3 words"):
        taken(["--connect", "", "a"])
