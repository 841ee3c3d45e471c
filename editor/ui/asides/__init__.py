"""What can be had beside the chart on the right: answers to questions, hints, and the list of steps."""
