"""The language in which the command line speaks to the user, and sentences that several commands need."""

import os
import sys
from collections.abc import Mapping

Texts = Mapping[str, str]


def language() -> str:
    """ "sv" where the system's messages are Swedish, else "en" (POSIX: LC_ALL before LC_MESSAGES before LANG)."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            return "sv" if value.lower().startswith("sv") else "en"
    return "en"


def say(texts: Texts) -> None:
    print(texts[language()])


def warn(line: str) -> None:
    """Something the user should know that is no error."""
    print(f"ledgraf: {line}", file=sys.stderr)
