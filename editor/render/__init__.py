"""A Drawing replayed: on a painter, as SVG, PNG, PDF."""
