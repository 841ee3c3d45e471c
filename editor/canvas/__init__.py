"""The canvas: change sets become a picture, Qt events become tool events."""
