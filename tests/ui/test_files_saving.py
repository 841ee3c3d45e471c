"""Saving: beside the window, with the look of kinds, never over someone else's work, and always whole or not at all."""

import gzip
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from editor.errors import UserError
from editor.graphml.reading import read_graphml
from editor.model import commands
from editor.model.records import Edge
from editor.ui.dialogs.asking import Answer, Clash
from editor.ui.dialogs.merge import MergeDialog
from editor.ui.surroundings import Surroundings
from editor.ui.window import document_session
from editor.ui.window.main_window import MainWindow

Make = Callable[[str], Path]
as_root = hasattr(os, "geteuid") and os.geteuid() == 0


def rename(window: MainWindow, name: str, id: str = "n0") -> None:
    assert window.chart is not None
    with window.chart.document.transaction("rename") as step:
        step.update(id, name=name)


def opened(window: MainWindow, path: Path, name: str = "Ny ledning") -> Path:
    assert window.files.open_path(path)
    rename(window, name)
    return path


def test_a_save_writes_only_what_changed(window: MainWindow, new_file: Make) -> None:
    path = new_file("a.graphml")
    before = path.read_bytes()
    opened(window, path)
    assert window.files.save()
    assert path.read_bytes() == before.replace(b">Ledning<", b">Ny ledning<")
    assert window.chart is not None and window.chart.session.is_saved


def test_a_new_box_is_saved_with_the_look_of_its_kind(window: MainWindow, shared: Surroundings, new_file: Make) -> None:
    path = new_file("a.graphml")
    window.files.open_path(path)
    assert window.chart is not None
    kind = next(kind.id for kind in shared.vocabulary.kinds.values() if shared.vocabulary.sector_of(kind.id, None))
    sector = shared.vocabulary.sector_of(kind, None)
    assert sector is not None
    commands.add(window.chart.document, shared.vocabulary, kind, "Nämnden", None, "add")
    assert window.files.save()
    assert sector.tint.casefold() in path.read_text("utf-8").casefold()


@pytest.mark.parametrize("name", ["", "ord"])
def test_a_new_relation_is_saved_with_and_without_words(window: MainWindow, new_file: Make, name: str) -> None:
    path = new_file("a.graphml")
    window.files.open_path(path)
    assert window.chart is not None
    with window.chart.document.transaction("draw") as step:
        step.put(Edge("new", "n1", "n0", name, kind="leads"))
    assert window.files.save()
    edge = read_graphml(path.read_bytes()).document.edges["new"]
    assert (edge.source, edge.target, edge.kind, edge.name) == ("n1", "n0", "leads", name)


def test_undo_outlives_a_save_and_knows_the_saved_state(window: MainWindow, new_file: Make) -> None:
    path = opened(window, new_file("a.graphml"))
    assert window.chart is not None
    window.files.save()
    window.edits.undo()
    assert window.chart.document.nodes["n0"].name == "Ledning"
    assert not window.chart.session.is_saved
    window.edits.redo()
    assert window.chart.session.is_saved
    window.edits.undo()
    window.files.save()
    assert b">Ledning<" in path.read_bytes() and window.chart.session.is_saved


def test_what_is_changed_while_a_save_runs_stays_unsaved(
    window: MainWindow, new_file: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = opened(window, new_file("a.graphml"), "Sparad")
    real = document_session.save_atomically

    def slow(target: Path, data: bytes) -> None:
        time.sleep(0.2)
        real(target, data)

    monkeypatch.setattr(document_session, "save_atomically", slow)
    QTimer.singleShot(60, lambda: rename(window, "Senare"))
    assert window.files.save()
    assert window.chart is not None and not window.chart.session.is_saved
    assert b">Sparad<" in path.read_bytes() and b"Senare" not in path.read_bytes()
    window.edits.undo()
    assert window.chart.session.is_saved
    window.edits.redo()
    assert window.files.save() and b">Senare<" in path.read_bytes()


def test_the_window_lives_while_a_save_waits_for_the_disk(
    window: MainWindow, new_file: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(window, new_file("a.graphml"))
    monkeypatch.setattr(document_session, "save_atomically", lambda *_: time.sleep(0.3))
    ticks: list[float] = []
    clock = QTimer(window, interval=10)
    clock.timeout.connect(lambda: ticks.append(time.perf_counter()))
    clock.start()
    assert window.files.save()
    clock.stop()
    assert len(ticks) > 10


def test_a_second_save_and_a_close_wait_for_the_first(
    qtbot: QtBot, window: MainWindow, new_file: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(window, new_file("a.graphml"))
    answers: list[bool] = []
    monkeypatch.setattr(document_session, "save_atomically", lambda *_: time.sleep(0.2))
    QTimer.singleShot(30, lambda: answers.append(window.files.save()))
    QTimer.singleShot(40, window.close_current)
    QTimer.singleShot(50, window.close)
    assert window.files.save()
    assert answers == [False]
    qtbot.waitUntil(lambda: not window.isVisible())


def test_save_as_makes_another_file_and_goes_on_with_it(window: MainWindow, dialogs, new_file: Make) -> None:  # type: ignore[no-untyped-def]
    path = opened(window, new_file("a.graphml"))
    old = path.read_bytes()
    dialogs.target = path.with_name("b")
    assert window.files.save_as()
    assert path.read_bytes() == old
    assert b"Ny ledning" in path.with_name("b.graphml").read_bytes()
    assert window.chart is not None and window.chart.session.name == "b.graphml"
    assert window.windowTitle().startswith("b.graphml")


def test_a_packed_name_gives_a_packed_file_and_back(window: MainWindow, dialogs, new_file: Make) -> None:  # type: ignore[no-untyped-def]
    path = new_file("a.graphml")
    window.files.open_path(path)
    dialogs.target = path.with_name("b.graphmlz")
    assert window.files.save_as()
    assert gzip.decompress(dialogs.target.read_bytes()) == path.read_bytes()
    dialogs.target = path.with_name("c.graphml")
    assert window.files.save_as()
    assert dialogs.target.read_bytes() == path.read_bytes()


def test_a_suffix_that_is_added_overwrites_nothing_unasked(window: MainWindow, dialogs, new_file: Make) -> None:  # type: ignore[no-untyped-def]
    opened(window, new_file("a.graphml"))
    other = new_file("b.graphml")
    old = other.read_bytes()
    dialogs.target = other.with_suffix("")
    assert not window.files.save_as()
    assert dialogs.overwrites_asked == ["b.graphml"] and other.read_bytes() == old
    dialogs.overwrites = True
    assert window.files.save_as() and other.read_bytes() != old


def test_a_sample_is_saved_under_a_name(window: MainWindow, dialogs, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    from editor.storage.packaged import load_samples

    sample = load_samples()[0]
    old = sample.path.read_bytes()
    window.files.open_sample(sample)
    assert window.actions_book["save"].isEnabled()
    assert not window.files.save()
    dialogs.target = tmp_path / "mine.graphml"
    assert window.files.save()
    assert dialogs.target.read_bytes() == old == sample.path.read_bytes()
    assert not window.actions_book["save"].isEnabled()


def test_the_file_of_another_tab_is_no_target(window: MainWindow, dialogs, new_file: Make) -> None:  # type: ignore[no-untyped-def]
    other = new_file("b.graphml")
    window.files.open_path(other)
    opened(window, new_file("a.graphml"))
    dialogs.target = other
    assert not window.files.save_as()
    assert "flik" in dialogs.errors[0][1].line("sv")


def refused(window: MainWindow, dialogs, path: Path, old: bytes) -> UserError:  # type: ignore[no-untyped-def]
    """A save that fails says so, leaves the file and keeps the document unsaved."""
    assert not window.files.save()
    assert window.chart is not None and not window.chart.session.is_saved
    assert not path.exists() or path.read_bytes() == old
    assert window.windowTitle().startswith(path.name) and window.isWindowModified()
    headline, error = dialogs.errors[-1]
    assert path.name in headline
    return error


def test_a_read_only_file(window: MainWindow, dialogs, new_file: Make) -> None:  # type: ignore[no-untyped-def]
    path = opened(window, new_file("a.graphml"))
    path.chmod(0o444)
    assert "annan plats" in refused(window, dialogs, path, path.read_bytes()).line("sv")
    path.chmod(0o644)
    assert window.files.save()


def test_a_folder_that_is_gone(window: MainWindow, dialogs, new_file: Make, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / "folder"
    folder.mkdir()
    path = new_file("folder/a.graphml")
    opened(window, path)
    path.rename(tmp_path / "elsewhere.graphml")
    shutil.rmtree(folder)
    assert "Mappen" in refused(window, dialogs, path, b"").line("sv")


def test_a_full_disk(window: MainWindow, dialogs, new_file: Make, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    path = opened(window, new_file("a.graphml"))
    old = path.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert "full" in refused(window, dialogs, path, old).line("sv")
    assert [entry.name for entry in path.parent.glob("[!.]*")] == ["a.graphml"]
    assert not [*path.parent.glob(".*.saving")]


def test_a_link_stays_a_link(window: MainWindow, new_file: Make, tmp_path: Path) -> None:
    path = new_file("a.graphml")
    link = tmp_path / "link.graphml"
    link.symlink_to(path)
    opened(window, link)
    assert window.files.save()
    assert link.is_symlink() and b"Ny ledning" in path.read_bytes()


@pytest.mark.parametrize("gone", [False, True])
def test_a_file_touched_or_gone_is_saved_without_a_question(
    window: MainWindow, dialogs, new_file: Make, gone: bool
) -> None:  # type: ignore[no-untyped-def]
    path = opened(window, new_file("a.graphml"))
    if gone:
        path.unlink()
    else:
        os.utime(path, (1, 1))
    assert window.files.save()
    assert not dialogs.clashes_asked and b"Ny ledning" in path.read_bytes()


def changed_by_another(window: MainWindow, new_file: Make) -> tuple[Path, bytes]:
    path = opened(window, new_file("a.graphml"), "Min")
    theirs = path.read_bytes().replace(b">Stab<", b">Deras<")
    path.write_bytes(theirs)
    return path, theirs


def test_a_file_changed_by_another_is_not_overwritten_unasked(window: MainWindow, dialogs, new_file: Make) -> None:  # type: ignore[no-untyped-def]
    path, theirs = changed_by_another(window, new_file)
    assert not window.files.save()
    assert dialogs.clashes_asked == ["a.graphml"] and path.read_bytes() == theirs
    assert window.chart is not None and not window.chart.session.is_saved


def test_it_is_overwritten_where_that_is_wanted(window: MainWindow, dialogs, new_file: Make) -> None:  # type: ignore[no-untyped-def]
    path, _ = changed_by_another(window, new_file)
    dialogs.on_clash = Clash.OVERWRITE
    assert window.files.save()
    assert b">Min<" in path.read_bytes() and b"Deras" not in path.read_bytes()


def test_it_is_saved_elsewhere_where_that_is_wanted(window: MainWindow, dialogs, new_file: Make) -> None:  # type: ignore[no-untyped-def]
    path, theirs = changed_by_another(window, new_file)
    dialogs.on_clash, dialogs.target = Clash.SAVE_AS, path.with_name("mine.graphml")
    assert window.files.save()
    assert path.read_bytes() == theirs and b">Min<" in dialogs.target.read_bytes()


def test_it_is_read_anew_where_that_is_wanted(window: MainWindow, dialogs, new_file: Make) -> None:  # type: ignore[no-untyped-def]
    path, theirs = changed_by_another(window, new_file)
    dialogs.on_clash = Clash.RELOAD
    assert not window.files.save()
    assert path.read_bytes() == theirs and len(window.charts) == 1
    assert window.chart is not None and window.chart.document.nodes["n1"].name == "Deras"
    rename(window, "Igen")
    dialogs.clashes_asked.clear()
    assert window.files.save() and not dialogs.clashes_asked


@pytest.mark.parametrize("is_carried_out", [True, False])
def test_it_is_merged_and_saved_where_that_is_wanted(
    window: MainWindow,
    dialogs,  # type: ignore[no-untyped-def]
    new_file: Make,
    monkeypatch: pytest.MonkeyPatch,
    is_carried_out: bool,
) -> None:
    path, theirs = changed_by_another(window, new_file)
    dialogs.on_clash = Clash.MERGE
    monkeypatch.setattr(MergeDialog, "exec", lambda _: int(is_carried_out))
    assert window.files.save() == is_carried_out
    chart = window.chart
    assert chart is not None and len(window.charts) == 1 and chart.session.is_saved == is_carried_out
    if is_carried_out:
        assert b">Min<" in path.read_bytes() and b">Deras<" in path.read_bytes()
        assert chart.document.history.undo_name == "Mina ändringar, sammanfogade med filens"
    else:
        assert path.read_bytes() == theirs and chart.document.nodes["n0"].name == "Min"


def test_closing_asks_and_cancel_keeps_everything(window: MainWindow, dialogs, new_file: Make) -> None:  # type: ignore[no-untyped-def]
    opened(window, new_file("a.graphml"))
    window.close_current()
    assert dialogs.saves_asked == ["a.graphml"] and len(window.charts) == 1
    assert not window.close() and window.isVisible()


def test_closing_saves_where_that_is_wanted(window: MainWindow, dialogs, new_file: Make) -> None:  # type: ignore[no-untyped-def]
    path = opened(window, new_file("a.graphml"))
    dialogs.on_unsaved = Answer.SAVE
    window.close_current()
    assert not window.charts and b"Ny ledning" in path.read_bytes()


def test_closing_discards_where_that_is_wanted(window: MainWindow, dialogs, new_file: Make) -> None:  # type: ignore[no-untyped-def]
    path = opened(window, new_file("a.graphml"))
    old = path.read_bytes()
    dialogs.on_unsaved = Answer.DISCARD
    assert window.close() and path.read_bytes() == old


def test_a_save_that_fails_keeps_the_window_open(window: MainWindow, dialogs, new_file: Make) -> None:  # type: ignore[no-untyped-def]
    path = opened(window, new_file("a.graphml"))
    path.chmod(0o444)
    dialogs.on_unsaved = Answer.SAVE
    assert not window.close() and window.isVisible() and len(window.charts) == 1
    path.chmod(0o644)


def test_a_save_during_a_gesture_does_nothing(window: MainWindow, new_file: Make) -> None:
    path = opened(window, new_file("a.graphml"))
    old = path.read_bytes()
    assert window.chart is not None
    gesture = window.chart.document.begin("drag")
    assert not window.files.save() and path.read_bytes() == old
    gesture.cancel()
    assert window.files.save()


def test_a_fault_while_saving_is_not_hidden(
    window: MainWindow, new_file: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(window, new_file("a.graphml"))

    def broken(*_: object) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(document_session, "save_atomically", broken)
    with pytest.raises(RuntimeError, match="ours"):
        window.files.save()
    assert window.chart is not None and not window.chart.session.is_saved and not window.chart.session.is_saving


def test_what_is_saved_can_be_read_by_anyone(window: MainWindow, dialogs, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    window.files.new()
    dialogs.target = tmp_path / "new.graphml"
    assert window.files.save()
    assert not read_graphml(dialogs.target.read_bytes()).document.nodes
