"""Keeping the picture of a file for the start page, made beside the window from a copy."""

from editor.model.document import Document
from editor.ui.jobs import beside
from editor.ui.start.cards import SMALL
from editor.ui.start.pictures import MOST_BOXES, keep_picture
from editor.ui.surroundings import Surroundings
from editor.ui.window.document_session import DocumentSession


def remember_picture(session: DocumentSession, surroundings: Surroundings) -> None:
    """Only of what the file holds: a session without a file, or with changes that are not saved, leaves none."""
    path, document = session.path, session.document
    if path is None or not session.is_saved or len(document.nodes) > MOST_BOXES:
        return
    nodes, edges, info = tuple(document.nodes.values()), tuple(document.edges.values()), document.info
    beside(lambda: keep_picture(Document(nodes, edges, info), surroundings, path, *SMALL.toTuple()))
