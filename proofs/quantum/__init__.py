"""Quantum mechanics by addition and multiplication: matrices, eigenvectors, measurements.

Main results: `quantum.matrix_product`, `quantum.orthogonality`, `quantum.expectation_value`,
`quantum.probabilities_sum_to_one`, `quantum.only_one_value`, `quantum.norm_preservation`.
"""
