"""What is asked of Graphviz, running it, and what came back."""
