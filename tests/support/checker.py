"""What the Nu HTML checker is told of style sheets that are newer than it."""

#: It knows no size of what is not laid out yet (CSS Sizing 4), which all engines do.
NEWER = ("--filterpattern", ".*Property “contain-intrinsic-block-size” doesn't exist.*")
