"""What the steps that tools make are called in the history, in the user's language."""

Texts = dict[str, str]

MOVE: tuple[Texts, Texts] = ({"sv": "Flytta ruta", "en": "Move box"}, {"sv": "Flytta {} rutor", "en": "Move {} boxes"})
RESIZE: tuple[Texts, Texts] = (
    {"sv": "Ändra rutans storlek", "en": "Resize box"},
    {"sv": "Ändra {} rutors storlek", "en": "Resize {} boxes"},
)
DELETE: tuple[Texts, Texts] = ({"sv": "Ta bort", "en": "Delete"}, {"sv": "Ta bort {} delar", "en": "Delete {} items"})
RENAME: Texts = {"sv": "Byt namn", "en": "Rename"}
ADD: Texts = {"sv": "Lägg till ruta", "en": "Add box"}
CONNECT: Texts = {"sv": "Dra relation", "en": "Draw relation"}
MOVE_UNDER: Texts = {"sv": "Flytta gren", "en": "Move branch"}
UNDER: Texts = {"sv": "Under {}", "en": "Under {}"}
INTO_GROUP: Texts = {"sv": "In i {}", "en": "Into {}"}
AT_TOP: Texts = {"sv": "Överst, utan överordnad", "en": "At the top, under nobody"}
ATTACH: Texts = {"sv": "Fäst linjen i en annan ruta", "en": "Attach the line to another box"}
BEND: Texts = {"sv": "Ändra linjens väg", "en": "Change the line’s way"}
COLLAPSE: Texts = {"sv": "Fäll ihop", "en": "Collapse"}
EXPAND: Texts = {"sv": "Fäll ut", "en": "Expand"}
NEW_NAME: Texts = {"sv": "Ny ruta", "en": "New box"}


def one(texts: Texts, lang: str) -> str:
    return texts.get(lang) or texts["en"]


def counted(forms: tuple[Texts, Texts], count: int, lang: str) -> str:
    """The first form for one, the second with the number in it for more."""
    return one(forms[0], lang) if count == 1 else one(forms[1], lang).format(count)
