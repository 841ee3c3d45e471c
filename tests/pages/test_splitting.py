"""A chart that no sheet holds becomes an overview and pages that refer to each other; every box is on one of them."""

from hypothesis import given, settings
from hypothesis import strategies as st
from paper_charts import MUNICIPAL, VOCABULARY, ask, maker_of, offices

from editor.drawing.shapes import Text
from editor.model.document import Document
from editor.model.paper import Paper, sheet_called
from editor.model.records import Edge, Node
from editor.pages.linking import pages_of
from editor.pages.splitting import Page, Splitter
from editor.render.svg import to_svg

CARD = Paper(sheet_called("150x105"))


def pages(document: Document, paper: Paper = CARD, lang: str = "sv") -> list[Page]:
    return Splitter(VOCABULARY, maker_of, MUNICIPAL, paper, ask, lang).pages(document)


def words(page: Page) -> str:
    shapes = (shape for block in page.drawing.blocks for shape in block.shapes if isinstance(shape, Text))
    return "\n".join(line.text for shape in shapes for line in shape.lines)


def shown(page: Page) -> set[str]:
    return {block.record for block in page.drawing.blocks if block.role in ("node", "group")}


def test_what_fits_is_one_page() -> None:
    (page,) = pages(offices(2, 2))
    assert page.number == 1 and page.top is None and page.above is None and not page.goes_on


def test_an_overview_says_where_each_unit_goes_on() -> None:
    made = pages(offices(6, 6))
    first, *others = made
    assert [page.number for page in made] == list(range(1, len(made) + 1))
    assert first.goes_on == {page.top: page.number for page in others}
    assert "6 under · sida 2" in words(first)
    assert all(page.above == 1 and "översikt på sida 1" in words(page) for page in others)
    assert all(page.smallest_pt >= 8.0 for page in made)


def test_the_words_are_in_the_language_of_the_picture() -> None:
    first, second, *_ = pages(offices(6, 6), lang="en")
    assert "6 below · page 2" in words(first) and "overview on page 1" in words(second)


def test_relations_between_units_are_shown_between_their_units_in_the_overview() -> None:
    document = offices(6, 6)
    with document.transaction("relate") as step:
        step.add(Edge("second", "o0u0", "o1u1", kind="cooperates_with"))
        step.add(Edge("same", "o0u0", "o0u1", kind="cooperates_with"))
    first, *others = pages(document)
    assert "second" in {block.record for block in first.drawing.blocks}
    assert "same" not in {block.record for block in first.drawing.blocks}
    assert any("same" in {block.record for block in page.drawing.blocks} for page in others)


def test_links_lead_to_the_pages_in_svg() -> None:
    first, *_ = pages(offices(6, 6))
    text = to_svg(first.drawing, links={id: f"chart-{number}.svg" for id, number in first.goes_on.items()})
    assert text.count("<a href=") == len(first.goes_on) and 'href="chart-2.svg"' in text


def test_a_chain_and_lone_boxes_come_to_an_end() -> None:
    chain = Document(
        [Node(f"n{n}", f"Nummer {n}", order=float(n)) for n in range(30)],
        [Edge(f"e{n}", f"n{n}", f"n{n + 1}", order=float(n)) for n in range(29)],
    )
    assert set().union(*map(shown, pages(chain))) == set(chain.nodes)
    alone = Document([Node(f"n{n}", f"Nummer {n}", order=float(n)) for n in range(120)])
    assert set().union(*map(shown, pages(alone))) == set(alone.nodes)


@settings(max_examples=10)
@given(st.integers(1, 6), st.integers(0, 5))
def test_every_box_is_on_a_page(count: int, units: int) -> None:
    document = offices(count, units)
    made = pages(document)
    assert set().union(*map(shown, made)) == set(document.nodes)
    assert all(page.drawing.width_mm == 150 for page in made)


def test_every_page_of_a_pdf_can_be_reached_by_clicks_and_left_again() -> None:
    first, *others = pages(offices(6, 6))
    assert set(pages_of(first).values()) == {page.number for page in others}
    assert all(pages_of(page) == {page.top: 1} for page in others)
