"""`ledgraf export … --paper A4 --pages`: a chart on as many sheets as it needs, that refer to each other."""

import sys
from pathlib import Path

from editor.cli.studio import Studio
from editor.cli.words import language
from editor.model.document import Document
from editor.model.paper import Paper
from editor.pages.splitting import Page
from editor.render.pdf import pages_to_pdf
from editor.render.svg import to_svg
from editor.storage.files import save_atomically

ENDINGS = (".pdf", ".svg")
SMALL = {
    "sv": "Allt är skrivet, men på sida {numbers} blir den minsta texten {size:.1f} punkter. Välj ett större papper.",
    "en": "All is written, but on page {numbers} the smallest text measures {size:.1f} points. Choose a larger paper.",
}


def export_pages(studio: Studio, document: Document, target: Path, preset: str, paper: Paper, lang: str) -> None:
    """One PDF of all pages, or an SVG for each: the first as named, the others with their number, linked both ways."""
    pages = studio.pages(document, preset, paper, lang)
    small = [page for page in pages if page.smallest_pt < paper.smallest_pt - 0.005]
    if target.suffix.lower() == ".pdf":
        save_atomically(target, pages_to_pdf([page.drawing for page in pages], document.info.title))
    else:
        for page in pages:
            save_atomically(page_path(target, page.number), to_svg(page.drawing, links=_links(page, target)).encode())
    if small:
        numbers = ", ".join(str(page.number) for page in small)
        text = SMALL[language()].format(numbers=numbers, size=min(page.smallest_pt for page in small))
        print(f"ledgraf: {target}: {text}", file=sys.stderr)


def page_path(target: Path, number: int) -> Path:
    """The file of a page: chart.svg, chart-2.svg, chart-3.svg, …"""
    return target if number == 1 else target.with_name(f"{target.stem}-{number}{target.suffix}")


def _links(page: Page, target: Path) -> dict[str, str]:
    links = {id: page_path(target, number).name for id, number in page.goes_on.items()}
    if page.above is not None and page.top is not None and page.top not in links:
        links[page.top] = page_path(target, page.above).name
    return links
