"""The help has a page in both languages, walks through every sample, and its headings lead there."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor.storage.packaged import load_samples, resources_dir
from editor.ui.dialogs.help_window import HelpWindow
from editor.ui.surroundings import Surroundings
from editor.ui.window.main_window import MainWindow


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_sample_has_its_part(lang: str) -> None:
    page = (resources_dir() / "help" / f"{lang}.md").read_text("utf-8")
    names = [sample.title.split(":")[0].removeprefix("En ") for sample in load_samples()]
    swedish = {"kommun utan namn": "unicipality without a name"} if lang == "en" else {}
    assert [name for name in names if swedish.get(name, name) not in page] == []


def test_both_pages_have_the_same_parts() -> None:
    folder = resources_dir() / "help"
    levels = [[line.split()[0] for line in _headings(folder / f"{lang}.md")] for lang in ("sv", "en")]
    assert levels[0] == levels[1]


def _headings(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_heading_leads_to_its_part(qtbot: QtBot, shared: Surroundings, window: MainWindow, lang: str) -> None:
    shared.language.choose(lang)
    window.program.show_help()
    help = window.findChild(HelpWindow)
    assert isinstance(help, HelpWindow)
    qtbot.waitExposed(help)
    assert help.headings.count() > 10
    places = []
    for number in range(0, help.headings.count(), 4):
        help.headings.setCurrentRow(number)
        places.append(help.page.verticalScrollBar().value())
    assert places == sorted(places) and places[-1] > places[0]
    help.close()
