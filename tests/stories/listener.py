"""What a screen reader is given over AT-SPI, as JSON on the standard output. Runs with the system's Python and pyatspi.

Started as `python3 listener.py CHART MANY` beside the program: waits until the list called CHART has at least MANY
entries, then says each one's role, name, description and states.
"""

import json
import sys
import time

import pyatspi

PATIENCE_S = 45


def below(accessible):
    yield accessible
    for number in range(accessible.childCount):
        child = accessible[number]
        if child is not None:
            yield from below(child)


def chart(name, many):
    """The list of the canvas, once it is filled."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        time.sleep(0.5)
        desktop = pyatspi.Registry.getDesktop(0)
        for number in range(desktop.childCount):
            for accessible in below(desktop[number]):
                is_chart = accessible.getRole() == pyatspi.ROLE_LIST and accessible.name == name
                if is_chart and accessible.childCount >= many:
                    return accessible
    raise SystemExit(f"no list {name!r} with {many} entries in {PATIENCE_S} s")


def said(accessible):
    states = [pyatspi.stateToString(state) for state in accessible.getState().getStates()]
    area = accessible.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return {
        "role": accessible.getRoleName(),
        "name": accessible.name,
        "description": accessible.description,
        "states": states,
        "size": [area.width, area.height],
    }


found = chart(sys.argv[1], int(sys.argv[2]))
print(json.dumps([said(found[number]) for number in range(found.childCount)]))
