"""What boxes are coloured by: values with colours, numbers in steps, kept with the document and undone as one step."""

from hypothesis import given
from hypothesis import strategies as st

from editor.graphml.reading import read_graphml
from editor.graphml.writing import new_baseline, write_graphml
from editor.model.document import Document
from editor.model.records import Facts, Info, Node
from editor.model.style_rules import ATTRIBUTE, PREFIX, choices, new_rule, rule_of, set_rule, step_name
from editor.model.vocabulary import Vocabulary

PLAIN = Vocabulary()


def chart(*values: str) -> Document:
    return Document(Node(f"n{n}", str(n), attributes={"Läge": value}) for n, value in enumerate(values))


def test_only_what_somebody_says_is_on_offer() -> None:
    document = Document([Node("a", kind="post", facts=Facts(status="planned")), Node("b", attributes={"Läge": "Norr"})])
    assert choices(document, PLAIN) == ["kind", "status", PREFIX + "Läge"]


def test_the_most_frequent_value_gets_the_first_colour() -> None:
    document = chart("Syd", "Norr", "Norr")
    rule = new_rule(document, PLAIN, PREFIX + "Läge")
    assert list(rule.colors) == ["Norr", "Syd"] and len(set(rule.colors.values())) == 2


def test_many_numbers_are_put_into_steps_and_every_number_into_one() -> None:
    document = chart(*(str(number) for number in range(100)))
    rule = new_rule(document, PLAIN, PREFIX + "Läge")
    assert 3 <= len(rule.colors) <= 5
    assert all(rule.value(node, PLAIN) in rule.colors for node in document.nodes.values())


def test_it_travels_in_the_file_and_is_undone() -> None:
    document = chart("Norr", "Syd")
    with document.transaction("rule") as step:
        set_rule(document, step, new_rule(document, PLAIN, PREFIX + "Läge"))
    back = read_graphml(write_graphml(document, new_baseline())).document
    assert rule_of(back.info) == rule_of(document.info) is not None
    document.undo()
    assert rule_of(document.info) is None and ATTRIBUTE not in document.info.attributes


def test_a_rule_that_cannot_be_understood_is_kept() -> None:
    document = Document(info=Info(attributes={ATTRIBUTE: "{nonsense"}))
    assert rule_of(document.info) is None
    assert read_graphml(write_graphml(document, new_baseline())).document.info.attributes[ATTRIBUTE] == "{nonsense"


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=5, unique=True), st.floats(-1e7, 1e7))
def test_a_number_falls_into_exactly_one_step(bounds: list[float], number: float) -> None:
    steps = tuple(sorted(bounds))
    names = {step_name(steps, bound) for bound in (*steps, steps[-1] + 1)}
    assert step_name(steps, number) in names
