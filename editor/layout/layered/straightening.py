"""Parts that stand almost below another are put right below it, so that the line between them needs no step."""

from collections.abc import Mapping

from editor.layout.layered.parts import Parts
from editor.layout.layered.ranking import Rows
from editor.layout.layered.spans import Span, frame_spans
from editor.layout.shapes import Spacing

ALMOST_PX = 12.0
"""A step to the side by less than this is none that anybody would draw."""


def straightened(parts: Parts, rows: Rows, spacing: Spacing) -> Rows:
    """Each row after the one above it; what has no room for it stays."""
    x = dict(rows.x)
    frames = frame_spans(parts, rows, spacing)
    above: dict[str, list[str]] = {}
    for link in parts.links:
        if {link.upper, link.lower}.isdisjoint(parts.stacked):
            above.setdefault(link.lower, []).append(link.upper)
    for number in range(1, len(rows.parts)):
        beside = {frame: span for frame, (among, span) in frames.items() if number in among}
        for part in rows.parts[number]:
            places = [x[one] for one in above.get(part, ()) if one in rows.parts[number - 1]]
            wanted = min(places, key=lambda place: abs(place - x[part]), default=x[part])
            if 0.0 < abs(wanted - x[part]) < ALMOST_PX:
                others = {other: x[other] for other in rows.parts[number] if other != part}
                if _has_room(parts, part, wanted, others, beside, spacing):
                    x[part] = wanted
    return rows._replace(x=x)


def _has_room(
    parts: Parts, part: str, wanted: float, others: Mapping[str, float], frames: Mapping[str, Span], spacing: Spacing
) -> bool:
    """Whether it would be clear of the others of its row there, and in its own frames and no others."""
    half, own = parts.sizes[part][0] / 2, set(parts.around(part))
    left, right, pad, gap = wanted - half, wanted + half, spacing.pad, spacing.beside
    if any(abs(x - wanted) < half + parts.sizes[other][0] / 2 + gap - 0.01 for other, x in others.items()):
        return False
    return all(
        span.left + pad[0] <= left and right <= span.right - pad[2]
        if frame in own
        else right <= span.left or span.right <= left
        for frame, span in frames.items()
    )
