"""Frozen records of the content and the answers; no behaviour beyond look-up."""
