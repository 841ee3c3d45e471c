"""The picture of a document as plain values: blocks of shapes and broken text with resolved colours."""
