"""The help has a page in both languages, walks through every sample, and its headings lead there."""

import pytest
from pytestqt.qtbot import QtBot

from editor.storage.help_pages import help_page, sample_page
from editor.storage.packaged import load_samples
from editor.ui.dialogs.help_window import HelpWindow
from editor.ui.surroundings import Surroundings
from editor.ui.window.main_window import MainWindow


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_sample_and_the_attributes_have_their_part(lang: str) -> None:
    page = help_page(lang)
    assert all(sample_page(sample.name, lang).strip() in page for sample in load_samples())
    assert "lg.tenures" in page and "{" + "samples}" not in page and "{" + "attributes}" not in page


def test_both_pages_have_the_same_parts() -> None:
    levels = [
        [line.split()[0] for line in help_page(lang).splitlines() if line.startswith("#")] for lang in ("sv", "en")
    ]
    assert levels[0] == levels[1]


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
