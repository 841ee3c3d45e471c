"""What of a structure answers rest on, and a matter's way: who prepares for a body, and who decides."""

from collections.abc import Iterable, Mapping

from editor.insight.aspects import WAY
from editor.insight.replies import Reply
from editor.insight.timing import NO, Presence, Span, presences
from editor.model.document import Document

PREPARES = ("prepares_for", "reports_to")


def rests_on(document: Document, replies: Iterable[Reply]) -> set[str]:
    """The elements that are asked about and that answer, the relations between them, and both ends of those."""
    found: set[str] = set()
    for reply in replies:
        if reply.answers:
            found.update(reply.about)
        for answer in reply.answers:
            found.update(id for id in (answer.element, answer.relation) if id is not None)
    for id in tuple(found):
        edge = document.edges.get(id)
        if edge is not None:
            found.update((edge.source, edge.target))
    return {id for id in found if document.record(id) is not None}


def matter_way(document: Document, start: str, day: Span | None = None) -> set[str]:
    """Everything that prepares for an element, directly or through others, and the way from it to the decision."""
    present = presences(document, day) if day is not None else {}
    found = {start}
    _walk(document, start, found, present, upwards=False)
    _walk(document, start, found, present, upwards=True)
    return found


def _walk(document: Document, start: str, found: set[str], present: Mapping[str, Presence], upwards: bool) -> None:
    """Along the relations from an element (`upwards`: to where it goes), or into it (from where it comes)."""
    waiting, seen = [start], {start}
    while waiting:
        here = waiting.pop(0)
        for id in sorted(document.indexes.edges_at(here)):
            edge = document.edges[id]
            near, far = (edge.source, edge.target) if upwards else (edge.target, edge.source)
            kinds = WAY if upwards else PREPARES
            if near != here or edge.kind not in kinds or present.get(id) == NO:
                continue
            found.update((id, far))
            if far not in seen:
                seen.add(far)
                waiting.append(far)
