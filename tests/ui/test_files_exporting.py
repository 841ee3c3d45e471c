"""The export dialog: five formats, made beside the window, light on opaque ground whatever the window looks like."""

import datetime
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from editor.drawing.maker import DrawingMaker
from editor.storage.packaged import load_samples
from editor.ui.commands import exporting
from editor.ui.commands.exporting import ALL_DAYS, FORMATS
from editor.ui.dialogs.export import ExportDialog
from editor.ui.surroundings import Surroundings
from editor.ui.window.main_window import MainWindow

Make = Callable[[str], Path]


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, shared: Surroundings) -> Iterator[ExportDialog]:
    window.files.open_sample(load_samples()[0])
    assert window.chart is not None
    made = ExportDialog(window.chart.session, shared, window)
    made.show()
    yield made
    made.done(0)
    made.deleteLater()


@pytest.mark.parametrize("code", ["sv", "en"])
def test_all_of_the_dialog_is_seen_on_a_small_screen(window: MainWindow, shared: Surroundings, code: str) -> None:
    window.program.choose_language(code)
    window.files.open_sample(load_samples()[0])
    assert window.chart is not None
    made = ExportDialog(window.chart.session, shared, window)
    size = made.sizeHint()
    assert size.width() <= 1366 and size.height() <= 768 - 100, size
    made.done(0)
    made.deleteLater()


def choose(dialog: ExportDialog, format: str) -> None:
    dialog.formats.setCurrentRow(FORMATS.index(format))


STARTS = {"svg": b"<?xml", "pdf": b"%PDF", "png": b"\x89PNG", "graphml": b"<?xml", "dot": b"digraph"}


@pytest.mark.parametrize("format", FORMATS)
def test_each_format_is_written_and_remembered(
    dialog: ExportDialog, dialogs, shared: Surroundings, tmp_path: Path, format: str
) -> None:  # type: ignore[no-untyped-def]
    choose(dialog, format)
    dialogs.target = tmp_path / "ut"
    dialog._ask_where()
    assert dialog.exported == tmp_path / f"ut.{format}" and not dialogs.errors
    assert dialog.exported.read_bytes().startswith(STARTS[format])
    assert shared.choices.settings.export_format == format
    assert shared.choices.settings.export_folder == str(tmp_path)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_export_is_light_and_opaque_in_any_window(
    window: MainWindow, shared: Surroundings, tmp_path: Path, theme: str
) -> None:
    window.program.choose_theme(theme)
    window.files.open_sample(load_samples()[0])
    assert window.chart is not None
    made = ExportDialog(window.chart.session, shared, window)
    choose(made, "png")
    assert made.export_to(tmp_path / "ut.png")
    corner = QImage(str(tmp_path / "ut.png")).pixelColor(2, 2)
    assert corner == QColor("#ffffff")
    made.done(0)
    made.deleteLater()


def test_the_language_and_the_legend_are_chosen(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.export_to(tmp_path / "sv.svg")
    dialog.languages.setCurrentIndex(1)
    dialog.export_to(tmp_path / "en.svg")
    dialog.paper.setChecked(False)
    dialog.export_to(tmp_path / "bare.svg")
    swedish, english, bare = ((tmp_path / f"{name}.svg").read_text("utf-8") for name in ("sv", "en", "bare"))
    assert swedish != english
    assert len(bare) < len(english)
    for text in (swedish, english, bare):
        assert etree.fromstring(text.encode()).get("viewBox")


def test_the_preview_shows_what_comes_out(qtbot: QtBot, dialog: ExportDialog) -> None:
    qtbot.waitUntil(lambda: dialog.preview.shown == dialog.wish, timeout=10_000)
    picture = dialog.preview.currentWidget()
    assert isinstance(picture, QLabel) and not picture.pixmap().isNull()
    choose(dialog, "dot")
    qtbot.waitUntil(lambda: dialog.preview.shown == dialog.wish, timeout=10_000)
    text = dialog.preview.currentWidget()
    assert isinstance(text, QPlainTextEdit) and text.toPlainText().startswith("digraph")
    choose(dialog, "pdf")
    qtbot.waitUntil(lambda: dialog.preview.shown == dialog.wish, timeout=10_000)
    assert dialog.preview.currentWidget() is picture


def test_only_the_newest_wish_is_drawn(qtbot: QtBot, dialog: ExportDialog) -> None:
    for _ in range(3):
        for format in FORMATS:
            choose(dialog, format)
    dialog.paper.setChecked(False)
    choose(dialog, "svg")
    qtbot.waitUntil(lambda: dialog.preview.shown is not None, timeout=10_000)
    assert dialog.preview.shown == dialog.wish


def test_the_window_lives_while_an_export_waits_for_the_disk(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "save_atomically", lambda *_: time.sleep(0.3))
    ticks: list[float] = []
    clock = QTimer(dialog, interval=10)
    clock.timeout.connect(lambda: ticks.append(time.perf_counter()))
    clock.start()
    assert dialog.export_to(tmp_path / "ut.svg")
    clock.stop()
    assert len(ticks) > 10


def test_a_folder_that_is_gone_is_said_and_the_dialog_stays(dialog: ExportDialog, dialogs, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    dialogs.target = tmp_path / "nowhere" / "ut.svg"
    dialog._ask_where()
    assert dialog.isVisible() and dialog.exported is None
    headline, error = dialogs.errors[0]
    assert headline and "Mappen" in error.line("sv")


def test_a_name_with_another_suffix_does_not_overwrite_unasked(dialog: ExportDialog, dialogs, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "ut.png.svg").write_bytes(b"old")
    dialogs.target = tmp_path / "ut.png"
    dialog._ask_where()
    assert dialogs.overwrites_asked == ["ut.png.svg"] and (tmp_path / "ut.png.svg").read_bytes() == b"old"


def test_a_cancelled_file_dialog_keeps_the_export_open(dialog: ExportDialog) -> None:
    dialog._ask_where()
    assert dialog.isVisible() and dialog.exported is None


def test_closing_stops_what_is_being_drawn(
    qtbot: QtBot, window: MainWindow, shared: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[bool] = []

    def endless(maker: DrawingMaker, paper: bool = True) -> None:
        while True:
            begun.append(True)
            maker.block(next(iter(maker.ids_in_order())))

    monkeypatch.setattr(DrawingMaker, "drawing", endless)
    window.files.open_sample(load_samples()[0])
    assert window.chart is not None
    made = ExportDialog(window.chart.session, shared, window)
    made.show()
    made.preview._begin()
    qtbot.waitUntil(lambda: bool(begun))
    made.reject()
    assert made.preview.shown is None
    QApplication.processEvents()
    made.deleteLater()


def test_the_folder_of_the_last_export_is_offered(
    window: MainWindow, shared: Surroundings, new_file: Make, tmp_path: Path
) -> None:
    window.files.open_path(new_file("a.graphml"))
    assert window.chart is not None
    made = ExportDialog(window.chart.session, shared, window)
    assert made._folder() == tmp_path
    (tmp_path / "reports").mkdir()
    shared.choices.change(export_folder=str(tmp_path / "reports"))
    assert made._folder() == tmp_path / "reports"
    shared.choices.change(export_folder=str(tmp_path / "gone"))
    assert made._folder() == tmp_path
    made.done(0)
    made.deleteLater()


def test_an_empty_chart_can_be_exported(window: MainWindow, shared: Surroundings, dialogs, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    window.files.new()
    assert window.chart is not None
    made = ExportDialog(window.chart.session, shared, window)
    for format in FORMATS:
        choose(made, format)
        assert made.export_to(tmp_path / f"empty.{format}") and not dialogs.errors
    made.done(0)
    made.deleteLater()


def test_footnotes_on_request(window: MainWindow, shared: Surroundings, tmp_path: Path) -> None:
    assert window.files.open_sample(next(sample for sample in load_samples() if sample.name == "hassleholm"))
    assert window.chart is not None
    dialog = ExportDialog(window.chart.session, shared, window)
    assert dialog.footnotes.isEnabled() and not dialog.footnotes.isChecked()
    assert dialog.export_to(tmp_path / "utan.svg")
    dialog.footnotes.setChecked(True)
    assert dialog.export_to(tmp_path / "med.svg")
    assert "Källor" in (tmp_path / "med.svg").read_text("utf-8")
    assert "Källor" not in (tmp_path / "utan.svg").read_text("utf-8")
    dialog.reject()


def test_no_footnotes_where_nothing_has_a_source(
    window: MainWindow, shared: Surroundings, new_file: Callable[[str], Path]
) -> None:
    window.files.open_path(new_file("två.graphml"))
    assert window.chart is not None
    dialog = ExportDialog(window.chart.session, shared, window)
    assert not dialog.footnotes.isEnabled() and dialog.footnotes.toolTip()
    dialog.reject()


@pytest.fixture
def two_days(window: MainWindow, shared: Surroundings) -> Iterator[ExportDialog]:
    window.files.open_sample(next(sample for sample in load_samples() if sample.name == "hassleholm"))
    assert window.chart is not None
    window.chart.dates.compare("one", datetime.date(2008, 12, 31))
    made = ExportDialog(window.chart.session, shared, window, window.chart.shown_days())
    yield made
    made.done(0)
    made.deleteLater()


def test_before_and_after_is_exported_as_it_is_seen(two_days: ExportDialog, tmp_path: Path) -> None:
    choose(two_days, "svg")
    assert two_days.export_to(tmp_path / "one.svg")
    one = (tmp_path / "one.svg").read_text("utf-8")
    for words in ("+ ny (", "− upphör (", "Ekonomikontoret", "Medborgarservice", "Vad som ändras"):
        assert words in one
    two_days.days.setCurrentIndex([two_days.days.itemData(n).mode for n in range(4)].index("beside"))
    assert two_days.export_to(tmp_path / "beside.svg")
    both = (tmp_path / "beside.svg").read_text("utf-8")
    assert "Så som det var 31 december 2008" in both and "Så som det var 1 januari 2009" in both


def test_one_day_or_all_are_exported_too(two_days: ExportDialog, tmp_path: Path) -> None:
    choose(two_days, "svg")
    for mode, has_office in (("day", False), ("", True)):
        two_days.days.setCurrentIndex([two_days.days.itemData(n).mode for n in range(4)].index(mode))
        assert two_days.export_to(tmp_path / "ut.svg")
        made = (tmp_path / "ut.svg").read_text("utf-8")
        assert (">Ekonomikontoret<" in made) is has_office and "Vad som ändras" not in made


def test_a_file_to_go_on_with_holds_all_days(two_days: ExportDialog) -> None:
    choose(two_days, "graphml")
    assert not two_days.days.isEnabled() and two_days.wish.days == ALL_DAYS


def test_a_chart_without_dates_has_no_days_to_choose(qtbot: QtBot, window: MainWindow, shared: Surroundings) -> None:
    window.files.open_sample(next(sample for sample in load_samples() if sample.name == "norrtalje"))
    assert window.chart is not None
    made = ExportDialog(window.chart.session, shared, window, window.chart.shown_days())
    assert made.days.count() == 1 and not made.days.isEnabled()
    made.done(0)
    made.deleteLater()


def on_sheet(dialog: ExportDialog, qtbot: QtBot, name: str, smallest: float, pages: bool = False) -> str:
    """What is told of an export on this sheet, once its preview is there."""
    dialog.sheet.sheet.setCurrentIndex(dialog.sheet.sheet.findData(name))
    dialog.sheet.smallest.setValue(smallest)
    dialog.sheet.pages.setChecked(pages)
    qtbot.waitUntil(lambda: dialog.preview.shown == dialog.wish, timeout=60_000)
    return dialog._why.text()


def test_a_sheet_is_as_large_as_its_paper_and_what_its_text_measures_is_told(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(dialog, "svg")
    assert "Ryms" in on_sheet(dialog, qtbot, "A3", 4.0)
    assert dialog.export_to(tmp_path / "a3.svg")
    root = etree.parse(tmp_path / "a3.svg").getroot()
    assert (root.get("width"), root.get("height")) == ("420mm", "297mm")
    dialog.sheet.upright.setCurrentIndex(1)
    assert dialog.export_to(tmp_path / "up.svg")
    assert etree.parse(tmp_path / "up.svg").getroot().get("width") == "297mm"


def test_where_it_does_not_fit_what_would_be_needed_is_told(dialog: ExportDialog, qtbot: QtBot) -> None:
    choose(dialog, "pdf")
    told = on_sheet(dialog, qtbot, "A4", 14.0)
    assert "Välj A" in told and "översikt" in told


def test_an_overview_with_pages_is_written_as_linked_files_and_as_one_pdf(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(dialog, "svg")
    told = on_sheet(dialog, qtbot, "A4", 9.0, pages=True)
    count = len(dialog._exporter.pages(dialog.wish))
    assert count > 1 and (f"{count} sidor" in told or "flera sidor" in told)
    assert dialog.export_to(tmp_path / "karta.svg")
    assert len(list(tmp_path.glob("karta*.svg"))) == count
    assert 'href="karta-2.svg"' in (tmp_path / "karta.svg").read_text("utf-8")
    choose(dialog, "pdf")
    qtbot.waitUntil(lambda: dialog.preview.shown == dialog.wish, timeout=60_000)
    assert dialog.export_to(tmp_path / "karta.pdf")
    assert (tmp_path / "karta.pdf").read_bytes().count(b"/Type /Page\n") == count


def test_pages_are_not_offered_where_there_are_none(dialog: ExportDialog, qtbot: QtBot) -> None:
    choose(dialog, "png")
    on_sheet(dialog, qtbot, "A4", 8.0, pages=True)
    assert not dialog.sheet.pages.isEnabled() and not dialog.wish.has_pages
    choose(dialog, "graphml")
    assert not dialog.sheet.isEnabled() and dialog.wish.sheet is None
