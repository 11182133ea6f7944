"""A made-up folder of own content, to copy and change; the check holds it to the same rules as any other."""

from __future__ import annotations

from pathlib import Path

from toolbox_cli.errors import ToolboxError, in_dutch

EXAMPLE = Path(__file__).resolve().parent


def write_example(folder: Path) -> tuple[Path, ...]:
    """Write the example in a new or empty folder and return its files; raises ToolboxError when the folder holds anything."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ToolboxError(f"{folder} bestaat al en is niet leeg", "Kies een nieuwe map; toolbox schrijft nooit over iets heen.")
    try:
        folder.mkdir(exist_ok=True)
        return tuple(_copied(path, folder / path.name) for path in sorted(EXAMPLE.glob("*.yaml")))
    except OSError as error:
        raise ToolboxError(
            f"{folder} kan niet worden gemaakt ({in_dutch(error)})", "Kies een nieuwe map op een plaats waar u mag schrijven."
        ) from None


def _copied(path: Path, target: Path) -> Path:
    with target.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(path.read_text("utf-8"))
    return target
