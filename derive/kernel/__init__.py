"""The kernel: terms, rules and certificates; the only code that one must trust.

It adds and multiplies typed terms over Q(i) and applies a handful of named rules.  It imports
the standard library alone.  Reading order: `atoms`, `exponents`, `terms`, `substitutions`,
`formulas`, `rules`, `certificates`.

References: J. Harrison, HOL Light (`fusion.ml`), for the abstract theorem type; N. Megill and
D. A. Wheeler, Metamath (`mmverify.py`), for rules short enough to read as mathematics;
C. Hofstadler, C. G. Raab and G. Regensburger (operator_gb), for certificates of typed operator
identities.
"""
