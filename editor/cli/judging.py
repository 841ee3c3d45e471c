"""`ledgraf check` and `ledgraf diff`: what is pointed out in a structure, and what changed."""

import datetime
from argparse import Namespace
from collections.abc import Sequence
from typing import Any

import msgspec

from editor.cli.arguments import Arguments
from editor.cli.as_json import print_json
from editor.cli.opened import graphml_bytes, open_file
from editor.cli.words import language
from editor.errors import UserError
from editor.insight.comparing import compare
from editor.insight.hints.check import Hint, check_all, load_entries
from editor.insight.timing import on
from editor.insight.views import View, view
from editor.model.dismissals import dismiss, restore
from editor.model.document import Document
from editor.storage.files import save_atomically
from editor.storage.packaged import resources_dir
from editor.storage.vocabularies import the_vocabulary

NOTHING_FOUND = {"sv": "Inget att anmärka.", "en": "Nothing to point out."}
DISMISSED = {"sv": "Avfärdat: {} Skäl: {}", "en": "Dismissed: {} Reason: {}"}
NO_CHANGES = {"sv": "Ingen skillnad.", "en": "No difference."}


def check_file(arguments: Arguments) -> None:
    """Print the hints for a day; there is nothing wrong with a file that gets some, so the exit code is 0."""
    options = arguments.options
    lang = options.lang or language()
    reading = open_file(options.file)
    document = reading.document
    entries = load_entries(resources_dir() / "hints.toml")
    day = options.as_of or on(datetime.date.today())
    found = check_all(document, the_vocabulary(), entries, lang, day)
    if options.out is not None:
        _judge(document, found, options)
        save_atomically(options.out, graphml_bytes(reading, options.file, options.out))
        found = check_all(document, the_vocabulary(), entries, lang, day)
    hints, dismissed = ([hint for hint in found if (hint.reason is None) is is_open] for is_open in (True, False))
    if options.json:
        print_json({"hints": [_as_json(hint) for hint in hints], "dismissed": [_as_json(hint) for hint in dismissed]})
    else:
        told = [
            *map(_hint_line, hints),
            *(f"{DISMISSED[lang].format(hint.text, hint.reason)} ({_name(hint)})" for hint in dismissed),
        ]
        print("\n".join(told) or NOTHING_FOUND[lang])


def _judge(document: Document, found: Sequence[Hint], options: Namespace) -> None:
    """Dismiss a hint, or point one out again, as one step."""
    with document.transaction("check") as step:
        if options.dismiss is not None:
            hint = _meant(found, options.dismiss, "--dismiss")
            dismiss(document, step, hint.rule, hint.elements, options.because)
        if options.restore is not None:
            dismissed = [hint for hint in found if hint.reason is not None]
            hint = _meant(dismissed, options.restore, "--restore")
            restore(document, step, hint.rule, hint.elements)


def _meant(found: Sequence[Hint], words: Sequence[str], option: str) -> Hint:
    """The hint with this rule about these elements, where that says which one."""
    rule, *elements = words
    of_rule = [hint for hint in found if hint.rule == rule]
    meant = [hint for hint in of_rule if set(elements) == set(hint.elements)]
    meant = meant or [hint for hint in of_rule if set(elements) <= set(hint.elements)]
    if len(meant) == 1:
        return meant[0]
    listed = "; ".join(_name(hint) for hint in meant or found)
    raise UserError(
        {"sv": "Det är inte sagt vilket påpekande som menas.", "en": "It is not said which hint is meant."}
        if meant
        else {"sv": "Det påpekandet finns inte.", "en": "There is no such hint."},
        {"sv": f"Välj bland: {listed or '–'}.", "en": f"Choose one of: {listed or '–'}."},
        where=f"{option} {' '.join(words)}",
    )


def _name(hint: Hint) -> str:
    """How a hint is named for --dismiss and --restore."""
    return " ".join((hint.rule, *hint.elements))


def _as_json(hint: Hint) -> dict[str, Any]:
    """As `resources/check.schema.json` describes it: a reason only where it was dismissed."""
    said: dict[str, Any] = msgspec.to_builtins(hint)
    if hint.reason is None:
        del said["reason"]
    return said


def _hint_line(hint: Hint) -> str:
    law = f" [{hint.law}]" if hint.law else ""
    return f"{hint.text} {hint.advice}{law} ({_name(hint)})"


def _dismissed_line(hint: Hint, lang: str) -> str:
    return f"{DISMISSED[lang].format(hint.text, hint.reason)} ({_name(hint)})"


def diff(arguments: Arguments) -> None:
    """Print the changes from the one to the other."""
    options = arguments.options
    lang = options.lang or language()
    changes = compare(*_views(arguments), the_vocabulary(), lang)
    if options.json:
        print_json({"changes": [msgspec.to_builtins(change) for change in changes]})
    else:
        print("\n".join(change.text for change in changes) or NO_CHANGES[lang])


def _views(arguments: Arguments) -> tuple[View, View]:
    options, vocabulary = arguments.options, the_vocabulary()
    if options.days is not None:
        document = open_file(options.file).document
        return view(document, vocabulary, options.days[0]), view(document, vocabulary, options.days[1])
    old, new = open_file(options.file).document, open_file(options.new).document
    return view(old, vocabulary), view(new, vocabulary)
