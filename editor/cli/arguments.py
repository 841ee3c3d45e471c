"""What may stand on the command line, and what `--help` says of it."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from editor import __version__
from editor.cli.operations import NotUnderstood, Operation, taken

if TYPE_CHECKING:
    from editor.insight.timing import Span

EXITS = "Exit codes: 0 done, 1 not possible with this input (one line says why), 2 the command was not understood."


class Arguments(NamedTuple):
    """A command that was understood; command "" opens the window."""

    command: str
    options: argparse.Namespace
    operations: list[Operation]


class Parser(argparse.ArgumentParser):
    """Says what it did not understand in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def parse(argv: Sequence[str]) -> Arguments:
    """Raises SystemExit: 0 after --help and --version, 2 for what can't be understood."""
    if not argv or argv[0] not in COMMANDS:
        return Arguments("", _window_parser().parse_args(argv), [])
    command, words = argv[0], list(argv[1:])
    about, fill = COMMANDS[command]
    parser = Parser(prog=f"ledgraf {command}", description=about, epilog=EXITS, allow_abbrev=False)
    fill(parser)
    operations: list[Operation] = []
    if command == "edit":
        try:
            operations, words = taken(words)
        except NotUnderstood as error:
            parser.error(str(error))
    options = parser.parse_intermixed_args(words)
    if command == "export":
        _check_export(parser, options)
    if command == "check":
        _check_check(parser, options)
    if command == "diff" and (options.new is None) == (options.days is None):
        parser.error("give two files, or one file and --days DATE DATE")
    return Arguments(command, options, operations)


def _check_export(parser: Parser, options: argparse.Namespace) -> None:
    """What of export's options goes together."""
    is_picture = options.out.suffix.lower() in PICTURE_ENDINGS
    if options.side_by_side and options.compare is None:
        parser.error("--side-by-side needs --compare DATE DATE")
    if options.compare is not None and options.as_of is not None:
        parser.error("give --compare or --as-of, not both")
    for option in ("compare", "footnotes"):
        if getattr(options, option) and not is_picture:
            parser.error(f"--{option} is for pictures: {', '.join(PICTURE_ENDINGS)}")


def _check_check(parser: Parser, options: argparse.Namespace) -> None:
    """What of `check` goes together."""
    is_writing = options.dismiss is not None or options.restore is not None
    if options.dismiss is not None and options.because is None:
        parser.error("--dismiss needs --because TEXT")
    if options.dismiss is None and options.because is not None:
        parser.error("--because needs --dismiss RULE ELEMENT")
    if is_writing and options.out is None:
        parser.error("--dismiss and --restore need -o OUT")
    if options.out is not None and not is_writing:
        parser.error("-o needs --dismiss or --restore")


def _window_parser() -> Parser:
    lines = [f"  {name:<9} {about}" for name, (about, _) in COMMANDS.items() if name != "demo"]
    parser = Parser(
        prog="ledgraf",
        description="Draw leadership structures: open the window with these files, or run a command without it.",
        epilog="\n".join(("commands (each has --help):", *lines, "", EXITS)),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="ledgraf [FILE ...]  |  ledgraf COMMAND ...",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"ledgraf {__version__}")
    parser.add_argument("files", metavar="FILE", nargs="*", type=Path, help="a .graphml or .graphmlz file to open")
    return parser


def _file(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="a .graphml or .graphmlz file")


def _out(parser: Parser, metavar: str, text: str) -> None:
    parser.add_argument("-o", "--out", metavar=metavar, type=Path, required=True, help=text)


def _info(parser: Parser) -> None:
    _file(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")


def _facts(parser: Parser) -> None:
    _file(parser)
    _as_of(parser, "whether each was there on this day: yes, no or possibly")
    parser.add_argument("--json", action="store_true", help="as JSON (resources/facts.schema.json describes it)")


def _lang(parser: Parser, text: str) -> None:
    parser.add_argument("--lang", choices=("sv", "en"), help=text)


def _as_of(parser: Parser, text: str) -> None:
    parser.add_argument("--as-of", metavar="DATE", type=_date, help=f"{text}; EDTF, such as 2009-01-01 or 2008-10")


def _date(text: str) -> "Span":
    from editor.insight.timing import span_of

    span = span_of(text)
    if span is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write 2009-01-01, 2008-10 or 2007-23 (autumn 2007)")
    return span


def _ask(parser: Parser) -> None:
    _file(parser)
    parser.add_argument(
        "question",
        metavar="QUESTION",
        nargs="*",
        help="a sentence such as 'Vem leder staben?', or a question's name and what it is about: leads Staben; "
        "without any, the questions are listed",
    )
    _as_of(parser, "what was so on this day")
    parser.add_argument("--json", action="store_true", help="as JSON (resources/answer.schema.json describes it)")
    _lang(parser, "language of the answer (default: the system's)")


def _check(parser: Parser) -> None:
    _file(parser)
    _as_of(parser, "as things were on this day (default: today)")
    parser.add_argument("--json", action="store_true", help="as JSON (resources/check.schema.json describes it)")
    _lang(parser, "language of the hints (default: the system's)")
    parser.add_argument(
        "--dismiss",
        metavar=("RULE", "ELEMENT"),
        nargs="+",
        help="point this hint out no more: its rule and the ids it is about, as they stand behind it",
    )
    parser.add_argument("--because", metavar="TEXT", help="why it does not apply here; kept in the file")
    parser.add_argument("--restore", metavar=("RULE", "ELEMENT"), nargs="+", help="point it out again; needs -o")
    parser.add_argument("-o", "--out", metavar="OUT", type=Path, help="the file to write; may be FILE itself")


def _diff(parser: Parser) -> None:
    parser.usage = "ledgraf diff OLD NEW | ledgraf diff FILE --days DATE DATE"
    parser.add_argument("file", metavar="OLD", type=Path, help="a .graphml or .graphmlz file")
    parser.add_argument("new", metavar="NEW", type=Path, nargs="?", help="the later one; not given with --days")
    parser.add_argument("--days", metavar="DATE", nargs=2, type=_date, help="compare two days of one file")
    parser.add_argument("--json", action="store_true", help="as JSON (resources/diff.schema.json describes it)")
    _lang(parser, "language of the changes (default: the system's)")


def _layout(parser: Parser) -> None:
    _file(parser)
    parser.add_argument("-o", "--out", metavar="OUT.graphml", type=Path, help="where to write the file")
    parser.add_argument("--preset", metavar="NAME", default=None, help="municipal, down, right … (default: municipal)")
    parser.add_argument(
        "--report",
        choices=("json",),
        help="say what the layout is like, in numbers (resources/quality.schema.json describes them)",
    )
    _lines(parser)
    parser.add_argument(
        "--arrows",
        choices=("down", "up"),
        help="whether lines without a kind point to who is below or to who is above (default: as the file says, else "
        "as they seem to)",
    )
    _paper(parser)


def _lines(parser: Parser) -> None:
    parser.add_argument(
        "--lines",
        choices=("orthogonal", "straight", "curved"),
        help="how lines are drawn; where a box stands in the way of a straight or curved one it keeps its corners "
        "(default: as the file says, else orthogonal)",
    )


def _paper(parser: Parser) -> None:
    """`--paper` is read by `sheet_of`."""
    parser.add_argument(
        "--paper", metavar="A4|A3|16:9|WxH", help="fit it on this: a sheet by its name, or millimetres as in 300x200"
    )
    parser.add_argument("--orientation", choices=("landscape", "portrait"), default="landscape")
    parser.add_argument("--margin", metavar="MM", type=float, default=10.0, help="on all sides (default: 10)")
    parser.add_argument(
        "--smallest", metavar="PT", type=float, default=8.0, help="the smallest text that is wanted (default: 8)"
    )


def _export(parser: Parser) -> None:
    _file(parser)
    _out(parser, "OUT", "the picture or file to write; its ending says what: .svg .pdf .png .graphml .dot .ttl")
    parser.add_argument(
        "--layout",
        metavar="keep|NAME",
        default="keep",
        help="keep the places of the file (default; a file without any is laid out), or lay out by a preset",
    )
    _lines(parser)
    _paper(parser)
    parser.add_argument(
        "--pages",
        action="store_true",
        help="with --paper: where it doesn't fit, an overview and a page for each unit (.pdf, or linked .svg files)",
    )
    _lang(parser, "language of the picture (default: the file's, else sv)")
    _as_of(parser, "only what was there on this day; what possibly was is drawn as such")
    parser.add_argument(
        "--compare",
        metavar="DATE",
        nargs=2,
        type=_date,
        help="what is new, gone and changed from the one day to the other, as one picture with a legend",
    )
    parser.add_argument("--side-by-side", action="store_true", help="with --compare: both days next to each other")
    parser.add_argument(
        "--footnotes", action="store_true", help="number boxes and lines, and list quotes and documents below the chart"
    )


def _convert(parser: Parser) -> None:
    parser.add_argument("file", metavar="IN", type=Path, help="a .graphml or .graphmlz file")
    parser.add_argument("out", metavar="OUT", type=Path, help="a .graphml, .graphmlz or .dot file to write")
    parser.add_argument(
        "--flat",
        action="store_true",
        help="plain attributes only, no nesting: for igraph, Gephi and scripts of your own",
    )


def _edit(parser: Parser) -> None:
    parser.usage = "ledgraf edit FILE OPERATION [OPERATION ...] -o OUT"
    _file(parser)
    _out(parser, "OUT", "the file to write; may be FILE itself")
    _operations(
        parser,
        "operations, any number, in their order, as one step; KIND may be '', @ as an ID is what was added last",
        {
            "--rename": ("ID", "TEXT"),
            "--move": ("ID", "X", "Y"),
            "--add": ("KIND", "NAME"),
            "--under": ("ID",),
            "--connect": ("KIND", "A", "B"),
            "--reparent": ("ID", "PARENT"),
            "--delete": ("ID",),
        },
    )
    _operations(
        parser,
        "where something is stated",
        {
            "--source": ("ID", "TITLE"),
            "--text": ("SOURCE", "FILE"),
            "--keep-text": ("SOURCE", "FILE"),
            "--drop-text": ("SOURCE",),
            "--fact": ("KIND", "SOURCE", "WORDS"),
            "--quote": ("ID", "SOURCE", "WORDS"),
            "--certainty": ("ID", "HOW"),
        },
    )
    _operations(
        parser,
        "changes of the organisation from a day on; nothing is overwritten, and what ends is linked to what begins",
        {
            "--merge": ("NAME", "ID", "ID"),
            "--split": ("ID", "NAME", "NAME"),
            "--dissolve": ("ID",),
            "--rename-from": ("ID", "NAME"),
            "--replace": ("POST", "NAME"),
            "--move-task": ("ID", "TASK", "ID"),
            "--appoint": ("POST", "PERSON"),
            "--vacate": ("POST",),
            "--and": ("MORE",),
            "--as-of": ("DATE",),
        },
    )
    parser.add_argument(
        "--tidy",
        choices=("branch", "all"),
        help="afterwards lay out anew the branches that were changed, others moving aside only where they must, or all",
    )
    parser.add_argument(
        "--report",
        choices=("json",),
        help="with --tidy: say what the layout is like, and how far boxes outside the tidied branches moved (moved_px)",
    )


def _operations(parser: Parser, title: str, options: Mapping[str, tuple[str, ...]]) -> None:
    group = parser.add_argument_group(title)
    for option, words in options.items():
        group.add_argument(option, nargs=len(words), metavar=words, help=OPERATIONS[option])


PICTURE_ENDINGS = (".svg", ".pdf", ".png")
OPERATIONS = {
    "--rename": "give a box or a relation another name",
    "--move": "put a box's top left corner at X, Y",
    "--add": "add a box",
    "--under": "(after --add or --fact) hang the new box under this one",
    "--connect": "draw a relation from A to B",
    "--reparent": "hang a box, with all below it, under another; '' = at the top",
    "--delete": "remove a box or a relation, and what hangs on it",
    "--source": "add a document that facts rest on; its ID may be ''",
    "--text": "look the words of --fact and --quote up in this text of a source, so that they get their paragraph",
    "--keep-text": "the same, and keep the text in the file, so that it is at hand where the file goes",
    "--drop-text": "keep the text of a source no more; what is quoted from it stays",
    "--fact": "add a box named by words of a source, which it quotes",
    "--quote": "say that a box or a relation rests on these words of a source",
    "--certainty": "say how sure a box or a relation is: stated, interpreted or unknown",
    "--merge": "let two elements (more with --and ID) end and one begin in their place",
    "--split": "let an element end and two (more with --and NAME) begin; what belonged to it goes with the first",
    "--dissolve": "let an element end; what hung under it hangs under its parent",
    "--rename-from": "let it be called so from the day on; the name before it stays for the time before",
    "--replace": "let a post end and another begin in its place; who held it does not go along",
    "--move-task": "let a task (its number in the box from 1, or its words) go from one element to another",
    "--appoint": "give a post a holder: a name, a name and party as 'Ada Ek (s)', or the id of a person in the file; "
    "with --and PERSON several at once; whoever held it leaves the day before",
    "--vacate": "let whoever holds a post leave it",
    "--and": "one more for --merge, --split or --appoint before it",
    "--as-of": "the first day of the changes before it, and of those after it that get no other; EDTF, such as "
    "2009-01-01 or 2008-10",
}


def _samples(parser: Parser) -> None:
    parser.add_argument("--copy", metavar="DIR", type=Path, help="copy the samples into this folder")
    parser.add_argument("--explain", metavar="NAME", help="walk through one of them: what to look at, which questions")


def _selftest(parser: Parser) -> None:
    parser.set_defaults(out=None)


def _demo(parser: Parser) -> None:
    _out(parser, "DIR", "where the pictures go if there is no display")


COMMANDS: Mapping[str, tuple[str, Callable[[Parser], None]]] = {
    "info": ("Say who wrote a file, what is in it, and what is kept but not shown.", _info),
    "layout": ("Lay a file out and write it.", _layout),
    "export": ("Write a picture of a file, or the file in another format.", _export),
    "convert": ("Read a file and write it, without a layout.", _convert),
    "edit": ("Change a file by hand: rename, move, add, …; or from a day on: merge, split, appoint, …", _edit),
    "facts": ("Write everything that a file states, for other programs.", _facts),
    "ask": ("Answer a question about the structure, and say what the answer rests on.", _ask),
    "check": ("Point out what the law, common sense or the data themselves speak against.", _check),
    "diff": ("Say in words what differs between two files, or between two days of one.", _diff),
    "samples": ("List the samples, or copy them.", _samples),
    "selftest": ("Open a sample, lay it out, export it, save it, and compare.", _selftest),
    "demo": ("Open a sample in the window; where there is no display, write its pictures instead.", _demo),
}
