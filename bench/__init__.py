"""Measurements: ours and the yardstick in turn, in one run, as ratios."""
