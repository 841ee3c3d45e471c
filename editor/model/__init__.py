"""The document: frozen records, changed only in transactions, every change one value."""
