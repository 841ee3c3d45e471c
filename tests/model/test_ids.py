"""New ids collide with nothing, and many at a time are found without trying all from the first on."""

from editor.model.ids import NewIds, new_id


def test_a_new_id_is_the_first_that_is_free() -> None:
    assert new_id("n", {"n0", "n1", "n3"}.__contains__) == "n2"
    assert new_id("n", set().__contains__, 7) == "n7"


def test_many_new_ids_are_those_that_one_by_one_would_be() -> None:
    taken, again = {"a2", "a5"}, {"a2", "a5"}
    numbers, asked = NewIds(), 0

    def is_taken(id: str) -> bool:
        nonlocal asked
        asked += 1
        return id in taken

    for prefix in ("a", "b", "a") * 200:
        id = numbers.new(prefix, is_taken, 2)
        assert id == new_id(prefix, again.__contains__, 2)
        taken.add(id)
        again.add(id)
    assert asked < 700, "each is asked for about once"
