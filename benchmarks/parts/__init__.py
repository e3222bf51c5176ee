"""One benchmark per module: `measure(small)` gives its Result; with `small` it only shows that it works."""
