"""From evidence to paper: an outline of plain values, then a page, a screen or a sheet of it."""
