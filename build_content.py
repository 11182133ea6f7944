"""Build hook: checks the content and puts it in the wheel, as YAML and ready-made for a quick start."""

from __future__ import annotations

import json
import pickle
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ContentHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own generic is not exported
    """A broken content file fails the build."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from toolbox_cli.content.hash import content_hash
        from toolbox_cli.content.load import read_catalogue
        from toolbox_cli.content.names import names_in
        from toolbox_cli.reports.lookups import compose_lookup, lookup_keys
        from toolbox_cli.search.guard import guard_of
        from toolbox_cli.search.personal_words import personal_words
        from toolbox_cli.search.text import index_of

        catalogue = read_catalogue(root / "data", thorough=True)
        compiled = pickle.dumps(catalogue, 5)  # before the look-ups, which keep indexes in the catalogue
        folder = Path(tempfile.mkdtemp())
        documents = {key: pickle.dumps(compose_lookup(catalogue, key), 5) for key in lookup_keys(catalogue)}
        made = {
            "catalogue.pickle": compiled,
            "lookups.pickle": pickle.dumps((index_of(catalogue), documents, guard_of(catalogue.wording)), 5),
            "personal.pickle": pickle.dumps(personal_words(catalogue), 5),
            "names.json": json.dumps(names_in(catalogue)).encode(),
            "content.hash": content_hash(root / "data").encode(),
        }
        include = build_data["force_include"]
        include.update({str(path): f"toolbox_cli/data/{path.name}" for path in sorted((root / "data").glob("*.yaml"))})
        for name, content in made.items():
            (folder / name).write_bytes(content)
            include[str(folder / name)] = f"toolbox_cli/data/{name}"
