"""A file that others change or have open while it is open here: said calmly, and nobody's work is lost."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.storage.presence import Holder, announce, holder_of, marker_of
from editor.ui.dialogs import asking
from editor.ui.dialogs.asking import Opening
from editor.ui.dialogs.merge import MergeDialog
from editor.ui.window.chart_page import ChartPage
from editor.ui.window.main_window import MainWindow

Make = Callable[[str], Path]


def rename(chart: ChartPage, name: str, id: str = "n0") -> None:
    with chart.document.transaction(f"rename {id}") as step:
        step.update(id, name=name)


def others_change(path: Path, old: bytes = b"Stab", new: bytes = b"Kansli") -> None:
    """As most programs save: a new file in the place of the old one."""
    beside = path.with_suffix(".new")
    beside.write_bytes(path.read_bytes().replace(old, new))
    beside.replace(path)


@pytest.fixture
def chart(window: MainWindow, new_file: Make) -> ChartPage:
    window.files.open_path(new_file("a.graphml"))
    assert window.chart is not None
    return window.chart


def file_of(chart: ChartPage) -> Path:
    assert chart.session.path is not None
    return chart.session.path


def click(chart: ChartPage, text: str) -> None:
    (made,) = [made for made in chart.disk.buttons if made.text() == text]
    made.click()


def test_a_change_on_disk_is_noticed_by_itself_and_read_where_wanted(
    qtbot: QtBot, window: MainWindow, chart: ChartPage
) -> None:
    others_change(file_of(chart))
    qtbot.waitUntil(chart.disk.isVisible)
    assert [made.text() for made in chart.disk.buttons] == ["Läs in på nytt", "Behåll min"]
    click(chart, "Läs in på nytt")
    assert window.chart is not None and window.chart.document.nodes["n1"].name == "Kansli"
    assert len(window.charts) == 1 and window.chart.session.is_saved and window.chart.disk.isHidden()
    others_change(file_of(window.chart), b"Kansli", b"Byr")
    qtbot.waitUntil(window.chart.disk.isVisible)


def test_own_saves_touches_and_the_same_bytes_raise_nothing(
    qtbot: QtBot, window: MainWindow, chart: ChartPage, dialogs
) -> None:  # type: ignore[no-untyped-def]
    rename(chart, "x")
    window.files.save()
    with qtbot.waitSignal(window.disk.watch.stirred):
        os.utime(file_of(chart))
    window.disk.look()
    assert chart.disk.isHidden()


def test_coming_back_to_the_window_is_enough(window: MainWindow, chart: ChartPage, qtbot: QtBot) -> None:
    window.disk.watch.follow([])
    others_change(file_of(chart))
    with qtbot.waitSignal(window.disk.watch.stirred):
        window.disk.watch.look_soon()
    assert chart.disk.isVisible()


def test_kept_mine_is_written_over_it_by_the_next_save(window: MainWindow, chart: ChartPage, dialogs) -> None:  # type: ignore[no-untyped-def]
    others_change(file_of(chart))
    window.disk.look()
    click(chart, "Behåll min")
    assert not chart.session.is_saved and b"Kansli" in file_of(chart).read_bytes()
    assert window.actions_book["save"].isEnabled() and "skrivs" in chart.notices.text
    assert window.files.save() and not dialogs.clashes_asked
    assert b"Stab" in file_of(chart).read_bytes() and b"Kansli" not in file_of(chart).read_bytes()


def test_kept_mine_holds_only_for_what_was_seen(window: MainWindow, chart: ChartPage, dialogs) -> None:  # type: ignore[no-untyped-def]
    others_change(file_of(chart))
    window.disk.look()
    click(chart, "Behåll min")
    others_change(file_of(chart), b"Kansli", b"Byr")
    assert not window.files.save() and dialogs.clashes_asked == ["a.graphml"]
    window.disk.look()
    assert chart.disk.isVisible()


@pytest.mark.parametrize("answer", [True, False])
def test_reading_anew_asks_where_something_would_be_lost(
    window: MainWindow, chart: ChartPage, monkeypatch: pytest.MonkeyPatch, answer: bool
) -> None:
    monkeypatch.setattr(asking, "ask_to_reload", lambda *_: answer)
    rename(chart, "mitt")
    others_change(file_of(chart))
    window.disk.look()
    click(chart, "Läs in på nytt")
    assert window.chart is not None
    assert window.chart.document.nodes["n0"].name == ("Ledning" if answer else "mitt")
    assert window.chart.disk.isVisible() != answer


def answer_merge(monkeypatch: pytest.MonkeyPatch, choose: Callable[[MergeDialog], bool]) -> None:
    def exec_(dialog: MergeDialog) -> int:
        return int(choose(dialog))

    monkeypatch.setattr(MergeDialog, "exec", exec_)


def items(dialog: MergeDialog) -> tuple[list[str], list[str]]:
    lists = (dialog.there, dialog.here)
    there, here = ([listing.item(row).text() for row in range(listing.count())] for listing in lists)
    return there, here


def test_both_sides_changes_are_merged_as_one_step(
    window: MainWindow, chart: ChartPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[list[str], list[str]]] = []

    def choose(dialog: MergeDialog) -> bool:
        seen.append(items(dialog))
        return not dialog.choices

    answer_merge(monkeypatch, choose)
    rename(chart, "Ny ledning")
    others_change(file_of(chart))
    window.disk.look()
    click(chart, "Jämför och sammanfoga …")
    assert seen == [(["Stab byter namn till Kansli."], ["Ledning byter namn till Ny ledning."])]
    assert window.chart is not None and not window.chart.session.is_saved
    document = window.chart.document
    assert {node.name for node in document.nodes.values()} == {"Ny ledning", "Kansli"}
    assert window.files.save()
    data = file_of(window.chart).read_bytes()
    assert b"Ny ledning" in data and b"Kansli" in data
    window.edits.undo()
    assert {node.name for node in document.nodes.values()} == {"Ledning", "Kansli"}


@pytest.mark.parametrize(("side", "name"), [(0, "Mitt"), (1, "Kansli")])
def test_what_both_have_changed_is_asked(
    window: MainWindow, chart: ChartPage, monkeypatch: pytest.MonkeyPatch, side: int, name: str
) -> None:
    def choose(dialog: MergeDialog) -> bool:
        (choice,) = dialog.choices.values()
        choice.setCurrentIndex(side)
        said = [each.text() for each in dialog.findChildren(QLabel)]
        assert "Mitt" in said and "På disken: Kansli" in said, "both names can be read before one is chosen"
        return True

    answer_merge(monkeypatch, choose)
    rename(chart, "Mitt", "n1")
    others_change(file_of(chart))
    window.disk.look()
    assert window.disk.merge(chart) and window.chart is not None
    assert window.chart.document.nodes["n1"].name == name


def test_a_merge_given_up_leaves_everything(
    window: MainWindow, chart: ChartPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_merge(monkeypatch, lambda _: False)
    rename(chart, "Mitt")
    others_change(file_of(chart))
    window.disk.look()
    assert not window.disk.merge(chart)
    assert window.chart is chart and chart.document.nodes["n0"].name == "Mitt" and chart.disk.isVisible()


def test_merging_after_a_save_counts_only_what_came_since(
    window: MainWindow, chart: ChartPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lines of this file have no ids in it, so they are numbered anew at each reading."""
    path = file_of(chart)
    path.write_bytes(path.read_bytes().replace(b'<edge id="e0" ', b"<edge "))
    assert window.files.reload(chart) and window.chart is not None
    rename(window.chart, "Sparad")
    window.files.save()
    rename(window.chart, "Senare", "n1")
    edge = b'<edge source="n1" target="n0"/><edge source'
    others_change(path, b"<edge source", edge)
    window.disk.look()
    answer_merge(monkeypatch, lambda dialog: not dialog.choices)
    assert window.disk.merge(window.chart)
    document = window.chart.document
    assert {node.name for node in document.nodes.values()} == {"Sparad", "Senare"} and len(document.edges) == 2


def test_a_broken_file_is_said_and_what_is_open_stays(window: MainWindow, chart: ChartPage, dialogs) -> None:  # type: ignore[no-untyped-def]
    rename(chart, "Mitt")
    file_of(chart).write_bytes(b"<graphml><graph>")
    window.disk.look()
    assert not window.disk.merge(chart)
    assert len(dialogs.errors) == 1 and window.chart is chart and chart.disk.isVisible()


def test_a_file_that_goes_is_said_and_can_be_put_back(window: MainWindow, chart: ChartPage) -> None:
    path = file_of(chart)
    path.unlink()
    window.disk.look()
    assert chart.disk.isVisible() and not chart.session.is_saved
    assert window.files.save() and path.exists() and chart.disk.isHidden()


# who has it open

HOLDING = """
import sys, time
from pathlib import Path
from editor.storage.presence import announce
kept = announce(Path(sys.argv[1]))
print(kept is not None, flush=True)
time.sleep(60)
"""


@pytest.fixture
def held(new_file: Make) -> Path:
    """A file that another process has open."""
    return new_file("held.graphml")


@pytest.mark.parametrize("answer", list(Opening))
def test_a_file_open_in_another_process_is_said(
    window: MainWindow, held: Path, monkeypatch: pytest.MonkeyPatch, answer: Opening
) -> None:
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(asking, "ask_about_holder", lambda _p, _w, name, who: asked.append((name, who)) or answer)
    with subprocess.Popen([sys.executable, "-c", HOLDING, str(held)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None and other.stdout.readline() == "True\n"
        opened = window.files.open_path(held)
        other.kill()
    assert opened == (answer is not Opening.CANCEL) and len(asked) == 1
    assert asked[0][0] == "held.graphml" and "annat Ledgraf-fönster" in asked[0][1]
    paths = [chart.session.path for chart in window.charts]
    assert paths == {Opening.COPY: [None], Opening.ANYWAY: [held], Opening.CANCEL: []}[answer]
    if answer is Opening.COPY:
        assert window.chart is not None and "kopia" in window.chart.notices.text
    assert holder_of(held) is None or answer is Opening.ANYWAY


def test_what_a_crash_or_rubbish_has_left_stops_nobody(window: MainWindow, held: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDING, str(held)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None and other.stdout.readline() == "True\n"
        other.kill()
    assert marker_of(held).exists()
    assert window.files.open_path(held)
    window.close_current()
    assert not marker_of(held).exists()
    marker_of(held).write_bytes(b"rubbish")
    assert window.files.open_path(held)


def test_somebody_on_another_computer(window: MainWindow, held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(asking, "ask_about_holder", lambda _p, _w, _n, who: asked.append(who) or Opening.CANCEL)
    holder = Holder("eva", "dator-7", 1, "2026-11-28T08:15:00")
    marker_of(held).write_bytes(msgspec.json.encode(holder))
    assert not window.files.open_path(held)
    assert asked == ["eva har den öppen på datorn dator-7 sedan 2026-11-28 08:15."]


def test_the_marker_goes_with_the_name_and_the_chart(window: MainWindow, chart: ChartPage, dialogs) -> None:  # type: ignore[no-untyped-def]
    path = file_of(chart)
    assert marker_of(path).exists() and announce(path) is None
    assert window.files.reload(chart) and marker_of(path).exists()
    dialogs.target = path.with_name("b.graphml")
    assert window.files.save_as()
    assert not marker_of(path).exists() and marker_of(dialogs.target).exists()
    window.close_current()
    assert not marker_of(dialogs.target).exists()


def test_what_both_changed_is_said_in_rows_as_high_as_their_lines(
    window: MainWindow, chart: ChartPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    short, long = ["Kort"], ["Förvaltningen för gata, park, renhållning, fritid och samhällsutveckling"]
    heights: list[int] = []

    def choose(dialog: MergeDialog) -> bool:
        heights.append(dialog.here.sizeHintForRow(0))
        assert dialog.here.textElideMode() == Qt.TextElideMode.ElideNone
        return False

    answer_merge(monkeypatch, choose)
    others_change(file_of(chart))
    for name in (*short, *long):
        rename(chart, name)
        window.disk.look()
        window.disk.merge(chart)
    assert heights[1] >= heights[0] + chart.fontMetrics().lineSpacing()
