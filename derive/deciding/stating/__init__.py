"""From a claim to a statement for the kernel: the code that says what is proved.

A mistake here, or in `derive.deciding.premises`, is a wrong answer; what lies in `proving` and
`supplying` cannot make one.  Reading order: `cases`, `bounding` and `splitting` write integers by
naturals; `matrices` unfolds explicit matrices; `abstraction` makes kernel terms, with `signs`,
`families` and `handling` for what depends on naturals and for functions and binders that are more
than an atom; `instances` and `numerics` make hypotheses of premises.
"""
