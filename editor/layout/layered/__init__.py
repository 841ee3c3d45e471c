"""Charts that are no tree, in layers: each box below those whose lines come to it, long lines led between the boxes."""
