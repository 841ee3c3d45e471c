"""Where each fact of a sample stands: a quote at its place in its paragraph, short enough not to copy the text."""

import re
from collections.abc import Iterator

import pytest
from sample_files import NUMBERS, ROOT, SEEDS, VOCABULARY, every_sample, opened

from editor.insight.hints.check import check, load_entries
from editor.insight.timing import span_of
from editor.insight.views import View, view
from editor.model.document import Document
from editor.model.records import Source

MOST_WORDS = 7


def sources(document: Document) -> Iterator[Source]:
    for record in (*document.nodes.values(), *document.edges.values()):
        yield from record.facts.sources
        for part in (*record.facts.tenures, *record.facts.tasks):
            yield from part.sources


@every_sample
def test_every_source_quotes_a_few_words(name: str) -> None:
    for source in sources(opened(name)):
        assert source.quote and source.paragraph and source.offset is not None
        assert len(re.findall(r"\w+", source.quote)) <= MOST_WORDS


@every_sample
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the texts that the samples rest on are not here")
def test_every_quote_stands_in_its_paragraph_at_its_offset(name: str) -> None:
    (seed,) = SEEDS.glob(f"{NUMBERS[name]}_*.txt")
    paragraphs = [line for line in seed.read_text("utf-8").split("\n") if line.strip()]
    for source in sources(opened(name)):
        assert source.paragraph is not None and source.offset is not None and source.quote
        assert paragraphs[source.paragraph - 1].startswith(source.quote, source.offset), source


@every_sample
def test_no_hint_scolds_a_sample(name: str) -> None:
    entries = load_entries(ROOT / "resources" / "hints.toml")
    today = span_of("2026-01-01")
    assert today is not None
    assert check(opened(name), VOCABULARY, entries, "sv", today) == []


def on(name: str, day: str) -> View:
    span = span_of(day)
    assert span is not None
    return view(opened(name), VOCABULARY, span)


@pytest.mark.parametrize(
    ("day", "offices"),
    [
        ("2008-12-31", ["ekonomikontoret", "kommunledningskontoret-fore-2009", "personalkontoret"]),
        ("2009-01-01", ["kommunledningskontoret"]),
    ],
)
def test_three_offices_one_day_and_one_the_next(day: str, offices: list[str]) -> None:
    there = on("hassleholm", day)
    found = sorted(node.id for node in there.nodes.values() if node.kind == "administration")
    assert found == offices and {there.present[id] for id in found} == {"yes"}


@pytest.mark.parametrize(("day", "present"), [("2007-06-01", "possibly"), ("2009-02-01", "yes")])
def test_a_new_post_without_a_date_is_only_sure_once_the_text_speaks_of_it(day: str, present: str) -> None:
    assert on("hassleholm", day).present["bitradande-kommunchef"] == present


def test_a_third_of_april_of_an_unknown_year_is_possible_on_any_day() -> None:
    there = on("sodertalje", "2010-04-03")
    assert there.present["kommundirektor"] == there.present["delat-ledarskap"] == "possibly"


def test_the_two_hellenbergs_are_two_persons() -> None:
    persons = {
        name: {
            tenure.person
            for node in opened(name).nodes.values()
            for tenure in node.facts.tenures
            if tenure.name == "Ulla-Marie Hellenberg"
        }
        for name in ("sodertalje", "norrtalje")
    }
    assert all(len(found) == 1 for found in persons.values())
    assert persons["sodertalje"].isdisjoint(persons["norrtalje"])


def test_nothing_of_the_repeated_paragraph_is_told_twice() -> None:
    document = opened("norrtalje")
    assert {source.paragraph for source in sources(document)} == {1, 2}
    assert len({(edge.kind, edge.source, edge.target) for edge in document.edges.values()}) == len(document.edges)
