"""The commands that draw nothing: info, convert, edit, facts, ask, check, diff, samples.

What only one of them needs, and takes long to import, is imported there.
"""

import gzip
from collections.abc import Callable, Mapping
from pathlib import Path

from editor.cli.arguments import Arguments
from editor.cli.as_json import print_json
from editor.cli.editing import carry_out
from editor.cli.information import information, information_lines
from editor.cli.opened import PACKED_ENDINGS, graphml_bytes, open_file
from editor.cli.words import language, say
from editor.errors import UserError
from editor.graphml.flat import write_flat
from editor.insight.facts import facts
from editor.model.document import Document
from editor.model.structure import Structure
from editor.storage.files import read_file, save_atomically
from editor.storage.help_pages import sample_page
from editor.storage.packaged import load_samples
from editor.storage.vocabularies import the_vocabulary

DOT_ENDINGS = (".dot", ".gv")
GRAPHML_ENDINGS = (".graphml", ".graphmlz", ".xml", ".gz")


def run(arguments: Arguments) -> int:
    """Carry out one of these commands and return its exit code."""
    COMMANDS[arguments.command](arguments)
    return 0


def _info(arguments: Arguments) -> None:
    said = information(arguments.options.file)
    if arguments.options.json:
        print_json(said)
    else:
        print("\n".join(information_lines(said, language())))


def _convert(arguments: Arguments) -> None:
    source, target = arguments.options.file, arguments.options.out
    save_atomically(target, converted(source, target, arguments.options.flat))


def converted(source: Path, target: Path, is_flat: bool = False) -> bytes:
    """What `target` would hold: the ending decides on the format."""
    ending = target.suffix.lower()
    if ending not in DOT_ENDINGS + GRAPHML_ENDINGS:
        raise UserError(
            {
                "sv": f"Formatet {ending or '(ingen ändelse)'} kan inte skrivas med convert.",
                "en": f"convert can't write {ending or 'a name without an ending'}.",
            },
            {
                "sv": "Skriv .graphml, .graphmlz eller .dot; bilder görs med ledgraf export.",
                "en": "Write .graphml, .graphmlz or .dot; ledgraf export makes pictures.",
            },
            where=str(target),
        )
    reading = open_file(source)
    if ending in DOT_ENDINGS:
        from editor.interchange.dot import to_dot

        return to_dot(reading.document, the_vocabulary()).encode()
    if is_flat:
        data = write_flat(reading.document)
        return gzip.compress(data, mtime=0) if ending in PACKED_ENDINGS else data
    return graphml_bytes(reading, source, target)


def _edit(arguments: Arguments) -> None:
    source, target = arguments.options.file, arguments.options.out
    reading = open_file(source)
    document, vocabulary = reading.document, the_vocabulary()
    before = Document(document.nodes.values(), document.edges.values(), document.info)
    for id in carry_out(arguments.operations, document, vocabulary, language()):
        print(id)
    if arguments.options.tidy is not None:
        from editor.cli.tidying import tidy  # needs fonts, which most edits don't

        told = tidy(document, before, vocabulary, language(), arguments.options.tidy)
        if arguments.options.report is not None:
            print_json(told)
    save_atomically(target, graphml_bytes(reading, source, target))


def _facts(arguments: Arguments) -> None:
    document = open_file(arguments.options.file).document
    vocabulary = the_vocabulary()
    print_json(facts(document, Structure(document, vocabulary), vocabulary, arguments.options.as_of))


def _samples(arguments: Arguments) -> None:
    folder: Path | None = arguments.options.copy
    if arguments.options.explain is not None:
        _explain(arguments.options.explain)
        return
    if folder is None:
        for sample in load_samples():
            print(f"{sample.name:<18} {sample.title}: {sample.about[language()]}")
        return
    _make(folder)
    for sample in load_samples():
        save_atomically(folder / sample.path.name, read_file(sample.path))
    count = len(load_samples())
    say({"sv": f"{count} exempel i {folder}", "en": f"{count} samples in {folder}"})


def _explain(name: str) -> None:
    names = [sample.name for sample in load_samples()]
    if name not in names:
        listed = ", ".join(names)
        raise UserError(
            {"sv": f"Det finns inget exempel {name}.", "en": f"There is no sample {name}."},
            {"sv": f"Välj bland {listed}.", "en": f"Choose one of {listed}."},
        )
    print(sample_page(name, language()).strip())


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            {"sv": f"Mappen kan inte skapas: {error.strerror}.", "en": f"The folder can't be made: {error.strerror}."},
            {"sv": "Välj en annan.", "en": "Choose another."},
            where=str(folder),
        ) from error


def _ask(arguments: Arguments) -> None:
    from editor.cli.asking import ask

    ask(arguments)


def _check(arguments: Arguments) -> None:
    from editor.cli.judging import check_file

    check_file(arguments)


def _diff(arguments: Arguments) -> None:
    from editor.cli.judging import diff

    diff(arguments)


COMMANDS: Mapping[str, Callable[[Arguments], None]] = {
    "info": _info,
    "convert": _convert,
    "edit": _edit,
    "facts": _facts,
    "ask": _ask,
    "check": _check,
    "diff": _diff,
    "samples": _samples,
}
