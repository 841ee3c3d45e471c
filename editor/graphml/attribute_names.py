"""Which names a new plain attribute can have: not those that a reader takes for something else."""

from editor.errors import UserError
from editor.graphml.keys import KEPT_ID, NAMES, OWN, PLACE


def check_name(name: str) -> None:
    """Raise UserError where an attribute of this name would be read as a name, an id, a place or one of Ledgraf's."""
    if not name:
        raise UserError(
            {"sv": "Uppgiften behöver ett namn.", "en": "The attribute needs a name."},
            {"sv": "Skriv till exempel ”budget”.", "en": "Write “budget”, for example."},
        )
    if name.lower().startswith(OWN):
        raise UserError(
            {
                "sv": "Namn som börjar med ”lg.” är Ledgrafs egna.",
                "en": "Names that begin with “lg.” are Ledgraf’s own.",
            },
            {"sv": "Välj ett annat namn.", "en": "Choose another name."},
        )
    if name.lower() in (*NAMES, *PLACE, KEPT_ID):
        raise UserError(
            {
                "sv": f"”{name}” läser andra program som rutans namn, id eller plats.",
                "en": f"Other programs read “{name}” as the name, id or place of a box.",
            },
            {"sv": "Välj ett annat namn.", "en": "Choose another name."},
        )
