"""The actions of the menu for what is shown and how."""

from editor.ui.actions.action import Action, Menu
from editor.ui.actions.conditions import with_boxes, with_chart, with_selection

ACTIONS = (
    Action("fit", lambda w: w.views.fit(), "frame-corners", "Ctrl+0", with_boxes),
    Action("actual_size", lambda w: w.views.actual_size(), "", "Ctrl+1", with_boxes),
    Action("fit_selection", lambda w: w.views.fit_selection(), "", "Ctrl+2", with_selection),
    Action("zoom_in", lambda w: w.views.zoom_in(), "magnifying-glass-plus", "Ctrl++", with_chart),
    Action("zoom_out", lambda w: w.views.zoom_out(), "magnifying-glass-minus", "Ctrl+-", with_chart),
    Action("structure", lambda w: w.toggle_structure(), "list-bullets", "Ctrl+Shift+T", with_chart,
           lambda w: w.structure_dock.isVisible()),
    Action("inspector", lambda w: w.toggle_aside("properties"), "sliders-horizontal", "Ctrl+I", with_chart,
           lambda w: w.is_aside_shown("properties")),
    Action("history", lambda w: w.toggle_aside("history"), "clock-counter-clockwise", "Ctrl+Shift+Y", with_chart,
           lambda w: w.is_aside_shown("history")),
    Action("dates", lambda w: w.views.toggle_dates(), "calendar-blank", "Ctrl+Shift+D", with_chart,
           lambda w: w.views.has_dates),
    Action("minimap", lambda w: w.views.toggle_minimap(), "map-trifold", "", with_chart, lambda w: w.views.has_minimap),
    Action("paper", lambda w: w.views.toggle_paper(), "article", "", with_chart, lambda w: w.views.has_paper),
    Action("light", lambda w: w.program.choose_theme("light"), "sun", is_on=lambda w: w.program.theme == "light"),
    Action("dark", lambda w: w.program.choose_theme("dark"), "moon", is_on=lambda w: w.program.theme == "dark"),
    Action("system_theme", lambda w: w.program.choose_theme("system"), is_on=lambda w: w.program.theme == "system"),
    Action("swedish", lambda w: w.program.choose_language("sv"), "translate",
           is_on=lambda w: w.program.language == "sv"),
    Action("english", lambda w: w.program.choose_language("en"), is_on=lambda w: w.program.language == "en"),
    Action("system_language", lambda w: w.program.choose_language("system"),
           is_on=lambda w: w.program.language == "system"),
)  # fmt: skip

VIEW = Menu(
    "view",
    (
        "fit",
        "actual_size",
        "fit_selection",
        "zoom_in",
        "zoom_out",
        "",
        "structure",
        "inspector",
        "history",
        "dates",
        "minimap",
        "paper",
        "",
        "light",
        "dark",
        "system_theme",
        "",
        "swedish",
        "english",
        "system_language",
    ),
    ACTIONS,
)
