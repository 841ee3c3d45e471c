"""Measuring and breaking lines of text: one protocol, a Qt implementation, a fixed-width one for tests."""
