"""Ways of lines between boxes: at right angles, following a box that moves, around what stands in between."""
