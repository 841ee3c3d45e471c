"""Questions that no pattern fits: what they ask for, which question they hint at, what is stated in their words."""
