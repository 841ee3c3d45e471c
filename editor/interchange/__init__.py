"""Every other format in and out."""
