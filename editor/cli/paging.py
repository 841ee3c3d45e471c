"""`ledgraf export … --paper A4 --pages`: a chart on as many sheets as it needs, that refer to each other."""

import sys
from pathlib import Path

from editor.cli.studio import Studio
from editor.cli.words import language
from editor.model.document import Document
from editor.model.paper import Paper
from editor.pages.linking import links_of, page_path, pages_of
from editor.render.pdf import pages_to_pdf
from editor.render.svg import to_svg
from editor.storage.files import save_atomically

SMALL = {
    "sv": "Allt är skrivet, men på sida {numbers} blir den minsta texten {size:.1f} punkter. Välj ett större papper.",
    "en": "All is written, but on page {numbers} the smallest text measures {size:.1f} points. Choose a larger paper.",
}


def export_pages(studio: Studio, document: Document, target: Path, preset: str, paper: Paper, lang: str) -> None:
    """One PDF of all pages, or an SVG for each: the first as named, the others with their number; linked both ways."""
    pages = studio.pages(document, preset, paper, lang)
    small = [page for page in pages if page.smallest_pt < paper.smallest_pt - 0.005]
    if target.suffix.lower() == ".pdf":
        drawings, links = [page.drawing for page in pages], [pages_of(page) for page in pages]
        save_atomically(target, pages_to_pdf(drawings, document.info.title, links))
    else:
        for page in pages:
            save_atomically(page_path(target, page.number), to_svg(page.drawing, links=links_of(page, target)).encode())
    if small:
        numbers = ", ".join(str(page.number) for page in small)
        text = SMALL[language()].format(numbers=numbers, size=min(page.smallest_pt for page in small))
        print(f"ledgraf: {target}: {text}", file=sys.stderr)
