"""Every text can be read on its ground and every border seen, by our own computation, in both themes."""

from pathlib import Path

import pytest
from example_charts import CHARTS, VOCABULARY, drawn
from hypothesis import given
from hypothesis import strategies as st

from editor.drawing.shapes import Block, Box, Drawing, Ellipse, Text
from editor.drawing.shapes import Path as Outline
from editor.drawing.theme import DARK, LEAST_FILE_CONTRAST, LIGHT, Theme, contrast
from editor.geometry import Point, Rect
from editor.graphml.reading import read_graphml
from editor.model.document import Document
from editor.model.records import Edge, Look, Node

SAMPLES = Path(__file__).parents[2] / "samples"
both_themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def mixed(above: str, below: str) -> str:
    """A colour with alpha laid over an opaque one."""
    if len(above) == 7:
        return above
    share = int(above[7:], 16) / 255
    parts = (share * int(above[at : at + 2], 16) + (1 - share) * int(below[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part):02x}" for part in parts)


def grounds(drawing: Drawing) -> list[tuple[str, str, str]]:
    """Each text with its colour and the colour below it, painted as a reader would see it."""
    painted: list[tuple[Rect, str]] = [(drawing.bounds, drawing.background or "#ffffff")]
    found = []
    for block in drawing.blocks:
        for shape in block.shapes:
            if isinstance(shape, Text):
                found += [(line.text, shape.color, _below(line.at, painted)) for line in shape.lines]
            elif isinstance(shape, Box | Ellipse) and shape.fill:
                painted.append((shape.rect, mixed(shape.fill, _below(shape.rect.centre, painted))))
    return found


def _below(at: Point, painted: list[tuple[Rect, str]]) -> str:
    return next(color for rect, color in reversed(painted) if rect.contains(at))


def borders(block: Block) -> list[str]:
    return [shape.stroke.color for shape in block.shapes if isinstance(shape, Box | Ellipse | Outline) and shape.stroke]


@both_themes
@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.graphml")), ids=lambda path: path.stem)
def test_every_text_of_a_sample_can_be_read(path: Path, theme: Theme) -> None:
    pairs = grounds(drawn(read_graphml(path.read_bytes()).document, theme=theme))
    assert len(pairs) > 20
    poor = {pair for pair in pairs if contrast(pair[1], pair[2]) < 4.5}
    assert not poor


@both_themes
@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.graphml")), ids=lambda path: path.stem)
def test_every_border_and_line_of_a_sample_can_be_seen(path: Path, theme: Theme) -> None:
    drawing = drawn(read_graphml(path.read_bytes()).document, theme=theme)
    colors = {color for block in drawing.blocks if block.record for color in borders(block)}
    assert colors and all(contrast(color, theme.paper) >= 3.0 for color in colors)


@both_themes
def test_every_state_can_be_read(theme: Theme) -> None:
    for chart in ("states", "leadership"):
        assert all(contrast(color, ground) >= 4.5 for _, color, ground in grounds(drawn(CHARTS[chart](), theme=theme)))


@both_themes
def test_the_colours_of_every_sector(theme: Theme) -> None:
    for sector in (None, *VOCABULARY.sectors.values()):
        colors = theme.colors(sector)
        assert contrast(theme.text, colors.tint) >= 4.5
        assert contrast(theme.secondary, colors.tint) >= 4.5
        assert contrast(colors.strong, colors.tint) >= 4.5
        assert contrast(colors.strong, theme.paper) >= 3.0


def test_contrast_is_computed_as_the_guidelines_say() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1.0


@given(COLORS)
def test_where_the_file_gives_no_text_colour_one_is_chosen_that_can_be_read(fill: str) -> None:
    node = Node("a", "Stab", box=Rect(0, 0, 100, 40), look=Look(fill=fill))
    (pair,) = grounds(drawn(Document([node]), paper=False))
    assert contrast(pair[1], pair[2]) >= 4.5


@given(COLORS, COLORS)
def test_a_files_own_text_colour_is_kept_unless_nobody_could_read_it(fill: str, text: str) -> None:
    node = Node("a", "Stab", box=Rect(0, 0, 100, 40), look=Look(fill=fill, text_color=text))
    ((_, color, ground),) = grounds(drawn(Document([node]), paper=False))
    assert (color == text) == (contrast(text, fill) >= LEAST_FILE_CONTRAST)
    assert contrast(color, ground) >= LEAST_FILE_CONTRAST


def test_yellow_on_white_is_replaced() -> None:
    node = Node("a", "Stab", box=Rect(0, 0, 100, 40), look=Look(fill="#ffffff", text_color="#ffff00"))
    ((_, color, ground),) = grounds(drawn(Document([node]), paper=False))
    assert contrast(color, ground) >= 4.5


@both_themes
def test_text_on_a_fill_that_lets_the_paper_through(theme: Theme) -> None:
    """Black at a tenth on white is nearly white, not black."""
    node = Node("a", "Stab", box=Rect(0, 0, 100, 40), look=Look(fill="#0000001a"))
    ((_, color, ground),) = grounds(drawn(Document([node]), theme=theme, paper=False))
    assert contrast(color, ground) >= 4.5


def test_a_black_line_of_a_file_is_seen_on_a_dark_screen() -> None:
    nodes = [Node(id, id, box=Rect(x, 0, 80, 40)) for id, x in (("a", 0.0), ("b", 200.0))]
    edge = Edge("e", "a", "b", look=Look(border="#000000"))
    (block,) = (block for block in drawn(Document(nodes, [edge]), theme=DARK).blocks if block.record == "e")
    assert all(contrast(color, DARK.paper) >= 3.0 for color in borders(block))
