"""The outline beside the chart."""
