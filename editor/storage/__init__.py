"""Files and folders of the user: atomic saving, recent files, settings."""
