"""What an answer says: in words, what it rests on, how sure it is, and when."""

from typing import Literal

import msgspec

from editor.insight.timing import YES, Presence

Basis = Literal["stated", "interpreted", "unknown"]


class Answer(msgspec.Struct, frozen=True, rename={"start": "from", "end": "to"}):
    """One thing that answers a question.

    element: the id of the element that answers, None for a plain fact.  relation: the id of the relation it rests on,
    None where it rests on the element itself.  text: the answer as a sentence.  basis: how the source has it.
    """

    text: str
    element: str | None = None
    relation: str | None = None
    name: str | None = None
    holders: tuple[str, ...] = ()
    basis: Basis = "stated"
    present: Presence = YES
    paragraphs: tuple[int, ...] = ()
    start: str | None = None
    end: str | None = None


class Reply(msgspec.Struct, frozen=True):
    """All answers to a question; none where the structure doesn't say it.

    about: what is meant.  known: without an answer, what is said of it all the same.  nearest: names that look like
    what was asked about, where there is none such.  understood: whether the whole sentence was; unknown: the words that
    weren't.  read_as: the sentence as it was probably meant, where it was misspelt.
    """

    question: str
    asked: str
    about: tuple[str, ...]
    answers: tuple[Answer, ...] = ()
    known: tuple[Answer, ...] = ()
    nearest: tuple[str, ...] = ()
    understood: bool = True
    unknown: tuple[str, ...] = ()
    read_as: str = ""

    @property
    def is_stated(self) -> bool:
        return bool(self.answers)
