"""Tables become boxes, whatever wrote them; what is wrong with a row is told and nothing else is lost."""

import csv
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.errors import UserError
from editor.interchange.columns import ATTRIBUTE, guessed
from editor.interchange.tables import imported, read_table
from editor.model.structure import Structure
from editor.model.vocabulary import Kind, Vocabulary

VOCABULARY = Vocabulary(kinds={"committee": Kind("committee", {"sv": "Nämnd", "en": "Committee"})})
TEXT = "Namn;Överordnad;Slag;Chef;Antal;Läge\nKommunstyrelsen;;;Anna Ek;;\nMiljönämnden;kommunstyrelsen;nämnd;;3;Norr\n"


def tree(text: bytes, ending: str = ".csv") -> dict[str, str | None]:
    table = read_table(text, ending)
    document = imported(table, table.guess, VOCABULARY).document
    parent = Structure(document, VOCABULARY).parent
    names = {id: node.name for id, node in document.nodes.items()}
    return {names[id]: names[above] if above is not None else None for id, above in parent.items()}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_encodings_and_delimiters_are_recognised(encoding: str, delimiter: str) -> None:
    data = TEXT.replace(";", delimiter).encode(encoding)
    assert tree(data) == {"Kommunstyrelsen": None, "Miljönämnden": "Kommunstyrelsen"}


def test_cells_go_where_their_columns_belong() -> None:
    table = read_table(TEXT.encode(), ".csv")
    board, committee = imported(table, table.guess, VOCABULARY).document.nodes.values()
    assert board.facts.tenures[0].name == "Anna Ek"
    assert committee.kind == "committee" and committee.facts.count == 3 and committee.attributes == {"Läge": "Norr"}


def test_boxes_are_found_by_key_before_a_program_called_them_by_name() -> None:
    assert tree(b"id,Name,Manager id\n7,Board,\n9,Office,7\n") == {"Board": None, "Office": "Board"}


def test_a_table_without_headings_is_all_rows() -> None:
    table = read_table(b"Alfa;1\nBeta;2\n", ".csv")
    assert table.guess == ["name", ATTRIBUTE] and len(table.rows) == 2


def test_what_is_wrong_is_told_with_its_row() -> None:
    table = read_table(b"Namn;Under\nA;B\nB;A\nC;Ingen\n;A\nA;\n", ".csv")
    made = imported(table, table.guess, VOCABULARY)
    assert len(made.document.nodes) == 4
    told = sorted(problem.text["en"] for problem in made.problems)
    assert any("under itself" in text for text in told) and any("not in the table" in text for text in told)
    assert any("no name" in text for text in told) and any("several times" in text for text in told)
    assert all(problem.text["sv"] for problem in made.problems)


@pytest.mark.parametrize(
    ("data", "ending"), [(b"", ".csv"), (b"\n\n;;\n", ".csv"), (b"PK\x03\x04nonsense", ".xlsx"), (b"text", ".ods")]
)
def test_what_is_no_table_is_refused_in_words(data: bytes, ending: str) -> None:
    with pytest.raises(UserError):
        table = read_table(data, ending)
        imported(table, table.guess, VOCABULARY)


def test_columns_without_a_name_are_refused_in_words() -> None:
    table = read_table(TEXT.encode(), ".csv")
    with pytest.raises(UserError):
        imported(table, [ATTRIBUTE] * len(table.headings), VOCABULARY)


def test_each_field_is_guessed_once_and_there_is_always_a_name() -> None:
    assert guessed(["Namn", "Enhet", "Under"]) == ["name", ATTRIBUTE, "parent"]
    assert guessed(["Alfa", "Under"]) == ["name", "parent"]


def test_a_workbook_is_read() -> None:
    assert tree(workbook([["Namn", "Under"], ["Styrelsen", ""], ["Kontoret", "Styrelsen"]]), ".xlsx") == {
        "Styrelsen": None,
        "Kontoret": "Styrelsen",
    }


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8"), max_size=8), max_size=5), max_size=8))
def test_any_cells_are_taken_or_refused_in_words(cells: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows(cells)
    try:
        table = read_table(text.getvalue().encode(), ".csv")
        made = imported(table, table.guess, VOCABULARY)
    except UserError:
        return
    assert len(made.document.nodes) <= len(table.rows)


def workbook(rows: list[list[str]]) -> bytes:
    """A small .xlsx, written by hand: strings in the cells, one sheet."""
    cells = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>" for row in rows
    )
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
        f'ContentType="{sheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" '
        f'ContentType="{sheet}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{office}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{space}" xmlns:r="{office}"><sheets><sheet name="Blad1" sheetId="1" '
        'r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{space}"><sheetData>{cells}</sheetData></worksheet>',
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return data.getvalue()


def test_a_column_that_names_other_rows_says_whom_they_stand_under() -> None:
    table = read_table(b"Namn,Chef,Titel\nKommundirekt\xc3\xb6r,,D\nEkonomichef,Kommundirekt\xc3\xb6r,C\n", ".csv")
    assert table.guess == ["name", "parent", "attribute"]
    by_key = read_table(b"Id,Namn,Chef\n1,Nord,\n2,Syd,1\n", ".csv")
    assert by_key.guess == ["key", "name", "parent"]


def test_a_column_of_people_or_of_the_same_again_says_no_such_thing() -> None:
    assert read_table(b"Namn,Chef\nNord,Anna\nSyd,Bo\n", ".csv").guess == ["name", "holder"]
    assert read_table(b"Namn,Kortnamn\nNord,Nord\nSyd,Syd\n", ".csv").guess == ["name", "attribute"]
