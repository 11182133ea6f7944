"""Three values: yes, no, unknown."""

from enum import Enum
from typing import NoReturn


class Truth(Enum):
    """Whether something holds. Unknown is neither yes nor no, so a Truth cannot be used as a bool."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    def __bool__(self) -> NoReturn:
        raise TypeError("Truth has three values; compare with `is`")


NEGATED = {Truth.YES: Truth.NO, Truth.NO: Truth.YES, Truth.UNKNOWN: Truth.UNKNOWN}
