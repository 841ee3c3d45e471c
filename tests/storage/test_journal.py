"""What a crash leaves is all that was done, with its undo steps; what can't be read ends it and loses nothing."""

import os
import signal
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from editor.geometry import Point, Rect
from editor.model.document import Document
from editor.model.integrity import IntegrityError
from editor.model.records import Edge, Facts, Node, Tenure
from editor.storage.entries import replay
from editor.storage.journal import ABOUT, BASE, CHANGES, About, Journal, Left, Recovery, digest_of

NAMES = st.sampled_from(["", "Namn", "å <&>", "två\nrader", "\u2028"])


def start() -> Document:
    return Document([Node("a", "A", box=Rect(0, 0, 10, 10)), Node("b", "B", is_group=True)], [Edge("e", "a", "b")])


@pytest.fixture
def recovery(tmp_path: Path) -> Iterator[Recovery]:
    made = Recovery(tmp_path / "recovery")
    yield made
    made.settle()


def begun(recovery: Recovery, document: Document, name: str = "a.graphml") -> Journal:
    journal = recovery.begin(document, About(f"/home/{name}", name), b"<graphml/>")
    assert journal is not None
    return journal


def crashed(recovery: Recovery, journal: Journal) -> list[Left]:
    """What the next start finds after this journal's program has died."""
    recovery.settle()
    journal._lock.release()
    return recovery.left()


def change(document: Document, draw: st.DataObject) -> None:
    """Anything that a history can see."""
    what = draw.draw(st.sampled_from(["add", "rename", "type", "remove", "facts", "info", "undo", "redo", "save"]))
    ids = sorted(document.nodes)
    if what == "add":
        name = draw.draw(NAMES)
        with document.transaction("add", draw.draw(st.none() | st.just("add"))) as step:
            step.put(Node(f"n{draw.draw(st.integers(0, 5))}", name, order=3.5, attributes={"k": name}))
    elif what == "undo":
        document.undo()
    elif what == "redo":
        document.redo()
    elif what == "info":
        with document.transaction("info") as step:
            step.set_info(title=draw.draw(NAMES))
    elif what == "save":
        document.history.mark_saved()
    elif ids:
        one_change(document, what, draw.draw(st.sampled_from(ids)), draw)


def one_change(document: Document, what: str, id: str, draw: st.DataObject) -> None:
    key = "typing" if what == "type" else draw.draw(st.none() | st.just("add"))
    with document.transaction(what, key) as step:
        if what == "remove":
            step.remove(id)
        elif what == "facts":
            step.update(id, facts=Facts(count=3, tenures=(Tenure("Eva", start="2007-23"),)))
        else:
            step.update(id, name=draw.draw(NAMES))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(draw=st.data())
def test_everything_done_is_had_again_with_its_undo_steps(tmp_path: Path, draw: st.DataObject) -> None:
    recovery = Recovery(tmp_path / uuid.uuid4().hex)
    document = start()
    journal = begun(recovery, document)
    for _ in range(draw.draw(st.integers(1, 12))):
        saved = document.history.saved_at
        change(document, draw)
        if document.history.saved_at != saved or document.history.is_saved:
            journal.note_saved(Path("/home/a.graphml"), b"saved")
    for left in crashed(recovery, journal):
        again = start()
        assert left.whole and replay(again, left.entries) == len(left.entries)
        assert_same(again, document)
        left.discard()
    journal.close()


def assert_same(one: Document, other: Document) -> None:
    while True:
        assert (one.nodes, one.edges, one.info) == (other.nodes, other.edges, other.info)
        assert [step.name for step in one.history.done] == [step.name for step in other.history.done]
        if (one.undo(), other.undo()) == (None, None):
            return


def rename(document: Document, name: str) -> None:
    with document.transaction("rename") as step:
        step.update("a", name=name)


def test_a_journal_knows_the_file_and_what_is_unsaved(recovery: Recovery) -> None:
    document = start()
    journal = begun(recovery, document)
    rename(document, "one")
    document.history.mark_saved()
    journal.note_saved(Path("/home/b.graphml"), b"saved")
    rename(document, "two")
    (left,) = crashed(recovery, journal)
    assert (left.about, left.steps, left.digests) == (About("/home/b.graphml", "b.graphml"), 1, {digest_of(b"saved")})
    assert left.base == b"<graphml/>"


def test_what_was_saved_or_closed_is_not_offered(recovery: Recovery, tmp_path: Path) -> None:
    document = start()
    journal = begun(recovery, document)
    rename(document, "one")
    document.history.mark_saved()
    journal.note_saved(Path("/home/a.graphml"), b"saved")
    assert crashed(recovery, journal) == []
    begun(recovery, start()).close()
    recovery.settle()
    assert not list((tmp_path / "recovery").iterdir())


def test_one_that_is_held_is_somebody_elses(recovery: Recovery) -> None:
    document = start()
    begun(recovery, document)
    rename(document, "one")
    recovery.settle()
    assert recovery.left() == []


def test_a_line_cut_off_by_the_crash_is_left_out(recovery: Recovery) -> None:
    document = start()
    journal = begun(recovery, document)
    rename(document, "one")
    rename(document, "two")
    recovery.settle()
    changes = journal.folder / CHANGES
    changes.write_bytes(changes.read_bytes()[:-9])
    (left,) = crashed(recovery, journal)
    again = start()
    assert left.whole and replay(again, left.entries) == len(left.entries)
    assert again.nodes["a"].name == "one"


def test_what_can_not_be_read_or_done_again_is_told_and_stays(recovery: Recovery) -> None:
    document = start()
    journal = begun(recovery, document)
    rename(document, "one")
    rename(document, "two")
    recovery.settle()
    changes = journal.folder / CHANGES
    begin, first, second, _ = changes.read_bytes().split(b"\n")
    changes.write_bytes(b"\n".join([begin, first, b"{rubbish", second, b""]))
    (left,) = crashed(recovery, journal)
    assert not left.whole and left.steps == 1
    left.release()
    assert [other.folder for other in recovery.left()] == [left.folder]
    other = Document()
    assert replay(other, left.entries) == len(left.entries)
    assert other.nodes["a"].name == "one"


def test_an_entry_that_fits_nowhere_stops_with_those_before_done() -> None:
    document = start()
    with document.transaction("loop") as step:
        step.update("b", name="first")
    from editor.storage.entries import StepNoted

    loop = StepNoted("loop", nodes=(Node("b", group="b", is_group=True),))
    assert replay(document, [loop]) == 0
    assert document.nodes["b"].name == "first"
    with pytest.raises(IntegrityError), document.transaction("loop") as step:
        step.put(*loop.nodes)


def test_a_disk_that_fills_ends_the_journal_but_not_the_work(
    recovery: Recovery, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = start()
    journal = begun(recovery, document)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    rename(document, "one")
    recovery.settle()
    monkeypatch.undo()
    assert isinstance(journal.trouble, Exception)
    rename(document, "two")
    recovery.settle()
    assert document.nodes["a"].name == "two"


def test_a_folder_that_can_not_be_made_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "recovery").write_bytes(b"a file")
    recovery = Recovery(tmp_path / "recovery")
    assert recovery.begin(start(), About(None, ""), b"") is None
    assert recovery.left() == []


DYING = """
import sys, time
from pathlib import Path
from editor.model.document import Document
from editor.model.records import Node
from editor.storage.journal import About, Recovery

recovery = Recovery(Path(sys.argv[1]))
document = Document([Node("a", "A")])
recovery.begin(document, About(None, "untitled"), b"<graphml/>")
for number in range(20):
    with document.transaction(f"step {number}") as step:
        step.update("a", name=f"name {number}")
recovery.settle()
print("ready", flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_program_that_is_killed_leaves_everything(tmp_path: Path) -> None:
    command = [sys.executable, "-c", DYING, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as dying:
        assert dying.stdout is not None and dying.stdout.readline() == "ready\n"
        assert Recovery(tmp_path).left() == []
        os.kill(dying.pid, signal.SIGKILL)
    (left,) = Recovery(tmp_path).left()
    document = Document([Node("a", "A")])
    assert (left.about.path, left.steps, replay(document, left.entries)) == (None, 20, 21)
    assert document.nodes["a"].name == "name 19"
    assert document.undo() == "step 19" and document.nodes["a"].name == "name 18"
    assert {path.name for path in left.folder.iterdir()} >= {ABOUT, BASE, CHANGES}


def test_one_that_goes_on_keeps_what_it_had_and_what_comes(recovery: Recovery) -> None:
    document = start()
    journal = begun(recovery, document)
    rename(document, "one")
    recovery.settle()
    changes = journal.folder / CHANGES
    changes.write_bytes(changes.read_bytes() + b'{"type":"st')
    (left,) = crashed(recovery, journal)
    again = start()
    kept = replay(again, left.entries)
    going_on = recovery.go_on(left, kept, again, left.about)
    assert going_on is not None
    rename(again, "two")
    (left,) = crashed(recovery, going_on)
    third = start()
    assert left.whole and replay(third, left.entries) == 3
    assert_same(third, again)
    going_on.close()


def test_one_that_goes_on_after_damage_keeps_the_damaged_lines_aside(recovery: Recovery) -> None:
    document = start()
    journal = begun(recovery, document)
    rename(document, "one")
    rename(document, "two")
    recovery.settle()
    changes = journal.folder / CHANGES
    damaged = changes.read_bytes().replace(b"two", b'tw"o')
    changes.write_bytes(damaged)
    (left,) = crashed(recovery, journal)
    again = start()
    going_on = recovery.go_on(left, replay(again, left.entries), again, left.about)
    assert going_on is not None and again.nodes["a"].name == "one"
    assert (left.folder / "changes.damaged").read_bytes() == damaged
    rename(again, "three")
    (left,) = crashed(recovery, going_on)
    assert left.whole and left.steps == 2
    left.release()


def test_suggested_places_are_had_again_but_are_nothing_unsaved(recovery: Recovery) -> None:
    document = Document([Node("a", "A"), Node("b", "B")], [Edge("e", "a", "b")])
    journal = begun(recovery, document)
    placed = [Node("a", "A", box=Rect(0, 0, 9, 9), placed=False), Node("b", "B", box=Rect(20, 0, 9, 9), placed=False)]
    document.suggest(placed, [Edge("e", "a", "b", bends=(Point(15, 5), Point(15, 9)), loose=True)])
    rename(document, "one")
    (left,) = crashed(recovery, journal)
    again = Document([Node("a", "A"), Node("b", "B")], [Edge("e", "a", "b")])
    assert left.steps == 1 and replay(again, left.entries) == 3
    assert_same(again, document)
    left.release()


def test_a_beginning_that_is_not_what_was_opened_is_none(recovery: Recovery) -> None:
    document = start()
    journal = begun(recovery, document)
    rename(document, "one")
    recovery.settle()
    (journal.folder / BASE).write_bytes(b"<graphml")
    (left,) = crashed(recovery, journal)
    with pytest.raises(OSError, match="opened"):
        _ = left.base
