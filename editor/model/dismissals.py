"""Hints that somebody has dismissed, each with the reason; kept with the document."""

from collections.abc import Sequence

import msgspec

from editor.errors import UserError
from editor.model.document import Document
from editor.model.records import Info
from editor.model.transaction import Transaction

ATTRIBUTE = "lg.dismissed"
"""The name of the document's attribute that holds them, as JSON."""


class Dismissal(msgspec.Struct, frozen=True):
    """rule: the hint's name.  elements: what it was about; with other elements it is another hint."""

    rule: str
    elements: tuple[str, ...]
    reason: str

    def is_of(self, rule: str, elements: Sequence[str]) -> bool:
        return self.rule == rule and set(self.elements) == set(elements)


def dismissals(info: Info) -> tuple[Dismissal, ...]:
    """All of a document; none where what is kept can't be understood (it stays in the file until one is dismissed)."""
    text = info.attributes.get(ATTRIBUTE)
    if not text:
        return ()
    try:
        return msgspec.json.decode(text, type=tuple[Dismissal, ...])
    except (msgspec.MsgspecError, UnicodeError):
        return ()


def dismiss(document: Document, step: Transaction, rule: str, elements: Sequence[str], reason: str) -> None:
    """Point this out no more, for a reason; a reason given before is replaced. UserError where there is none."""
    reason = " ".join(reason.split())
    if not reason:
        raise UserError(
            {"sv": "Påpekandet avfärdas med ett skäl.", "en": "A hint is dismissed with a reason."},
            {"sv": "Skriv varför det inte gäller här.", "en": "Write why it does not apply here."},
        )
    others = [known for known in dismissals(document.info) if not known.is_of(rule, elements)]
    _keep(document, step, [*others, Dismissal(rule, tuple(elements), reason)])


def restore(document: Document, step: Transaction, rule: str, elements: Sequence[str]) -> None:
    """Point it out again."""
    _keep(document, step, [known for known in dismissals(document.info) if not known.is_of(rule, elements)])


def _keep(document: Document, step: Transaction, kept: Sequence[Dismissal]) -> None:
    attributes = {name: text for name, text in document.info.attributes.items() if name != ATTRIBUTE}
    if kept:
        attributes[ATTRIBUTE] = msgspec.json.encode(kept).decode()
    step.set_info(attributes=attributes)
