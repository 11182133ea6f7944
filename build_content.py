"""Build hook: checks the content and puts it in the wheel, as YAML and compiled to JSON for a quick start."""

from __future__ import annotations

import json
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
        from toolbox_cli.content.load import read_catalogue
        from toolbox_cli.content.names import names_in

        catalogue = read_catalogue(root / "data")
        folder = Path(tempfile.mkdtemp())
        compiled, names = folder / "catalogue.json", folder / "names.json"
        compiled.write_text(catalogue.model_dump_json(by_alias=True, exclude_defaults=True), encoding="utf-8")
        names.write_text(json.dumps(names_in(catalogue)), encoding="utf-8")
        include = build_data["force_include"]
        include.update({str(path): f"toolbox_cli/data/{path.name}" for path in sorted((root / "data").glob("*.yaml"))})
        include[str(compiled)] = "toolbox_cli/data/catalogue.json"
        include[str(names)] = "toolbox_cli/data/names.json"
