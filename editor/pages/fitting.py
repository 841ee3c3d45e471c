"""Making a chart fit a sheet: which spacing, width of boxes and direction let its text be read there."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from editor.drawing.maker import DrawingMaker
from editor.drawing.quality import PT_PER_PX, fitting_scale, smallest_px
from editor.layout.answer import Arrangement
from editor.layout.applying import arranged
from editor.layout.presets import Preset
from editor.model.document import Document
from editor.model.paper import SERIES, SIZES, Paper, with_paper
from editor.model.records import Edge

WRAPS = (None, 200.0, 168.0)
TIGHTNESS = (1.0, 0.75, 0.5)
TIGHTEST = 0.35
"""Where boxes don't say their kind either."""
SIDEWAYS = {"TB": "LR", "BT": "RL", "LR": "TB", "RL": "BT"}
MANY = 700
"""Boxes beyond which only the tightest ways are tried: looser ones can't fit any sheet."""
ENOUGH = 1e-6
SHRUNK = 1.2
"""How many pixels of a chart come to one of the sheet where text of 12.75 px is to measure 8 points."""

MakerOf = Callable[[Document], DrawingMaker]
Sizes = Mapping[str, tuple[float, float]]
Ask = Callable[[Document, Sizes, Preset, float, bool], Arrangement]
"""Lays a document out with boxes of these sizes for a room of this shape (width to height), roughly or with all lines;
GraphvizError."""


class Fit(NamedTuple):
    """How a chart was made to fit a sheet.

    preset: with the spacing and direction that were chosen.  paper: with the width of boxes and size of small text.
    smallest_pt: what the smallest text measures on the sheet.
    """

    arrangement: Arrangement
    preset: Preset
    paper: Paper
    smallest_pt: float

    @property
    def fits(self) -> bool:
        return self.smallest_pt >= self.paper.smallest_pt - ENOUGH

    @property
    def needs(self) -> str | None:
        """The smallest sheet of its series on which the chart would be legible; None where it fits, or on none."""
        return None if self.fits else sheet_needed(self.smallest_pt, self.paper)


def sheet_needed(reached_pt: float, paper: Paper) -> str | None:
    """The smallest sheet on which text that measures so much on this paper would be as large as it asks for."""
    times = paper.smallest_pt / max(reached_pt, ENOUGH)
    own = paper.sheet
    wide, high = max(own.width, own.height) * times, min(own.width, own.height) * times
    return next((name for name in SERIES if SIZES[name][0] >= wide - 1 and SIZES[name][1] >= high - 1), None)


def fitted(
    document: Document,
    maker_of: MakerOf,
    preset: Preset,
    paper: Paper,
    ask: Ask,
    cancelled: Callable[[], bool] = lambda: False,
) -> Fit | None:
    """The first way, from the loosest to the tightest, in which text is large enough; else that which comes nearest.

    maker_of: draws a document. The document itself is not changed. None where it was cancelled meanwhile.
    """
    document = Document(document.nodes.values(), map(_without_bends, document.edges.values()), document.info)
    best: Fit | None = None
    for tried, wish in _ways(preset, paper, len(document.nodes)):
        if cancelled():
            return None
        fit = _try(document, maker_of, tried, wish, ask, rough=True)
        if fit.fits:
            fit = _try(document, maker_of, tried, wish, ask, rough=False)
        if best is None or fit.smallest_pt > best.smallest_pt + ENOUGH:
            best = fit
        if best.fits:
            return best
    return None if best is None else _try(document, maker_of, best.preset, best.paper, ask, rough=False)


def _without_bends(edge: Edge) -> Edge:
    """A rough layout leads no lines beside the tree; as they ran before they would count for the size of the chart."""
    return msgspec.structs.replace(edge, bends=()) if edge.bends else edge


def _ways(preset: Preset, paper: Paper, count: int) -> Iterator[tuple[Preset, Paper]]:
    if count <= MANY:
        yield preset, msgspec.structs.replace(paper, legible=False, wrap_px=preset.wrap_px)
    for times in TIGHTNESS if count <= MANY else TIGHTNESS[-1:]:
        for wrap in WRAPS if count <= MANY else WRAPS[-1:]:
            yield preset.tightened(times), msgspec.structs.replace(paper, legible=True, wrap_px=wrap)
    narrow = msgspec.structs.replace(paper, legible=True, wrap_px=WRAPS[-1])
    for tight in _tight(preset):
        if tight is not preset:
            yield tight.tightened(TIGHTNESS[-1]), narrow
        for times in (TIGHTNESS[-1], TIGHTEST):
            yield tight.tightened(times), msgspec.structs.replace(narrow, captions=False)


def _tight(preset: Preset) -> Iterator[Preset]:
    yield preset
    if preset.companions:
        yield msgspec.structs.replace(preset, companions="loose", lanes=preset.lanes is True)
    if preset.engine == "dot":
        yield msgspec.structs.replace(preset, direction=SIDEWAYS[preset.direction])


def _try(
    document: Document,
    maker_of: MakerOf,
    preset: Preset,
    paper: Paper,
    ask: Ask,
    rough: bool,
) -> Fit:
    info = with_paper(document.info, paper)
    bare = Document(document.nodes.values(), document.edges.values(), info)
    maker = maker_of(bare)
    wide, high = paper.sheet.room
    arrangement = ask(bare, maker.sizes(), preset, _aspect(maker, wide, high), rough)
    drawing = maker_of(arranged(bare, arrangement)).drawing()
    reached = smallest_px(drawing) * PT_PER_PX * fitting_scale(drawing.bounds, paper.sheet)
    return Fit(arrangement, preset, paper, reached)


def _aspect(maker: DrawingMaker, wide: float, high: float) -> float:
    """The shape of the room that title, legend and margins leave for the chart on the sheet."""
    wide, high = wide * SHRUNK, high * SHRUNK
    across, down = maker.furniture_size(wide)
    return (wide - across) / max(high - down, high / 2)
