"""Results of the lectures, proved line by line.

One short file per result, one folder per subject; the file `landau/degeneracy.py` holds the theorem
`landau.degeneracy` under the name `degeneracy`.  All share the symbols of `notation` and cite the
lectures through `sources`.

Main results: `landau.degeneracy`, `hall.resistivity`, `hall.von_klitzing`,
`quantum.orthogonality`, `symmetry.commutation`.
"""
