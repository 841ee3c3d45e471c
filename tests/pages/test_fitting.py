"""A chart is made to fit its sheet: text as large as asked for where possible, else it is said what it takes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from municipalities import municipality
from paper_charts import A4, MUNICIPAL, ask, fit, maker_of, offices

from editor.drawing.quality import PT_PER_PX, chart_of, fitting_scale, quality, smallest_px
from editor.drawing.shapes import Text
from editor.drawing.sheet import on_sheet
from editor.geometry import Point
from editor.layout.applying import apply_arrangement, arranged
from editor.model.paper import Paper, paper_of, sheet_called
from editor.model.records import Edge
from editor.pages.fitting import fitted


def test_a_small_chart_keeps_the_usual_spacing() -> None:
    found = fit(offices(2, 2), Paper(A4))
    assert found.fits and found.needs is None
    assert found.preset == MUNICIPAL and not found.paper.legible


def test_seventy_four_units_can_be_read_on_a4() -> None:
    document = offices(9, 7)
    assert len(document.nodes) >= 70
    found = fit(document, Paper(A4))
    assert found.fits and found.smallest_pt >= 8.0


def test_seventy_four_units_with_kinds_heads_and_holders_can_be_read_on_a4() -> None:
    document = municipality(74)
    found = fit(document, Paper(A4))
    assert found.fits and found.smallest_pt >= 8.0
    laid_out = arranged(document, found.arrangement)
    numbers = quality(chart_of(laid_out, maker_of(laid_out).drawing()), A4)
    assert (numbers.overlaps, numbers.through, numbers.label_overlaps) == (0, 0, 0)


def test_kinds_are_left_to_colours_only_where_the_paper_is_too_small() -> None:
    document = municipality(74)
    small, large = fit(document, Paper(A4)), fit(document, Paper(sheet_called("A2")))
    assert not small.paper.captions and large.paper.captions
    apply_arrangement(document, small.arrangement, "municipal", "fit", small.paper)
    drawing = maker_of(document).drawing()
    texts = [shape for block in drawing.blocks for shape in block.shapes if isinstance(shape, Text)]
    written = {line.text for text in texts for line in text.lines}
    assert "Socialnämnden" in written and not {"NÄMND", "FÖRVALTNING", "rapporterar till"} & written
    spoken = {block.title for block in drawing.blocks}
    assert "Nämnd Socialnämnden" in spoken and any(title and "rapporterar till" in title for title in spoken)


def test_what_is_reached_is_what_is_drawn() -> None:
    document = offices(6, 6)
    found = fit(document, Paper(A4))
    apply_arrangement(document, found.arrangement, "municipal", "fit", found.paper)
    drawing = maker_of(document).drawing()
    assert smallest_px(drawing) * PT_PER_PX * fitting_scale(drawing.bounds, A4) == pytest.approx(found.smallest_pt)


def test_it_is_said_which_sheet_a_larger_chart_takes() -> None:
    document = offices(20, 20)
    found = fit(document, Paper(A4))
    assert not found.fits and found.needs in ("A3", "A2", "A1", "A0")
    larger = fit(document, Paper(sheet_called(found.needs)))
    assert larger.smallest_pt > found.smallest_pt


def test_fitting_is_one_step_and_is_undone_with_its_paper() -> None:
    document = offices(2, 2)
    before = dict(document.nodes), document.info
    found = fit(document, Paper(A4))
    apply_arrangement(document, found.arrangement, "municipal", "fit", found.paper)
    assert paper_of(document.info) == found.paper
    document.undo()
    assert (dict(document.nodes), document.info) == before


def test_it_can_be_cancelled() -> None:
    assert fitted(offices(2, 2), maker_of, MUNICIPAL, Paper(A4), ask, lambda: True) is None


@settings(max_examples=25)
@given(st.integers(0, 4), st.integers(0, 6), st.sampled_from(["A4", "A3", "16:9", "300x120"]), st.booleans())
def test_on_its_sheet_a_drawing_is_whole_and_within_the_margins(
    count: int, units: int, name: str, upright: bool
) -> None:
    sheet = sheet_called(name, upright)
    document = offices(count, units)
    found = fit(document, Paper(sheet))
    drawing = maker_of(arranged(document, found.arrangement)).drawing()
    page = on_sheet(drawing, sheet)
    assert page.bounds.width / page.bounds.height == pytest.approx(sheet.width / sheet.height)
    margin = sheet.margin / sheet.width * page.bounds.width
    assert page.bounds.grown(-margin + 0.01).encloses(drawing.bounds)


@pytest.mark.parametrize("name", ["", "A9", "0x0", "30x30", "nanxnan", "200x", "99999x200", "infx200"])
def test_no_paper_is_refused(name: str) -> None:
    with pytest.raises(ValueError):
        sheet_called(name)


def test_a_chart_that_is_laid_out_already_fits_as_well_as_when_it_was_new() -> None:
    """The lines beside the tree as they ran before must not count while ways are tried."""
    document = offices(6, 6)
    with document.transaction("relate") as step:
        step.add(Edge("second", "o0u0", "o5u5", kind="cooperates_with"))
    new = fit(document, Paper(A4))
    far = (Point(-9000.0, -9000.0), Point(9000.0, 9000.0))
    apply_arrangement(document, new.arrangement, "municipal", "fit", new.paper)
    with document.transaction("bend") as step:
        step.update("second", bends=far)
    again = fit(document, Paper(A4))
    assert again.fits and (again.smallest_pt, again.preset) == (new.smallest_pt, new.preset)
