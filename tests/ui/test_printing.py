"""Printing: the sheets that are planned come out, with all text on them; read back from PDF by another program."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QRadioButton

from editor.storage.packaged import load_samples
from editor.ui.commands.printing import Printing, PrintWish
from editor.ui.dialogs.print_preview import PrintDialog
from editor.ui.surroundings import Surroundings
from editor.ui.window.document_session import read_session
from editor.ui.window.main_window import MainWindow

Make = Callable[[str], Path]
pytestmark = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler's tools are not installed")
MM_PER_POINT = 25.4 / 72


@pytest.fixture
def sample(shared: Surroundings) -> Printing:
    return Printing(read_session(load_samples()[0].path, keeps_path=False), shared)


def printed(printing: Printing, wish: PrintWish, path: Path, pages: tuple[int, int] | None = None) -> list[str]:
    """Print to a PDF file and give the text of each page."""
    printer = printing.printer(wish)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    if pages is not None:
        printer.setFromTo(*pages)
    printing.paint(printer, wish)
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True)
    return done.stdout.split("\f")[:-1]


def size_mm(path: Path) -> tuple[float, float]:
    told = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True).stdout
    found = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", told)
    assert found is not None
    return float(found[1]) * MM_PER_POINT, float(found[2]) * MM_PER_POINT


def words(texts: list[str]) -> set[str]:
    return set(re.findall(r"\w{4,}", " ".join(texts)))


@pytest.mark.parametrize(
    ("paper", "lies", "size"),
    [("A4", True, (297, 210)), ("A4", False, (210, 297)), ("A3", True, (420, 297)), ("Letter", False, (216, 279))],
)
def test_everything_is_on_one_sheet(
    sample: Printing, tmp_path: Path, paper: str, lies: bool, size: tuple[float, float]
) -> None:
    path = tmp_path / "one.pdf"
    texts = printed(sample, PrintWish(paper, lies), path)
    assert len(texts) == 1 and size_mm(path) == pytest.approx(size, abs=1)
    assert {"Kommunfullmäktige", "Södertälje"} <= words(texts) and "Blad" not in words(texts)


def test_several_sheets_have_all_of_it_and_say_which_they_are(sample: Printing, tmp_path: Path) -> None:
    one = printed(sample, PrintWish(), tmp_path / "one.pdf")
    wish = PrintWish("A4", lies=False, percent=200)
    texts = printed(sample, wish, tmp_path / "many.pdf")
    plan = sample.plan(wish)
    assert len(texts) == len(plan.sheets) > 3
    for number, (text, sheet) in enumerate(zip(texts, plan.sheets, strict=True), start=1):
        assert f"Blad {sheet.name} ({number} av {len(texts)})" in text
    cut = words(one) - words(texts)
    assert len(cut) < 5 < len(words(one)), "only a word wider than the overlap may be cut by an edge on both sheets"


def test_only_the_pages_asked_for(sample: Printing, tmp_path: Path) -> None:
    texts = printed(sample, PrintWish("A4", lies=False, percent=200), tmp_path / "some.pdf", pages=(2, 3))
    assert len(texts) == 2 and "(2 av" in texts[0] and "(3 av" in texts[1]


def test_a_name_with_braces_does_no_harm(shared: Surroundings, new_file: Make, tmp_path: Path) -> None:
    session = read_session(new_file("{0} {sheet}.graphml"))
    texts = printed(Printing(session, shared), PrintWish("A4", percent=1000), tmp_path / "braces.pdf")
    assert "{0} {sheet}.graphml · Blad A1" in texts[0]


def test_an_empty_chart_is_one_empty_sheet(window: MainWindow, shared: Surroundings, tmp_path: Path) -> None:
    window.files.new()
    assert window.chart is not None
    assert len(printed(Printing(window.chart.session, shared), PrintWish(percent=100), tmp_path / "empty.pdf")) == 1


def test_the_preview_follows_what_is_chosen(window: MainWindow, shared: Surroundings, sample: Printing) -> None:
    dialog = PrintDialog(window, shared, sample, PrintWish())
    dialog.show()
    assert dialog.preview.pageCount() == 1 and "Ett blad" in dialog._told.text()
    for choice in dialog.findChildren(QRadioButton):
        if choice.text() in ("Stående", "Flera blad"):
            choice.click()
    dialog.percent.setValue(150)
    assert dialog.wish == PrintWish("A4", False, 10.0, 150)
    assert dialog.preview.pageCount() == len(sample.plan(dialog.wish).sheets) > 3
    dialog.paper.setCurrentText("A0")
    assert dialog.preview.pageCount() == len(sample.plan(dialog.wish).sheets) == 1
    dialog.reject()
    dialog.deleteLater()


@pytest.fixture
def to_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The system's dialog is answered: print, to this file."""
    path = tmp_path / "out.pdf"

    def answer(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFileName(str(path))
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(QPrintDialog, "exec", answer)
    return path


def test_from_the_menu_with_and_without_preview(
    window: MainWindow, shared: Surroundings, new_file: Make, to_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not window.actions_book["print"].isEnabled() and not window.actions_book["print_preview"].isEnabled()
    window.files.open_path(new_file("a.graphml"))
    wish = PrintWish("A3", False, 20.0, 200)
    monkeypatch.setattr(PrintDialog, "ask", lambda _: wish)
    window.actions_book["print_preview"].trigger()
    assert size_mm(to_file) == pytest.approx((297, 420), abs=1)
    assert window.statusBar().currentMessage() == f"Utskrivet till {to_file}"
    to_file.unlink()
    window.actions_book["print"].trigger()
    assert size_mm(to_file) == pytest.approx((297, 420), abs=1)


def test_the_document_has_a_name_that_a_file_can_have(window: MainWindow, shared: Surroundings, new_file: Make) -> None:
    window.files.open_path(new_file("a.graphml"))
    assert window.chart is not None
    with window.chart.document.transaction("title") as step:
        step.set_info(title='Haninge kommun: "chefsforum" 1/2')
    assert Printing(window.chart.session, shared).printer(PrintWish()).docName() == "Haninge kommun chefsforum 1 2"


def test_closed_without_printing_nothing_comes_out(
    window: MainWindow, new_file: Make, to_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.files.open_path(new_file("a.graphml"))
    monkeypatch.setattr(PrintDialog, "ask", lambda _: None)
    window.actions_book["print_preview"].trigger()
    assert not to_file.exists()


def test_damaged_choices_are_the_usual_ones(
    window: MainWindow, shared: Surroundings, new_file: Make, to_file: Path
) -> None:
    for kept in ("{rubbish", '{"paper":"B99"}', '{"margin_mm":-9}'):
        shared.choices.change(printing=kept)
        window.files.open_path(new_file("a.graphml"))
        window.actions_book["print"].trigger()
        assert size_mm(to_file) == pytest.approx((297, 210), abs=1)
