"""A window of its own for each test, dialogs that answer by themselves, and files to open."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from editor.app import application, surroundings
from editor.errors import UserError
from editor.ui.dialogs import asking
from editor.ui.dialogs.asking import Answer, Clash
from editor.ui.surroundings import Surroundings
from editor.ui.window.main_window import MainWindow

TWO_BOXES = b"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <!--Created by yEd 3.23-->
  <key for="node" id="d0" yfiles.type="nodegraphics"/>
  <key for="edge" id="d1" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
    <node id="n0">
      <data key="d0"><y:ShapeNode><y:Geometry height="40" width="160" x="0" y="0"/><y:NodeLabel>Ledning</y:NodeLabel>\
<y:Shape type="rectangle"/></y:ShapeNode></data>
    </node>
    <node id="n1">
      <data key="d0"><y:ShapeNode><y:Geometry height="40" width="160" x="0" y="120"/><y:NodeLabel>Stab</y:NodeLabel>\
<y:Shape type="rectangle"/></y:ShapeNode></data>
    </node>
    <edge id="e0" source="n0" target="n1"/>
  </graph>
</graphml>
"""


@dataclass
class Dialogs:
    """What the window asked and said, and what is answered."""

    errors: list[tuple[str, UserError]] = field(default_factory=list)
    saves_asked: list[str] = field(default_factory=list)
    clashes_asked: list[str] = field(default_factory=list)
    overwrites_asked: list[str] = field(default_factory=list)
    on_unsaved: Answer = Answer.CANCEL
    on_clash: Clash = Clash.CANCEL
    overwrites: bool = False
    target: Path | None = None
    """What the file dialog for saving gives; None cancels it."""
    to_open: list[Path] = field(default_factory=list)


@pytest.fixture
def dialogs(monkeypatch: pytest.MonkeyPatch) -> Dialogs:
    kept = Dialogs()

    def save_name(_parent: object, _title: str, _suggestion: str, kinds: str) -> tuple[str, str]:
        return (str(kept.target) if kept.target is not None else "", kinds.split(";;")[0])

    def unsaved(_parent: object, _words: object, name: str) -> Answer:
        kept.saves_asked.append(name)
        return kept.on_unsaved

    def clash(_parent: object, _words: object, name: str) -> Clash:
        kept.clashes_asked.append(name)
        return kept.on_clash

    def overwrite(_parent: object, _words: object, name: str) -> bool:
        kept.overwrites_asked.append(name)
        return kept.overwrites

    monkeypatch.setattr(asking, "show_error", lambda _p, _w, headline, error: kept.errors.append((headline, error)))
    monkeypatch.setattr(asking, "ask_to_save", unsaved)
    monkeypatch.setattr(asking, "ask_about_clash", clash)
    monkeypatch.setattr(asking, "ask_to_overwrite", overwrite)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", save_name)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in kept.to_open], ""))
    return kept


@pytest.fixture
def shared(qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory) -> Surroundings:
    application()
    made = surroundings(tmp_path_factory.mktemp("settings") / "settings.json")
    made.language.choose("sv")
    made.appearance.choose("light")
    return made


@pytest.fixture
def window(qtbot: QtBot, shared: Surroundings, dialogs: Dialogs) -> Iterator[MainWindow]:
    made = MainWindow(shared)
    made.resize(1200, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    dialogs.on_unsaved = Answer.DISCARD
    made.close()
    qtbot.waitUntil(lambda: made.layouts.is_idle)
    made.deleteLater()
    QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def new_file(tmp_path: Path) -> Callable[[str], Path]:
    """Makes a file of two boxes and a line with this name."""

    def make(name: str) -> Path:
        path = tmp_path / name
        path.write_bytes(TWO_BOXES)
        return path

    return make
