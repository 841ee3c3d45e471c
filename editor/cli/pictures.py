"""The commands that draw or lay out: layout, export, demo."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import to_builtins

from editor.cli.arguments import PICTURE_ENDINGS, Arguments
from editor.cli.opened import graphml_bytes, open_file
from editor.cli.studio import Studio, read_arrows
from editor.cli.words import language, say, warn
from editor.errors import UserError
from editor.layout.presets import USUAL
from editor.model.document import Document
from editor.model.line_style import LineStyle, with_lines
from editor.model.paper import SIZES, Paper, sheet_called
from editor.quick_imports import quick_imports
from editor.storage.files import save_atomically
from editor.storage.packaged import load_samples
from editor.storage.vocabularies import the_vocabulary

if TYPE_CHECKING:
    from editor.insight.timing import Span

USAGE = 2
USUAL_PRESET = USUAL
PAPER_NAMES = (*SIZES, "WIDTHxHEIGHT in millimetres, with room between the margins")
DEMO_ENDINGS = (".svg", ".pdf", ".png", ".graphml")
TOO_SMALL = {
    "sv": "{file}: den minsta texten blir {reached:.1f} punkter och inte {least:g}, så arket är för litet. ",
    "en": "{file}: the smallest text measures {reached:.1f} points and not {least:g}, so the sheet is too small. ",
}
DIVIDED = {
    "sv": "Uppdelat på {count} sidor, en översikt först, blir den minst {smallest:.1f}: {command}",
    "en": "Divided among {count} pages, an overview first, it measures at least {smallest:.1f}: {command}",
}
PAGED_ENDINGS = (".pdf", ".svg")
OTHER_ENDINGS = (".graphml", ".graphmlz", ".dot", ".gv", ".ttl")


def run(arguments: Arguments) -> int:
    """Carry out one of these commands and return its exit code."""
    options = arguments.options
    if arguments.command == "layout":
        return _layout(arguments)
    if arguments.command == "export":
        return _export(arguments)
    return _demo(options.out)


def _layout(arguments: Arguments) -> int:
    options = arguments.options
    studio = Studio(the_vocabulary(), language())
    preset = options.preset or USUAL_PRESET
    if preset not in studio.presets:
        return _unknown("layout --preset", preset, studio.presets)
    if options.out is None and options.report is None:
        return _unknown("layout", "-o OUT.graphml", ("-o OUT.graphml", "--report json"))
    try:
        paper = paper_asked(options)
    except ValueError:
        return _unknown("layout --paper", options.paper, PAPER_NAMES)
    reading = open_file(options.file)
    choose_lines(reading.document, options.lines)
    read_arrows(reading.document, options.arrows)
    told = {**studio.lay_out(reading.document, preset, paper)}
    if paper is not None and not told["fits"]:
        told["pages"] = _divided(studio, reading.document, preset, paper, options)
    if options.report is not None:
        sheet = paper.sheet if paper is not None else sheet_called("A4")
        said = {"preset": preset, **to_builtins(studio.quality(reading.document, sheet)), **told}
        print(json.dumps(said, indent=2))
    if options.out is not None:
        save_atomically(options.out, graphml_bytes(reading, options.file, options.out))
    return 0


def _divided(studio: Studio, document: Document, preset: str, paper: Paper, options: Namespace) -> dict[str, object]:
    """What comes of dividing a chart that the paper doesn't hold; it is offered in words too."""
    reached = studio.quality(document, paper.sheet).smallest_pt
    pages = studio.pages(document, preset, paper, document.info.lang or "sv")
    smallest = round(min(page.smallest_pt for page in pages), 2)
    command = f"ledgraf export {options.file} -o {options.file.stem}.pdf --paper {options.paper} --pages"
    text = TOO_SMALL[language()].format(file=options.file, reached=reached, least=paper.smallest_pt)
    warn(text + DIVIDED[language()].format(count=len(pages), smallest=smallest, command=command))
    return {"count": len(pages), "smallest_pt": smallest}


def choose_lines(document: Document, style: LineStyle | None) -> None:
    """Let a document's lines be drawn so; None for as they are."""
    if style is not None:
        with document.transaction("lines") as step:
            step.put(with_lines(document.info, style))


def paper_asked(options: Namespace) -> Paper | None:
    """The paper that the command line asks to fit; None where it asks for none. ValueError where that is no paper."""
    if options.paper is None:
        return None
    sheet = sheet_called(options.paper, options.orientation == "portrait", options.margin)
    return Paper(sheet, smallest_pt=options.smallest)


def _export(arguments: Arguments) -> int:
    options = arguments.options
    target, layout = options.out, options.layout
    studio = Studio(the_vocabulary(), language())
    if target.suffix.lower() not in PICTURE_ENDINGS + OTHER_ENDINGS:
        return _unknown("export -o", str(target), (*PICTURE_ENDINGS, *OTHER_ENDINGS))
    if layout != "keep" and layout not in studio.presets:
        return _unknown("export --layout", layout, ("keep", *studio.presets))
    try:
        paper = paper_asked(options)
    except ValueError:
        return _unknown("export --paper", options.paper, PAPER_NAMES)
    if options.pages and (paper is None or target.suffix.lower() not in PAGED_ENDINGS):
        return _unknown("export --pages", "--pages", ("--paper with a .pdf or .svg file",))
    if options.pages and paper is not None:
        from editor.cli.paging import export_pages

        document = open_file(options.file).document
        choose_lines(document, options.lines)
        if options.as_of is not None:
            from editor.insight.lens import reduce_to_day

            reduce_to_day(document, options.as_of, "as of")
        lang = options.lang or document.info.lang or "sv"
        export_pages(studio, document, target, USUAL_PRESET if layout == "keep" else layout, paper, lang)
    elif options.compare is not None:
        _export_comparison(studio, options, paper)
    else:
        more = (options.as_of, paper, options.footnotes, options.lines)
        export_file(studio, options.file, target, layout, options.lang, *more)
    return 0


def _export_comparison(studio: Studio, options: Namespace, paper: Paper | None) -> None:
    from editor.pages.comparing import Picturing

    document = open_file(options.file).document
    choose_lines(document, options.lines)
    if options.layout != "keep":
        studio.lay_out(document, options.layout, paper)
    else:
        studio.place_unplaced(document, USUAL_PRESET)
    lang = options.lang or document.info.lang or "sv"
    first, last = options.compare
    picturing = Picturing(document, studio.vocabulary, lang, lambda shown: studio.maker(shown, lang), options.footnotes)
    drawing = picturing.beside(first, last) if options.side_by_side else picturing.between(first, last)
    save_atomically(options.out, studio.rendered(drawing, options.out.suffix.lower(), paper))


def export_file(
    studio: Studio,
    source: Path,
    target: Path,
    layout: str,
    lang: str | None,
    day: Span | None = None,
    paper: Paper | None = None,
    footnotes: bool = False,
    lines: LineStyle | None = None,
) -> None:
    """Write a file, as it is or as things were on a day, in the format that the target's ending names.

    paper: laid out to fit it, or shrunk to it where the places are kept.
    """
    reading = open_file(source)
    document = reading.document
    choose_lines(document, lines)
    ending = target.suffix.lower()
    if day is not None:
        from editor.insight.lens import reduce_to_day

        reduce_to_day(document, day, "as of")
    if layout != "keep":
        studio.lay_out(document, layout, paper)
    elif ending in PICTURE_ENDINGS:
        studio.place_unplaced(document, USUAL_PRESET)
    if ending in PICTURE_ENDINGS:
        if day is not None:
            from editor.insight.lens import mark_possible

            mark_possible(document, day, lang or document.info.lang or "sv", "as of")
        data = studio.picture(document, ending, lang or document.info.lang or "sv", paper, footnotes)
    elif ending in (".dot", ".gv"):
        from editor.interchange.dot import to_dot

        data = to_dot(document, studio.vocabulary).encode()
    elif ending == ".ttl":
        from editor.interchange.turtle import to_turtle  # RDF is asked for rarely and takes long to import

        data = to_turtle(document, studio.vocabulary).encode()
    else:
        data = graphml_bytes(reading, source, target)
    save_atomically(target, data)


def _demo(folder: Path) -> int:
    """A sample in the window; without a display, its pictures in a folder."""
    samples = load_samples()
    if not samples:
        raise UserError(
            {"sv": "Det finns inga exempel.", "en": "There are no samples."},
            {"sv": "Installera Ledgraf på nytt.", "en": "Install Ledgraf again."},
        )
    sample = samples[0]
    if has_display(os.environ, sys.platform):
        with quick_imports():
            from editor.app import run as run_window
        return run_window([sample.path])
    say(
        {
            "sv": f"Här finns ingen skärm: exemplet {sample.title} läggs ut och skrivs i stället till",
            "en": f"There is no display here: the sample {sample.title} is laid out and written instead, to",
        }
    )
    folder.mkdir(parents=True, exist_ok=True)
    studio = Studio(the_vocabulary(), language())
    for ending in DEMO_ENDINGS:
        target = folder / f"{sample.name}{ending}"
        export_file(studio, sample.path, target, USUAL_PRESET, None)
        print(f"  {target.resolve()}")
    return 0


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be shown: asked of the environment on Linux, taken for granted elsewhere."""
    if environment.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    if not platform.startswith("linux"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _unknown(option: str, word: str, known: tuple[str, ...]) -> int:
    print(f"ledgraf {option}: {word!r} is none of {', '.join(known)}", file=sys.stderr)
    return USAGE
