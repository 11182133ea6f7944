"""What can go wrong, in words for the person who can mend it."""

import errno
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One fault in a file: where it stands and what would be right."""

    file: str
    line: int | None
    where: str
    what: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return ": ".join(part for part in (place, self.where, self.what) if part)


_CAUSES = {
    errno.EACCES: "geen toegang",
    errno.EPERM: "geen toegang",
    errno.ENOENT: "de map of het bestand bestaat niet",
    errno.EEXIST: "er is al een bestand met deze naam",
    errno.EISDIR: "dit is een map",
    errno.ENOTDIR: "een deel van de naam is geen map",
    errno.ENOSPC: "de schijf is vol",
    errno.EROFS: "deze schijf is alleen te lezen",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ENODEV: "dit is geen gewoon bestand",
}


def in_dutch(error: OSError) -> str:
    """Return why the system could not do something."""
    return _CAUSES.get(error.errno or 0, f"systeemfout {error.errno}")


def install_hint(extra: str) -> str:
    """Return how to get the libraries of an extra; in double quotes, which every shell understands, also that of Windows."""
    return f'Installeer met: pip install "toolbox-cli[{extra}]" (of vraag het uw systeembeheer).'


class ToolboxError(Exception):
    """A fault the user can mend; `exit_code` follows the table in the README."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(ToolboxError):
    """The command was used wrongly, or an answer is needed and nobody can be asked."""

    exit_code = 2


class NotFoundError(ToolboxError):
    """Nothing by that name; the hint names the nearest ones."""

    exit_code = 4


class RefusedError(ToolboxError):
    """The law does not allow what was asked; the hint gives the ground and the lawful route.

    Exit code 1, not 4: another spelling will not help, it is the request itself that cannot be.
    """


class ContentError(ToolboxError):
    """One or more files have faults; all of them are listed."""

    def __init__(self, problems: Sequence[Problem], message: str = "") -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        super().__init__(message or ("1 fout gevonden" if count == 1 else f"{count} fouten gevonden"))
