"""Which content a command works with: what is shipped, or with the municipality's own content added. The only place that knows."""

from __future__ import annotations

from contextvars import ContextVar, Token
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolbox_cli.model.catalogue import Catalogue

VARIABLE = "TOOLBOX_OWN"


class Source:
    """The shipped content, with the own content in a folder when there is one; read when it is needed, once."""

    def __init__(self, own: Path | None = None) -> None:
        self.own = own

    @cached_property
    def catalogue(self) -> Catalogue:
        """The content; raises ContentError that tells what is wrong with the own content."""
        from toolbox_cli.content import load
        from toolbox_cli.content.locate import data_folder
        from toolbox_cli.errors import ContentError

        if self.own is None:
            return load.load_catalogue()
        try:
            return load.read_catalogue(data_folder(), own=self.own)
        except ContentError as error:
            error.hint = error.hint or f"Pas uw eigen inhoud aan en controleer haar met: toolbox content check --own {self.own}"
            raise


_current: ContextVar[Source] = ContextVar("content")


def use_own(folder: Path | None) -> Token[Source]:
    """Let the command that follows work with this folder of own content; give what comes back to `forget`."""
    return _current.set(Source(folder))


def forget(token: Token[Source]) -> None:
    """End what `use_own` began."""
    _current.reset(token)


def own_folder() -> Path | None:
    """Return the folder with own content that was asked for; None when only the shipped content counts."""
    source = _current.get(None)
    return source.own if source is not None else None


def load_catalogue() -> Catalogue:
    """Return the content of this command; raises ContentError with every fault in the own content."""
    return (_current.get(None) or Source()).catalogue
