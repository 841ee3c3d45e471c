"""A save that ends later than it began marks the state that it wrote, if that can still be come back to."""

from editor.model.document import Document
from editor.model.records import Node


def named(document: Document, name: str, merge_key: str | None = None) -> None:
    with document.transaction("rename", merge_key) as step:
        step.update("a", name=name)


def test_steps_after_the_mark_are_unsaved_and_undoing_them_is_saved() -> None:
    document = Document([Node("a")])
    named(document, "one")
    mark = document.history.mark
    named(document, "two")
    document.history.mark_saved(mark)
    assert not document.history.is_saved
    document.undo()
    assert document.history.is_saved
    document.undo()
    assert not document.history.is_saved


def test_a_mark_that_was_undone_and_overtaken_is_never_saved_again() -> None:
    document = Document([Node("a")])
    named(document, "one")
    mark = document.history.mark
    document.undo()
    named(document, "other")
    document.history.mark_saved(mark)
    assert not document.history.is_saved
    document.undo()
    assert not document.history.is_saved


def test_a_mark_whose_step_grew_meanwhile_is_not_the_state_of_now() -> None:
    document = Document([Node("a")])
    named(document, "o", "typing")
    mark = document.history.mark
    named(document, "on", "typing")
    document.history.mark_saved(mark)
    assert len(document.history.done) == 1 and not document.history.is_saved


def test_a_listener_is_told_when_the_step_is_noted_and_not_after_it_left() -> None:
    document = Document([Node("a")])
    told: list[bool] = []

    def note() -> None:
        told.append(document.history.is_saved)

    document.history.listen(note)
    named(document, "one")
    assert told == [False]
    document.history.unlisten(note)
    named(document, "two")
    assert told == [False]


def test_steps_that_merge_to_nothing_are_no_step() -> None:
    document = Document([Node("a", "A")])
    for name in ("A!", "A"):
        with document.transaction("type", "typing") as step:
            step.update("a", name=name)
    assert (document.history.undo_name, document.history.is_saved) == (None, True)
