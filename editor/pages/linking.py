"""Where the pages of one chart are written, and which box leads to which of them."""

from pathlib import Path

from editor.pages.splitting import Page


def page_path(target: Path, number: int) -> Path:
    """The file of a page: chart.svg, chart-2.svg, chart-3.svg, …"""
    return target if number == 1 else target.with_name(f"{target.stem}-{number}{target.suffix}")


def pages_of(page: Page) -> dict[str, int]:
    """By box, the number of the page to which a click on it leads: down to its own page, and from there back up."""
    links = dict(page.goes_on)
    if page.above is not None and page.top is not None:
        links.setdefault(page.top, page.above)
    return links


def links_of(page: Page, target: Path) -> dict[str, str]:
    """The same with the file of each page."""
    return {id: page_path(target, number).name for id, number in pages_of(page).items()}
