"""`ledgraf ask`, as it is called."""

import json
from pathlib import Path

import jsonschema
import pytest

from editor.cli import main

ROOT = Path(__file__).parents[2]
SAMPLE = str(ROOT / "samples" / "hassleholm.graphml")
SCHEMA = json.loads((ROOT / "resources" / "answer.schema.json").read_text("utf-8"))


def test_an_answer_says_who_and_where_it_is_stated(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", SAMPLE, "--lang", "sv", "Vem leder staben?"]) == 0
    told = "Kommunchef leder Staben (från 1 januari 2009) – Johan Eriksson [angivet, stycke 11]\n"
    assert capsys.readouterr().out == told


def test_the_same_by_the_name_of_the_question_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", SAMPLE, "leads", "Staben", "--json", "--as-of", "2009-02"]) == 0
    reply = json.loads(capsys.readouterr().out)
    jsonschema.validate(reply, SCHEMA)
    assert [answer["holders"] for answer in reply["answers"]] == [["Johan Eriksson"]]


def test_silence_is_an_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", SAMPLE, "--lang", "en", "Who is personalchef?"]) == 0
    assert capsys.readouterr().out.startswith("Not stated.\n")


def test_what_is_not_understood_is_said_and_what_stands_near_is_no_answer(capsys: pytest.CaptureFixture[str]) -> None:
    asked = "Vilken glass gillar kommunchefen?"
    assert main(["ask", SAMPLE, "--lang", "sv", asked]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Framgår inte, så långt frågan går att förstå."
    assert lines[1] == "Okända ord här: ”glass”, ”gillar”."
    assert lines[2].startswith("Inget svar på frågan") and all(line.startswith("  ") for line in lines[3:])
    assert main(["ask", SAMPLE, asked, "--json"]) == 0
    reply = json.loads(capsys.readouterr().out)
    jsonschema.validate(reply, SCHEMA)
    assert (reply["understood"], reply["unknown"], reply["answers"]) == (False, ["glass", "gillar"], [])
    assert reply["known"]


def test_a_misspelt_question_says_how_it_was_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", SAMPLE, "--lang", "sv", "Vem samordnar avdelningrna?"]) == 0
    assert capsys.readouterr().out.startswith("Läst som: Vem samordnar avdelningarna?\n")


def test_what_is_no_question_gets_one_clear_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", SAMPLE, "hej", "du"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_without_a_question_they_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", SAMPLE]) == 0
    assert "leads" in capsys.readouterr().out
