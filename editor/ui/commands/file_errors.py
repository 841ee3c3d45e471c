"""What the window says of files beyond what reading and writing them says."""

from pathlib import Path

from editor.errors import UserError


def gone(path: Path) -> UserError:
    """A recent file that is no longer where it was."""
    return UserError(
        {"sv": "Filen finns inte längre där.", "en": "The file is no longer there."},
        {
            "sv": "Den har tagits bort från listan. Har den flyttats, öppna den från sin nya plats.",
            "en": "It has been taken off the list. If it was moved, open it from its new place.",
        },
        where=str(path),
    )


def open_elsewhere(path: Path) -> UserError:
    """A name to save under that another tab's file has."""
    return UserError(
        {"sv": "Den filen är öppen i en annan flik.", "en": "That file is open in another tab."},
        {
            "sv": "Välj ett annat namn, eller stäng den fliken först.",
            "en": "Choose another name, or close that tab first.",
        },
        where=str(path),
    )


def not_a_local_file(address: str) -> UserError:
    """Something was dropped that has no path on this computer."""
    return UserError(
        {
            "sv": "Det som släpptes är ingen fil på den här datorn.",
            "en": "What was dropped is no file on this computer.",
        },
        {"sv": "Spara ner det först och öppna det sedan.", "en": "Save it to a folder first, then open it."},
        where=address,
    )
