"""Layout against the bare engine, the SVG of 10,000 against joining its text, and a sample from bytes to picture."""

import math
import subprocess

from measuring import Row, alone, compared
from organisations import organisation, plain_dot

from editor.cli.opened import open_file
from editor.cli.studio import Studio
from editor.drawing.maker import DrawingMaker
from editor.drawing.theme import LIGHT
from editor.layout.engine import find_engine
from editor.layout.run import arrange
from editor.render.svg import to_svg
from editor.storage.packaged import load_samples
from editor.storage.presets import packaged_presets
from editor.storage.vocabularies import the_vocabulary
from editor.text.qt import QtMeasurer

LARGEST = 50_000


def first_picture_rows() -> list[Row]:
    """Opening a sample and drawing it once, in a running program."""
    studio = Studio(the_vocabulary(), "en")
    rows = []
    for sample in load_samples()[:1]:

        def show(path=sample.path) -> object:  # type: ignore[no-untyped-def]
            return studio.picture(open_file(path).document, ".png", "sv")

        rows.append(alone(f"first picture of {sample.name}", 1, show))
    return rows


def layout_rows() -> list[Row]:
    """The whole of our layout, measuring included, against the engine alone on the plainest question, the tree."""
    studio = Studio(the_vocabulary(), "en")
    rows = []
    for count, second in ((1000, False), (10000, False), (10000, True)):
        document = organisation(count, second=second)
        maker = DrawingMaker(document, studio.vocabulary, LIGHT, QtMeasurer(), "sv")
        question = plain_dot(count).encode()

        def ours(document=document, maker=maker) -> object:  # type: ignore[no-untyped-def]
            return arrange(document, studio.vocabulary, maker.sizes(), packaged_presets()["down"])

        name = "layout with second relations" if second else "layout"
        rows += compared(name, count, ours, "bare engine", lambda question=question: bare_engine(question))
    return rows


def growth_rows() -> list[Row]:
    """Our layout of 50,000 boxes against that of 10,000; and the exponent of its growth, 1 where that is even."""
    studio = Studio(the_vocabulary(), "en")

    def layout_of(count: int):  # type: ignore[no-untyped-def]
        document = organisation(count)
        sizes = DrawingMaker(document, studio.vocabulary, LIGHT, QtMeasurer(), "sv").sizes()
        return lambda: arrange(document, studio.vocabulary, sizes, packaged_presets()["down"])

    large, small = layout_of(LARGEST), layout_of(10000)
    rows = compared("layout of 50,000", LARGEST, large, "layout of 10,000", small, 3)
    exponent = round(math.log(rows[0].median / rows[1].median) / math.log(LARGEST / 10000), 3)
    return [*rows, Row("growth of layout", LARGEST, exponent, exponent, "exponent", None, None, 3)]


def bare_engine(question: bytes) -> bytes:
    command = [find_engine().path, "-Kdot", "-Tplain"]
    return subprocess.run(command, input=question, capture_output=True, check=True).stdout


def drawing_rows() -> list[Row]:
    """A drawing made, and written as SVG, of 10,000 boxes; the floor is putting as many bytes together."""
    studio = Studio(the_vocabulary(), "en")
    document = organisation(10000)
    maker = DrawingMaker(document, studio.vocabulary, LIGHT, QtMeasurer(), "sv")
    drawing = maker.drawing()
    lines = to_svg(drawing).splitlines()
    return [
        alone("document to drawing", 10000, maker.drawing),
        *compared("drawing to SVG", 10000, lambda: to_svg(drawing), "joining its lines", lambda: "\n".join(lines)),
    ]
