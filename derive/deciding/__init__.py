"""Deciding claims that no one prepared: proved, refuted or undecided.

Reading order: `expressions` and `problem` say what a claim is; `reading` reads one; `premises` lists
what is known of the built-in functions; `abstraction` makes kernel terms; `proving` searches and
certifies; `refuting` finds counterexamples; `decision` puts all together.
"""
