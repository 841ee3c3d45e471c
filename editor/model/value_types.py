"""What the values of plain attributes can be, in GraphML's types, and how people write them."""

import math
import re

TYPES = ("string", "int", "double", "boolean")
"""Those that are offered for a new attribute, the commonest first."""
BITS = {"int": 31, "long": 63}
WHOLE = re.compile(r"[+-]?\d+")
BLANKS = str.maketrans("", "", " \u00a0\u202f")
YES, NO = "true", "false"


def as_type(text: str, type: str) -> str | None:
    """The text as a value of this type has to be written; None where it is none.

    Numbers may be written as people write them: `1 250,5` is 1250.5.
    """
    if type in BITS:
        number = text.translate(BLANKS).replace("\u2212", "-")
        return number if WHOLE.fullmatch(number) and abs(int(number)) < 2 ** BITS[type] else None
    if type in ("float", "double"):
        return _decimal(text.translate(BLANKS).replace("\u2212", "-"))
    if type == "boolean":
        return {"true": YES, "1": YES, "false": NO, "0": NO}.get(text.strip().lower())
    return text


def _decimal(text: str) -> str | None:
    if "_" in text:  # Python's own way of writing, which no other program reads
        return None
    number = text if "." in text else text.replace(",", ".")
    try:
        return number if math.isfinite(float(number)) else None
    except ValueError:
        return None
