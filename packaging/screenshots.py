"""Makes the pictures of the README: start page, window, each sample. Runs without a display."""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.app import application, surroundings
from editor.drawing.maker import DrawingMaker
from editor.drawing.theme import LIGHT
from editor.graphml.reading import read_graphml
from editor.render.png import to_png
from editor.storage.packaged import Sample, load_samples
from editor.ui.surroundings import Surroundings
from editor.ui.window.main_window import MainWindow

SIZE = (1440, 900)
SETTLING_MS = 800


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = application()
    with tempfile.TemporaryDirectory() as settings:
        shared = surroundings(Path(settings) / "settings.json")
        samples = load_samples()
        window = MainWindow(shared)
        window.resize(*SIZE)
        window.show()
        window.program.choose_language("sv")
        window.program.choose_theme("light")
        _grab(window, folder / "start-light-sv.png")
        window.files.open_sample(samples[0])
        for theme, lang in (("light", "sv"), ("dark", "sv"), ("light", "en")):
            window.program.choose_theme(theme)
            window.program.choose_language(lang)
            _grab(window, folder / f"window-{theme}-{lang}.png")
        for sample in samples:
            (folder / f"sample-{sample.name}.png").write_bytes(_picture(sample, shared))
        window.close()
    app.processEvents()


def _grab(window: MainWindow, path: Path) -> None:
    """The window as it looks when everything has come to rest."""
    QTest.qWait(SETTLING_MS)
    if window.chart is not None:
        window.chart.canvas.fit()
        window.chart.canvas.sharpen()
        QTest.qWait(SETTLING_MS)
        window.chart.canvas.sharpen()
    QApplication.processEvents()
    window.grab().save(str(path))


def _picture(sample: Sample, shared: Surroundings) -> bytes:
    document = read_graphml(sample.path.read_bytes()).document
    maker = DrawingMaker(document, shared.vocabulary, LIGHT, shared.measurer, "sv")
    return to_png(maker.drawing(paper=True), 1.0)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "screenshots")
