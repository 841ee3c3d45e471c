"""Ledgraf: an editor for leadership structures, drawn as graphs and kept as GraphML."""

__version__ = "0.1.0"
