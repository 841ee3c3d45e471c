"""Thousands of gestures drawn by lot on a real window: undo all = start, save → load = document, panes = model.

A short run is part of every test run; `make soak` does many more, with other seeds each time.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu

from editor.canvas import relation_menu
from editor.storage.packaged import load_samples
from editor.ui.dialogs.asking import Answer
from editor.ui.window.main_window import MainWindow

sys.path.insert(0, str(Path(__file__).parent))
from random_hand import RandomHand

SEEDS = [int(seed) for seed in os.environ.get("LEDGRAF_SEEDS", "3 7").split()]
GESTURES = int(os.environ.get("LEDGRAF_GESTURES", "100"))
CHECK_EVERY, SAVE_EVERY = 10, 60


@pytest.fixture
def files(new_file: Callable[[str], Path], tmp_path: Path) -> list[Path]:
    """Two small ones and a sample."""
    sample = tmp_path / "sample.graphml"
    sample.write_bytes(load_samples()[0].path.read_bytes())
    return [new_file("a.graphml"), new_file("b.graphml"), sample]


def dismissed(dialog: QDialog) -> int:
    """A dialog that is closed as soon as it is shown."""
    dialog.done(QDialog.DialogCode.Rejected.value)
    return 0


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_the_hand_does(
    window: MainWindow,
    files: list[Path],
    dialogs,  # type: ignore[no-untyped-def]
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
) -> None:
    dialogs.on_unsaved = Answer.DISCARD
    monkeypatch.setattr(QDialog, "exec", dismissed)
    monkeypatch.setattr(relation_menu, "choose", lambda *_: None)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QMenu, "exec", lambda *_: None)
    hand = RandomHand(window, seed, files)
    try:
        for number in range(GESTURES):
            hand.act()
            if number % CHECK_EVERY == 0:
                hand.check()
            if number % SAVE_EVERY == SAVE_EVERY - 1:
                hand.check_saved()
        hand.check()
        for chart in window.charts:
            hand.check_undo(chart)
    except BaseException:
        print(f"seed {seed}, gesture {len(hand.told)}, the last of them: {' '.join(hand.told[-25:])}")
        raise
