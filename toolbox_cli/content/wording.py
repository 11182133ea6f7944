"""Validation faults in Dutch, for the person who edits the file."""

from collections.abc import Mapping
from typing import Any

_SAYINGS = {
    "missing": "dit veld ontbreekt; vul het in",
    "extra_forbidden": "dit veld bestaat niet; controleer de spelling of haal het weg",
    "string_type": "hier hoort tekst te staan",
    "tuple_type": "hier hoort een lijst te staan ([a, b] of regels met een streepje)",
    "too_short": "deze lijst is leeg; geef er ten minste één",
    "string_too_short": "deze tekst is leeg of te kort",
    "date_from_datetime_parsing": "dit is geen datum; schrijf jjjj-mm-dd, bijvoorbeeld 2022-05-01",
    "date_parsing": "dit is geen datum; schrijf jjjj-mm-dd, bijvoorbeeld 2022-05-01",
    "date_type": "dit is geen datum; schrijf jjjj-mm-dd, bijvoorbeeld 2022-05-01",
    "int_parsing": "dit is geen geheel getal",
    "bool_parsing": "schrijf true of false",
    "decimal_parsing": "dit is geen bedrag; schrijf bijvoorbeeld 50000",
    "union_tag_not_found": "dit is geen voorwaarde; schrijf question en is, fact, all, any, not of always",
    "union_tag_invalid": "dit is geen voorwaarde; schrijf question en is, fact, all, any, not of always",
    "model_type": "hier horen velden te staan, zoals id en text",
    "model_attributes_type": "hier horen velden te staan, zoals id en text",
}


def explain(fault: Mapping[str, Any]) -> str:  # Any: pydantic's error details
    """Return in Dutch what is wrong with one value and what would be right."""
    kind, context = fault["type"], fault.get("ctx", {})
    if kind in _SAYINGS:
        return _SAYINGS[kind]
    if kind == "string_pattern_mismatch":
        return f"'{fault['input']}' heeft niet de juiste vorm ({context.get('pattern')})"
    if kind in ("enum", "literal_error"):
        return f"'{fault['input']}' kan hier niet; kies uit {_dutch(context.get('expected', ''))}"
    if kind == "value_error":  # said in Dutch by the model itself
        return str(context["error"])
    if kind in ("greater_than_equal", "less_than_equal"):
        return f"'{fault['input']}' valt buiten de grenzen"
    return "deze waarde kan hier niet"


def _dutch(expected: str) -> str:
    return expected.replace(" or ", " of ")
