"""The bytes of an export, made from a copy of the document, so that it may be done in any thread."""

import datetime
from collections.abc import Callable, Mapping

import msgspec

from editor.drawing.footnotes import with_footnotes
from editor.drawing.maker import DrawingMaker
from editor.drawing.shapes import Drawing
from editor.drawing.theme import LIGHT
from editor.insight.timing import on
from editor.interchange.dot import to_dot
from editor.model.appearance import Appearance
from editor.model.document import Document
from editor.pages.comparing import Picturing
from editor.render.pdf import to_pdf
from editor.render.png import to_png
from editor.render.svg import to_svg
from editor.ui.surroundings import Surroundings
from editor.ui.window.document_session import DocumentSession

FORMATS = ("svg", "pdf", "png", "graphml", "dot")
PICTURES = ("svg", "pdf", "png")
PNG_SCALE = 2.0


class Days(msgspec.Struct, frozen=True):
    """Which days a picture shows. mode: "" all of them, "day" one, "one" and "beside" what differs from an earlier."""

    mode: str = ""
    day: datetime.date | None = None
    before: datetime.date | None = None


ALL_DAYS = Days()


class Wish(msgspec.Struct, frozen=True):
    """What is to be exported. paper: with title, legend and source.  footnotes: with where each fact is stated."""

    format: str
    paper: bool
    lang: str
    footnotes: bool = False
    days: Days = ALL_DAYS

    @property
    def is_picture(self) -> bool:
        return self.format in PICTURES


class Exporter:
    """Exports one session as it is now; always light and opaque, whatever the window looks like."""

    def __init__(self, session: DocumentSession, surroundings: Surroundings) -> None:
        self._session = session
        self._surroundings = surroundings
        document = session.document
        self._records = (tuple(document.nodes.values()), tuple(document.edges.values()), document.info)
        self._copy: Document | None = None
        self._drawings: dict[Wish, Drawing] = {}

    def data(self, wish: Wish) -> bytes:
        """The bytes of the file. UserError where they can't be made."""
        vocabulary = self._surroundings.vocabulary
        makers: Mapping[str, Callable[[], bytes | str]] = {
            "svg": lambda: to_svg(self.drawing(wish)),
            "pdf": lambda: to_pdf(self.drawing(wish)),
            "png": lambda: to_png(self.drawing(wish), PNG_SCALE),
            "graphml": lambda: self._session.as_graphml(self._document(), Appearance(vocabulary)),
            "dot": lambda: to_dot(self._document(), vocabulary),
        }
        made = makers[wish.format]()
        return made.encode() if isinstance(made, str) else made

    def drawing(self, wish: Wish) -> Drawing:
        key = msgspec.structs.replace(wish, format="")
        if key not in self._drawings:
            self._drawings[key] = self._drawn(wish)
        return self._drawings[key]

    def _drawn(self, wish: Wish) -> Drawing:
        document, days = self._document(), wish.days
        if days.day is None:
            maker = self._maker(document, wish.lang)
            drawing = maker.drawing(paper=wish.paper)
            return with_footnotes(drawing, document, maker.setting) if wish.footnotes else drawing
        picturing = Picturing(
            document,
            self._surroundings.vocabulary,
            wish.lang,
            lambda shown: self._maker(shown, wish.lang),
            wish.footnotes,
            wish.paper,
        )
        if days.before is None:
            return picturing.on(on(days.day))
        draw = picturing.beside if days.mode == "beside" else picturing.between
        return draw(on(days.before), on(days.day))

    def _maker(self, document: Document, lang: str) -> DrawingMaker:
        given = self._surroundings
        return DrawingMaker(document, given.vocabulary, LIGHT, given.measurer, lang)

    def _document(self) -> Document:
        if self._copy is None:
            self._copy = Document(*self._records)
        return self._copy
