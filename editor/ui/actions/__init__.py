"""The one list of actions, and the Qt actions made from it."""
