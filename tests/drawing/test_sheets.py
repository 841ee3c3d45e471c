"""A drawing on sheets: everything is on one of them, neighbours overlap, and no sheet is empty paper."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from editor.drawing.sheets import LARGEST, MOST_SHEETS, OVERLAP_MM, SheetPart, many_sheets, one_sheet
from editor.geometry import Rect
from editor.model.paper import PX_PER_MM

SIDES = st.floats(1, 60_000)
ROOM = st.floats(30, 1200)


@given(SIDES, SIDES, ROOM, ROOM)
def test_one_sheet_has_it_all_in_its_middle(width: float, height: float, wide: float, high: float) -> None:
    bounds = Rect(-50, 20, width, height)
    plan = one_sheet(bounds, wide, high)
    (sheet,) = plan.sheets
    assert sheet.area.centre == pytest.approx(bounds.centre)
    assert sheet.area.width >= width * 0.999 and sheet.area.height >= height * 0.999
    assert plan.scale <= LARGEST and not plan.is_tiled
    assert sheet.area.width * plan.scale / PX_PER_MM == pytest.approx(wide)


@given(SIDES, SIDES, ROOM, ROOM, st.floats(0.1, 10))
def test_on_many_sheets_nothing_is_left_out(
    width: float, height: float, wide: float, high: float, scale: float
) -> None:
    bounds = Rect(-50, 20, width, height)
    plan = many_sheets(bounds, wide, high, scale)
    assert len(plan.sheets) == plan.columns * plan.rows <= MOST_SHEETS and plan.scale <= scale
    areas = [sheet.area for sheet in plan.sheets]
    slack = 0.001 * max(width, height)
    assert (
        min(area.x for area in areas) <= bounds.x + slack and max(area.right for area in areas) >= bounds.right - slack
    )
    assert min(area.y for area in areas) <= bounds.y + slack
    assert max(area.bottom for area in areas) >= bounds.bottom - slack
    assert all(area.touches(bounds) for area in areas)
    assert len({sheet.name for sheet in plan.sheets}) == len(plan.sheets)


def test_neighbours_show_ten_millimetres_both() -> None:
    plan = many_sheets(Rect(0, 0, 3000, 2000), 190, 277, 1.0)
    assert (plan.columns, plan.rows) == (5, 2)
    first, second = plan.sheets[:2]
    assert (first.area.right - second.area.x) / PX_PER_MM == pytest.approx(OVERLAP_MM)
    assert [sheet.name for sheet in plan.sheets[:6]] == ["A1", "B1", "C1", "D1", "E1", "A2"]


def test_sheets_are_named_as_cells_are() -> None:
    assert [SheetPart(Rect(0, 0, 1, 1), column, 0).name for column in (0, 25, 26, 51, 52)] == [
        "A1",
        "Z1",
        "AA1",
        "AZ1",
        "BA1",
    ]
