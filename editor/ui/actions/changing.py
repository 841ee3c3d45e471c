"""The actions that change an organisation from a day on, and those about the persons in it."""

from editor.ui.actions.action import Action
from editor.ui.actions.conditions import with_one_box, with_selected_boxes, with_two_boxes

CHANGE_ACTIONS = (
    Action("merge", lambda w: w.changing.merge(), "git-merge", when=with_two_boxes),
    Action("split", lambda w: w.changing.split(), "git-fork", when=with_one_box),
    Action("rename_from", lambda w: w.changing.rename_from(), "pencil-line", when=with_one_box),
    Action("replace_post", lambda w: w.changing.replace_post(), "swap", when=lambda w: w.changing.has_post),
    Action("dissolve", lambda w: w.changing.dissolve(), "sign-out", when=with_selected_boxes),
    Action("move_task", lambda w: w.changing.move_task(), "arrow-bend-up-right", when=lambda w: w.changing.has_task),
    Action("appoint", lambda w: w.changing.appoint(), "user-plus", when=lambda w: w.changing.has_post),
    Action("vacate", lambda w: w.changing.vacate(), "user-minus", when=lambda w: w.changing.has_holder),
)
PERSONS = (
    Action("select_person", lambda w: w.persons.select_posts(), "users", when=lambda w: w.persons.has_holder),
    Action("join_persons", lambda w: w.persons.join(), "user-plus", when=lambda w: w.persons.can_join),
    Action("part_persons", lambda w: w.persons.part(), "user-minus", when=lambda w: w.persons.can_join),
    Action("person_box", lambda w: w.persons.show_box(), "identification-card", when=lambda w: w.persons.has_holder),
)
CHANGES = ("merge", "split", "rename_from", "replace_post", "dissolve", "move_task", "", "appoint", "vacate", "")
PERSON_IDS = tuple(action.id for action in PERSONS)
ACTIONS = (*CHANGE_ACTIONS, *PERSONS)
