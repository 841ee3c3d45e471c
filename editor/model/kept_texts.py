"""Texts of source documents that are kept with the chart on request, so that quotes are found without the file."""

import re
from collections.abc import Mapping

import msgspec

from editor.errors import UserError
from editor.model.document import Document
from editor.model.records import Info
from editor.model.source_text import SourceText
from editor.model.transaction import Transaction

ATTRIBUTE = "lg.texts"
"""The name of the document's attribute that holds them: a JSON object, the text by the id of its document."""
NO_XML = re.compile("[\ufffe\uffff]")
"""Letters that no XML file may hold; JSON writes the others that it may not in a way of its own."""


def kept_texts(info: Info) -> Mapping[str, str]:
    """All that are kept; none where what is there can't be understood (it stays in the file until one is kept)."""
    written = info.attributes.get(ATTRIBUTE)
    if not written:
        return {}
    try:
        return msgspec.json.decode(written, type=dict[str, str])
    except (msgspec.MsgspecError, UnicodeError):
        return {}


def kept_text(info: Info, document: str) -> SourceText | None:
    """The text of one source document, where it is kept."""
    text = kept_texts(info).get(document)
    return None if text is None else SourceText(text)


def keep_text(document: Document, step: Transaction, id: str, text: SourceText) -> None:
    """Keep the text of a source document with the chart. UserError where the chart has no such document."""
    if id not in {each.id for each in document.info.documents}:
        raise UserError(
            {"sv": f"Diagrammet har ingen källa {id}.", "en": f"The chart has no source {id}."},
            {"sv": "Lägg till källan först.", "en": "Add the source first."},
        )
    plain = NO_XML.sub("\N{REPLACEMENT CHARACTER}", text.text)
    _write(document, step, {**kept_texts(document.info), id: plain})


def drop_text(document: Document, step: Transaction, id: str) -> None:
    """Keep the text no more; what is quoted from it stays."""
    _write(document, step, {known: text for known, text in kept_texts(document.info).items() if known != id})


def size_of(text: SourceText) -> int:
    """How many bytes a text adds to a file, about."""
    return len(msgspec.json.encode(text.text))


def _write(document: Document, step: Transaction, texts: Mapping[str, str]) -> None:
    attributes = {name: value for name, value in document.info.attributes.items() if name != ATTRIBUTE}
    if texts:
        attributes[ATTRIBUTE] = msgspec.json.encode(texts).decode()
    step.set_info(attributes=attributes)
