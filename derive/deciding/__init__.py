"""Deciding claims that no one prepared: proved, refuted or undecided.

Rooms, ground floor first: `claims` says what a claim is, `reading` and `writing` take it in and
give it out; `premises` lists what is known of the built-in functions; `stating` makes a statement
for the kernel; `supplying` guesses which premises are needed; `proving` searches; `refuting` finds
counterexamples; `decision` puts all together and answers with a `verdict`.
"""
