"""Refutation: values that satisfy every hypothesis exactly, where a claim certainly fails.

Reading order for scalars: `exact`, `quantities`, `elementary`, `balls` with what it evaluates by
other means (`majorants`, `tails`, `summation`, `integration`, `differentiation`, `limits`); then
`certainty` and the search: `points`, `hypotheses`, `functions`, `scalars`.
"""
