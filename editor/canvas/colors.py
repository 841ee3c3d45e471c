"""The few colours that the canvas itself has: everything else comes from the drawing."""

import msgspec

from editor.drawing.theme import Theme


class CanvasColors(msgspec.Struct, frozen=True):
    """Colours `#rrggbb` (or `#aarrggbb`, Qt's order, where see-through)."""

    ground: str
    paper: str
    paper_edge: str
    accent: str
    band: str
    guide: str
    handle: str
    text: str
    line: str


def colors_for(theme: Theme) -> CanvasColors:
    """The canvas's colours beside a drawing's."""
    accent = "4fb3c8" if theme.dark else "0b7a94"
    return CanvasColors(
        ground=theme.ground,
        paper=theme.paper,
        paper_edge=theme.hairline,
        accent=f"#{accent}",
        band=f"#2a{accent}",
        guide="#f08ab8" if theme.dark else "#c2377e",
        handle=theme.paper,
        text=theme.text,
        line=theme.line,
    )
