"""Cases as dossiers, for documents to send: the examples, one of which hardly anything is known, and one with two problems."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from helpers import CASES, CATALOGUE, ROOT

from toolbox_cli.analysis.assess import assess
from toolbox_cli.analysis.case import answers_of, heard_in, problems_of
from toolbox_cli.analysis.profile import local_of
from toolbox_cli.analysis.receipt import Receipt
from toolbox_cli.content.case_file import case_in
from toolbox_cli.content.read import parse_yaml
from toolbox_cli.model.case import Case
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.profile import Profile
from toolbox_cli.reports.dossier import Dossier
from toolbox_cli.reports.origin import Record

ON = date(2026, 11, 30)
BARE = """\
toolbox: antwoorden
version: 2
answers:
  frequentie: wekelijks
  gedrag: [winkeldiefstal]
"""
TWO = """\
toolbox: antwoorden
version: 2
answers:
  locatie: in_gemeente
  apv_gebiedsverbod: ja
  apv_alcohol: nee
problems:
  winkels:
    title: Diefstal in het winkelgebied
    answers:
      frequentie: [{answer: wekelijks, source: politie, date: 2026-10-03}, {answer: soms, source: ondernemers}]
      gedrag: {answer: [winkeldiefstal, intimidatie], source: politie}
      plaats: [winkelgebied, vanuit_woning]
      vaste_plek: ja
      personen_bekend: {answer: ja, source: politie}
      leeftijd: {answer: [16_17], source: coa}
      dossier: {answer: nee, source: politie}
      ernstige_vrees: [{answer: ja, source: politie}, {answer: nee, source: coa}]
      orde_verstoord: ja
      oorzaken: [zorg]
      getroffen: [winkeliers]
      aangifte: {answer: soms, source: eigen_inschatting}
      winkels_samen: ja
      gevraagd: [hele_groep]
  station:
    title: Drinken bij het station
    answers:
      frequentie: wekelijks
      gedrag: [drankgebruik, rondhangen]
      plaats: [station]
      tijd: [avond]
      personen_bekend: nee
      groep: ja
      getroffen: [reizigers, omwonenden]
decisions:
  - {date: 2026-10-10, measure: toezicht/boa, decision: chosen, problem: station, reason: past bij de uren}
  - {date: 2026-10-11, measure: gebiedsverbod/172a, decision: chosen, problem: winkels, reason: de vrees is groot}
  - {date: 2026-10-12, measure: gebiedsverbod/apv, decision: dropped, problem: winkels, reason: het dossier is niet rond}
"""
TEXTS = {path.stem: path.read_text("utf-8") for path in CASES} | {"weinig-bekend": BARE, "twee-problemen": TWO}
_RECEIPT = Receipt("1.0", "2026.11", "inhoud", None, "antwoorden")


def dossier_of(name: str, profile: Profile | None = None, catalogue: Catalogue = CATALOGUE) -> Dossier:
    """Return one of the cases as a dossier, with a receipt that does not change with the content."""
    case = case_in(parse_yaml(TEXTS[name], name), catalogue).case
    return Dossier(case, tuple(_record(case, problem, profile, catalogue) for problem in problems_of(case)), profile, ON)


def alone(dossier: Dossier, number: int) -> Dossier:
    """Return the dossier with only one of its problems, as the only one there is."""
    return replace(dossier, records=(dossier.records[number],))


def example_profile() -> Profile:
    """Return the made-up profile of the examples."""
    from toolbox_cli.content.profile import read_profile

    return read_profile(ROOT / "examples" / "gemeenteprofiel-voorbeeld.yaml", CATALOGUE)


def _record(case: Case, problem: str, profile: Profile | None, catalogue: Catalogue) -> Record:
    local = None if profile is None else local_of(catalogue, profile, answers_of(catalogue, case, problem))
    said = {} if local is None else local.statements
    answers = answers_of(catalogue, case, problem, said)
    heard = heard_in(catalogue, case, problem, said)
    return Record(case.problem(problem), assess(catalogue, answers), heard, _RECEIPT, tuple(case.decided(problem)), local)
