"""The help's walk through each sample says what is true, and the page on attributes names every one there is."""

import re
from pathlib import Path

import pytest

from editor.cli import main
from editor.cli.asking import read
from editor.graphml import facts, own_data
from editor.graphml.flat import write_flat
from editor.graphml.reading import read_graphml
from editor.insight.answers import Answerer
from editor.insight.questions import load_questions
from editor.model import dismissals, kept_texts
from editor.model.vocabulary import load_vocabulary
from editor.storage.help_pages import help_page, sample_page

ROOT = Path(__file__).parents[2]
VOCABULARY = load_vocabulary(ROOT / "resources" / "vocabulary.toml")
QUESTIONS = load_questions(ROOT / "resources" / "questions.toml")
SAMPLES = sorted((ROOT / "samples").glob("*.graphml"))
SILENCE = {"sv": "Framgår inte", "en": "Not stated"}
ASKED = re.compile(r"^- \*([^*]+\?)\* (.+)$", re.MULTILINE)
OTHER_PLACES = ("x", "y", "width", "height", "pinned", "collapsed", "folded", "order", "kind", "version", "bends")

both_languages = pytest.mark.parametrize("lang", ["sv", "en"])


@both_languages
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_its_questions_are_answered_as_it_says(sample: Path, lang: str) -> None:
    document = read_graphml(sample.read_bytes()).document
    answerer = Answerer(document, VOCABULARY, lang, None, QUESTIONS.wording)
    asked = ASKED.findall(sample_page(sample.stem, lang))
    assert len(asked) >= 6
    for question, said in asked:
        reply = answerer.read(read([question], QUESTIONS, answerer))
        assert reply.is_stated == (not said.startswith(SILENCE[lang])), question


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_both_languages_have_the_same_parts(sample: Path) -> None:
    shapes = [
        [(line[:2], line.count("**")) for line in sample_page(sample.stem, lang).splitlines() if line[:1] in "#-*"]
        for lang in ("sv", "en")
    ]
    assert [start for start, _ in shapes[0]] == [start for start, _ in shapes[1]]


@both_languages
def test_every_attribute_is_documented_and_no_other(lang: str) -> None:
    page = help_page(lang)
    documented = set(re.findall(r"`(lg\.\w+)`", page))
    names = {*facts.SCALARS, *facts.NUMBERS, *facts.LISTS, *facts.INFO_TEXTS, "documents", *OTHER_PLACES}
    lists = {own_data.LOOK, own_data.LABELS, own_data.OFFSETS, facts.ID, facts.NAME, facts.GROUP}
    assert documented == {facts.PREFIX + name for name in names} | lists | {dismissals.ATTRIBUTE, kept_texts.ATTRIBUTE}
    for sample in SAMPLES:
        flat = write_flat(read_graphml(sample.read_bytes()).document).decode()
        assert set(re.findall(r'attr.name="(lg\.\w+)"', flat)) <= documented


def test_a_sample_is_explained_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["samples", "--explain", "haninge"]) == 0
    assert capsys.readouterr().out.startswith("## Haninge")
    assert main(["samples", "--explain", "nowhere"]) == 1
    assert "haninge" in capsys.readouterr().err
