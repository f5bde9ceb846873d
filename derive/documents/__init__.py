"""Lectures as documents: Markdown with references to theorems becomes LaTeX notes and slides."""
