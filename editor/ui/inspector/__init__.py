"""Everything about the selection, as fields."""
