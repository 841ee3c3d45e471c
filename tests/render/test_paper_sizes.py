"""The printer's sheets are those of the model: there is one list of sizes."""

import pytest

from editor.model.paper import PRINTED, SIZES, sheet_called
from editor.render.printing import page_layout


@pytest.mark.parametrize("name", PRINTED)
def test_the_printer_knows_every_size_by_its_name(name: str) -> None:
    size = page_layout(name, lies=False, margin_mm=10).pageSize()
    assert size.name().split(" ")[0].rstrip(",") == name


@pytest.mark.parametrize("name", SIZES)
def test_names_are_understood_however_they_are_written(name: str) -> None:
    lying, standing = sheet_called(name.lower()), sheet_called(name.upper(), upright=True)
    assert (lying.width, lying.height) == SIZES[name] == (standing.height, standing.width)
