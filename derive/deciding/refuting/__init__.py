"""Refutation: values that satisfy every hypothesis exactly, where a claim certainly fails.

Reading order for scalars: `exact`, `quantities`, `elementary`, `balls` with what it evaluates by
other means (`summation`, `integration`, `differentiation`, `limits`); then the search: `points`,
`hypotheses`, `scalars`.
"""
