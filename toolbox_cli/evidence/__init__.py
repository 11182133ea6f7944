"""Incident and survey data: counts, patterns and what they do not say. Pure; polars and numpy only inside functions."""
