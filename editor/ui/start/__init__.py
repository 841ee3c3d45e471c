"""The page with samples and recent files."""
