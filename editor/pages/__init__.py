"""Charts and sheets of paper: making a chart fit one, and dividing it among several."""
