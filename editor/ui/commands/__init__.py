"""What the actions do to the chart, the files and the program."""
