"""For whom a version of an advice is written."""

from __future__ import annotations

from toolbox_cli.model.question import Circle

Reader = Circle  # who reads a version may read the answers that are told to that circle or a larger one
