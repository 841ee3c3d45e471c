"""GraphML in and out without loss: bytes become a document and a baseline, both become bytes again."""
