"""Colours, type, icons and small parts that every pane is made of."""
