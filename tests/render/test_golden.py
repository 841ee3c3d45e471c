"""Small charts as SVG, letter by letter. Renew with RENEW_GOLDEN=1, then look at each and commit it."""

import os
from pathlib import Path

import pytest
from example_charts import CHARTS, drawn

from editor.drawing.theme import DARK
from editor.render.svg import to_svg

GOLDEN = Path(__file__).parent / "golden"


def compare(name: str, svg: str) -> None:
    path = GOLDEN / f"{name}.svg"
    if os.environ.get("RENEW_GOLDEN"):
        path.write_bytes(svg.encode())
    assert svg.encode() == path.read_bytes(), f"{path.name} is another picture now; golden/README.md says what to do"


@pytest.mark.parametrize("name", CHARTS)
def test_the_picture_is_the_one_that_was_agreed_on(name: str) -> None:
    compare(name, to_svg(drawn(CHARTS[name]())))


def test_in_english() -> None:
    compare("states-en", to_svg(drawn(CHARTS["states"](), "en")))


def test_on_a_dark_screen() -> None:
    compare("leadership-dark", to_svg(drawn(CHARTS["leadership"](), theme=DARK)))


def test_each_is_small_enough_to_be_read() -> None:
    sizes = {path.name: len(path.read_bytes()) for path in GOLDEN.glob("*.svg")}
    assert len(sizes) == len(CHARTS) + 2
    assert max(sizes.values()) < 12_000
