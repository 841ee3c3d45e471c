"""`ledgraf ask`: a question about a structure and what it answers."""

import msgspec

from editor.cli.arguments import Arguments
from editor.cli.as_json import print_json
from editor.cli.opened import open_file
from editor.cli.words import language
from editor.errors import UserError
from editor.insight.answers import Answerer
from editor.insight.questions import Questions, Reading, load_questions
from editor.insight.replies import Answer, Reply
from editor.insight.timing import Span
from editor.insight.understanding import understood, with_day
from editor.storage.packaged import resources_dir
from editor.storage.vocabularies import the_vocabulary

NOT_STATED = {"sv": "Framgår inte.", "en": "Not stated."}
NOT_UNDERSTOOD = {
    "sv": "Framgår inte, så långt frågan går att förstå.",
    "en": "Not stated, as far as the question can be understood.",
}
UNKNOWN = {"sv": "Okända ord här: {}.", "en": "Words unknown here: {}."}
QUOTED = {"sv": "”{}”", "en": "“{}”"}
READ_AS = {"sv": "Läst som: {}", "en": "Read as: {}"}
NEAREST = {"sv": "Finns med liknande namn: {}.", "en": "There are similar names: {}."}
KNOWN = {
    "sv": "Inget svar på frågan, men det här står om det som nämns i den:",
    "en": "No answer to the question, but this is said of what it names:",
}
BASIS = {
    "sv": {"stated": "angivet", "interpreted": "tolkning", "unknown": "osäkert"},
    "en": {"stated": "stated", "interpreted": "interpreted", "unknown": "uncertain"},
}
POSSIBLY = {"sv": "möjligen", "en": "possibly"}
PARAGRAPH = {"sv": "stycke {}", "en": "paragraph {}"}


def ask(arguments: Arguments) -> None:
    """Print the answers, each with where it is stated."""
    options = arguments.options
    lang = options.lang or language()
    questions = load_questions(resources_dir() / "questions.toml")
    document = open_file(options.file).document
    if not options.question:
        print("\n".join(f"{id:<15} {question.ask[lang].format('X')}" for id, question in questions.by_id.items()))
        return
    sentence, day = _with_day(options.question, options.as_of, questions)
    answerer = Answerer(document, the_vocabulary(), lang, day, questions.wording)
    reply = answerer.read(read(sentence, questions, answerer))
    if options.json:
        print_json(as_json(reply))
    else:
        print("\n".join(_lines(reply, lang)))


def as_json(reply: Reply) -> dict[str, object]:
    """The reply as `resources/answer.schema.json` describes it."""
    return {**msgspec.to_builtins(reply), "stated": reply.is_stated}


def _with_day(words: list[str], day: Span | None, questions: Questions) -> tuple[list[str], Span | None]:
    """A day at the end of the sentence counts where none was given beside it."""
    sentence, said = with_day(" ".join(words), questions)
    return ([sentence], said) if day is None and said is not None and len(words) == 1 else (words, day)


def read(words: list[str], questions: Questions, answerer: Answerer) -> Reading:
    """The question and what it is about: by its name, else by its sentence, as a reading that names something."""
    if len(words) > 1 and words[0] in questions.by_id:
        return Reading(questions.by_id[words[0]], " ".join(words[1:]))
    reading = understood(" ".join(words), questions, answerer)
    if reading is None:
        raise UserError(
            {"sv": "Den frågan kan Ledgraf inte tolka.", "en": "Ledgraf can't make out this question."},
            {
                "sv": "Skriv ledgraf ask FIL utan fråga för att se vilka som finns.",
                "en": "Run ledgraf ask FILE without a question to see which there are.",
            },
            where=" ".join(words),
        )
    return reading


def _lines(reply: Reply, lang: str) -> list[str]:
    read_as = [READ_AS[lang].format(reply.read_as)] if reply.read_as else []
    if reply.answers:
        return [*read_as, *(_line(answer, lang) for answer in reply.answers)]
    silent = [NOT_STATED[lang] if reply.understood else NOT_UNDERSTOOD[lang]]
    if reply.unknown:
        silent.append(UNKNOWN[lang].format(", ".join(map(QUOTED[lang].format, reply.unknown))))
    nearest = [NEAREST[lang].format(", ".join(reply.nearest))] if reply.nearest else []
    known = [KNOWN[lang], *(f"  {_line(answer, lang)}" for answer in reply.known)] if reply.known else []
    return [*silent, *nearest, *known]


def _line(answer: Answer, lang: str) -> str:
    holders = f" – {', '.join(answer.holders)}" if answer.relation and answer.holders else ""
    marks = [POSSIBLY[lang]] if answer.present == "possibly" else []
    # That it is stated is worth a word where a source says so; a chart without sources states all it shows.
    marks += [BASIS[lang][answer.basis]] if answer.basis != "stated" or answer.paragraphs else []
    marks += [PARAGRAPH[lang].format(", ".join(map(str, answer.paragraphs)))] if answer.paragraphs else []
    return f"{answer.text.rstrip('.')}{holders}" + (f" [{', '.join(marks)}]" if marks else "")
