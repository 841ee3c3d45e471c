"""One move and one undo in a document of 10,000, against the same in one of 100: both should cost the same."""

from measuring import Row, compared
from organisations import organisation

from editor.model import commands
from editor.model.document import Document

LARGE, SMALL = 10000, 100
RUNS = 50


def model_rows() -> list[Row]:
    large, small = organisation(LARGE), organisation(SMALL)
    for document in (large, small):
        move(document)
    return [
        *compared("one move", LARGE, lambda: move(large), "one move in 100", lambda: move(small), RUNS),
        *compared(
            "undo and redo",
            LARGE,
            lambda: there_and_back(large),
            "undo and redo in 100",
            lambda: there_and_back(small),
            RUNS,
        ),
    ]


def move(document: Document) -> None:
    commands.move_by(document, ["n7"], 8.0, 0.0, "move")


def there_and_back(document: Document) -> None:
    document.undo()
    document.redo()
