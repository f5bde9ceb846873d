"""The search for proofs of stated claims; nothing that it finds is trusted before it is replayed.

`proof` puts all together.  The other modules each know one way to prove something: by induction
(`sequential`, `inducting`, `unfolding`, `descending`, `growth`), by orders (`orders`,
`positivity`, `cone`), entry by entry (`entrywise`), and so on.
"""
