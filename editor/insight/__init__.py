"""What can be said of a structure: facts, sentences, outline."""
