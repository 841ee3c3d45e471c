"""The vocabulary that is used: the one that travels with the program, and the user's own kinds after it."""

import tomllib
from pathlib import Path

import msgspec

from editor.errors import UserError
from editor.model.vocabulary import Vocabulary, load_vocabulary
from editor.storage.packaged import resources_dir
from editor.storage.settings import settings_path

NAME = "vocabulary.toml"


def own_vocabulary_path() -> Path:
    """Where a municipality puts kinds of its own: beside the settings."""
    return settings_path().with_name(NAME)


def the_vocabulary(own: Path | None = None) -> Vocabulary:
    """All kinds there are. UserError, naming the file and the entry, where the user's own file can't be understood."""
    base = packaged_vocabulary()
    path = own or own_vocabulary_path()
    try:
        return load_vocabulary(path, base)
    except FileNotFoundError:
        return base
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UserError(
            {
                "sv": f"Den egna ordlistan går inte att läsa: {error}.",
                "en": f"Your own vocabulary can't be read: {error}.",
            },
            {
                "sv": "Rätta filen eller flytta undan den; beskrivningen finns i Ledgrafs egen vocabulary.toml.",
                "en": "Correct the file or move it away; Ledgraf's own vocabulary.toml describes the format.",
            },
            where=str(path),
        ) from error


def packaged_vocabulary() -> Vocabulary:
    """The kinds that travel with the program."""
    return load_vocabulary(resources_dir() / NAME)
