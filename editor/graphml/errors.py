"""Why a file can't be opened or saved, in words for the user."""

from editor.errors import UserError

_KEEP = {
    "sv": "Filen är orörd. Öppna den i programmet som skrev den, eller be avsändaren om en hel fil.",
    "en": "The file is untouched. Open it in the program that wrote it, or ask its sender for a whole file.",
}


class GraphmlError(UserError):
    """A file that is no GraphML that can be opened safely."""

    @classmethod
    def of(cls, sv: str, en: str, line: int | None = None, column: int | None = None) -> "GraphmlError":
        place = f"line {line}, column {column}" if column is not None else f"line {line}" if line else ""
        return cls({"sv": sv, "en": en}, _KEEP, place)

    @classmethod
    def empty(cls) -> "GraphmlError":
        return cls.of("Filen är tom.", "The file is empty.")

    @classmethod
    def broken_gzip(cls) -> "GraphmlError":
        return cls.of("Den packade filen är avbruten eller skadad.", "The compressed file is cut short or damaged.")

    @classmethod
    def unknown_encoding(cls, name: str) -> "GraphmlError":
        return cls.of(
            f"Filen säger sig ha teckenkodningen {name}, som inte går att läsa säkert.",
            f"The file claims the encoding {name}, which can't be read safely.",
            1,
        )

    @classmethod
    def contradicted(cls, codec: str, name: str) -> "GraphmlError":
        return cls.of(
            f"Filen börjar som {codec} men säger sig vara {name}.",
            f"The file begins as {codec} but claims to be {name}.",
            1,
        )

    @classmethod
    def wrong_encoding(cls, codec: str, line: int) -> "GraphmlError":
        return cls.of(f"Texten är inte {codec}, som filen säger.", f"The text is not {codec}, as the file says.", line)
