"""The base of all records and the text types they share."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints


class Record(BaseModel):
    """A frozen record that refuses unknown fields.

    Not strict: the YAML reader hands over text only, so that a jurist never meets YAML's own ideas of types.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$")]
FormId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2)]
SourceRef = Annotated[
    str,
    StringConstraints(
        pattern=r"^(toolbox (\d(\.\d+)?|voorwoord|bijlage I)|art [a-z0-9-]+(:[0-9a-z]+(-[0-9a-z]+)?)?"
        r"|ECLI:[A-Z0-9:.]+|doc [a-z0-9-]+|eigen lezing|eigen bron [^;\n]{3,200}; gelezen \d{4}-\d{2}-\d{2})$"
    ),
]


class Statement(Record):
    """One thing said to the user, with where it comes from."""

    text: Text
    source: tuple[SourceRef, ...]


class Duration(Statement):
    """How long something lasts; `brief` fits in a table."""

    brief: Text
