"""The bytes of an export, made from a copy of the document, so that it may be done in any thread."""

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from editor.drawing.footnotes import with_footnotes
from editor.drawing.maker import Detail, DrawingMaker
from editor.drawing.quality import PT_PER_PX, fitting_scale, smallest_px
from editor.drawing.shapes import Block, Drawing
from editor.drawing.sheet import on_sheet
from editor.drawing.theme import LIGHT
from editor.insight.timing import on
from editor.layout.answer import Arrangement
from editor.layout.presets import USUAL, Preset
from editor.layout.run import arrange
from editor.model.appearance import Appearance
from editor.model.document import Document
from editor.model.paper import Paper
from editor.model.vocabulary import Vocabulary
from editor.pages.comparing import Picturing
from editor.pages.fitting import Sizes
from editor.pages.linking import links_of, page_path, pages_of
from editor.pages.splitting import Page, Splitter
from editor.render.png import to_png
from editor.render.svg import to_svg
from editor.storage.files import save_atomically
from editor.ui.dialogs.waiting import Stopped
from editor.ui.surroundings import Surroundings
from editor.ui.window.days import ALL_DAYS, Days
from editor.ui.window.document_session import DocumentSession

FORMATS = ("svg", "pdf", "png", "graphml", "dot")
PICTURES = ("svg", "pdf", "png")
PAGED = ("svg", "pdf")
PNG_SCALE = 2.0


class Wish(msgspec.Struct, frozen=True):
    """What is to be exported. paper: with title, legend and source.  footnotes: with where each fact is stated.

    sheet: the sheet it is shrunk to.  pages: laid out anew on as many of them as its smallest text asks for.
    """

    format: str
    paper: bool
    lang: str
    footnotes: bool = False
    days: Days = ALL_DAYS
    sheet: Paper | None = None
    pages: bool = False

    @property
    def has_pages(self) -> bool:
        """Whether it is an overview with pages; a PNG has only one."""
        return self.pages and self.sheet is not None and self.format in PAGED and self.days == ALL_DAYS

    @property
    def is_picture(self) -> bool:
        return self.format in PICTURES


class _Stoppable(DrawingMaker):
    """Stops in the middle of a large chart."""

    is_stopped: Callable[[], bool]

    def block(self, id: str, detail: Detail = "all") -> Block | None:
        if self.is_stopped():
            raise Stopped
        return super().block(id, detail)


class Exporter:
    """Exports one session as it is now; always light and opaque, whatever the window looks like."""

    def __init__(self, session: DocumentSession, surroundings: Surroundings) -> None:
        self._session = session
        self._surroundings = surroundings
        document = session.document
        self._records = (tuple(document.nodes.values()), tuple(document.edges.values()), document.info)
        self._copy: Document | None = None
        self._is_stopped = False
        self._drawings: dict[Wish, Drawing] = {}
        self._pages: dict[Wish, list[Page]] = {}

    def stop(self) -> None:
        """Nobody wants it any more: whatever draws a chart in another thread raises Stopped at its next box or line."""
        self._is_stopped = True

    def write(self, path: Path, wish: Wish) -> None:
        """Write it there; the pages of an SVG beside it with their numbers; all linked. UserError where not."""
        if not wish.has_pages:
            save_atomically(path, self.data(wish))
            return
        pages = self.pages(wish)
        if wish.format == "pdf":
            from editor.render.pdf import pages_to_pdf

            drawings, links = [page.drawing for page in pages], [pages_of(page) for page in pages]
            save_atomically(path, pages_to_pdf(drawings, self._records[2].title, links))
            return
        for page in pages:
            made = to_svg(page.drawing, links=links_of(page, path))
            save_atomically(page_path(path, page.number), made.encode())

    def pages(self, wish: Wish) -> list[Page]:
        """The chart on sheets: on one where it fits, else an overview and a page for each unit."""
        key = msgspec.structs.replace(wish, format="")
        if key not in self._pages:
            given, document = self._surroundings, self._document()
            assert wish.sheet is not None
            preset = given.presets.get(document.info.preset or "") or given.presets[USUAL]
            engine = given.choices.settings.engine

            def ask(part: Document, sizes: Sizes, chosen: Preset, aspect: float, rough: bool) -> Arrangement:
                return arrange(part, given.vocabulary, sizes, chosen, engine, aspect=aspect, rough=rough)

            lang = wish.lang
            splitter = Splitter(given.vocabulary, lambda one: self._maker(one, lang), preset, wish.sheet, ask, lang)
            self._pages[key] = splitter.pages(document)
        return self._pages[key]

    def smallest_pt(self, wish: Wish) -> float:
        """What the smallest text measures on the sheet that was asked for."""
        if wish.has_pages:
            return min(page.smallest_pt for page in self.pages(wish))
        assert wish.sheet is not None
        drawing = self.drawing(msgspec.structs.replace(wish, sheet=None))
        return smallest_px(drawing) * PT_PER_PX * fitting_scale(drawing.bounds, wish.sheet.sheet)

    def data(self, wish: Wish) -> bytes:
        """The bytes of the file. UserError where they can't be made."""
        vocabulary = self._surroundings.vocabulary
        makers: Mapping[str, Callable[[], bytes | str]] = {
            "svg": lambda: to_svg(self.drawing(wish)),
            "pdf": lambda: _pdf(self.drawing(wish)),
            "png": lambda: to_png(self.drawing(wish), PNG_SCALE),
            "graphml": lambda: self._session.as_graphml(self._document(), Appearance(vocabulary)),
            "dot": lambda: _dot(self._document(), vocabulary),
        }
        made = makers[wish.format]()
        return made.encode() if isinstance(made, str) else made

    def drawing(self, wish: Wish) -> Drawing:
        key = msgspec.structs.replace(wish, format="")
        if key not in self._drawings:
            if wish.sheet is None:
                self._drawings[key] = self._drawn(wish)
            else:
                bare = msgspec.structs.replace(wish, sheet=None)
                self._drawings[key] = on_sheet(self.drawing(bare), wish.sheet.sheet)
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
        maker = _Stoppable(document, given.vocabulary, LIGHT, given.measurer, lang)
        maker.is_stopped = lambda: self._is_stopped
        return maker

    def _document(self) -> Document:
        if self._copy is None:
            self._copy = Document(*self._records)
        return self._copy


def _pdf(drawing: Drawing) -> bytes:
    from editor.render.pdf import to_pdf  # what writes one format only comes when that is wanted

    return to_pdf(drawing)


def _dot(document: Document, vocabulary: Vocabulary) -> str:
    from editor.interchange.dot import to_dot

    return to_dot(document, vocabulary)
