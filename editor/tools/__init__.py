"""Gestures as states on plain pointer and key events."""
