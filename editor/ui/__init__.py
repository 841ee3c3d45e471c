"""Windows, panes, dialogs and the one list of actions."""
