"""Where the content is: inside the installed package, or beside it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent

INSTALLED = _PACKAGE / "data"
CHECKOUT = _PACKAGE.parent / "data"
COMPILED = INSTALLED / "catalogue.pickle"
LOOKUPS = INSTALLED / "lookups.pickle"
NAMES = INSTALLED / "names.json"
HASH = INSTALLED / "content.hash"
PERSONAL = INSTALLED / "personal.pickle"


def data_folder() -> Path:
    """Return the folder with the YAML files of this installation."""
    return INSTALLED if INSTALLED.is_dir() else CHECKOUT
