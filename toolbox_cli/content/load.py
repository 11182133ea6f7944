"""YAML files to one Catalogue; every problem of every file in one list."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from toolbox_cli.content.locate import COMPILED, data_folder
from toolbox_cli.content.overlay import blamed, joined, read_own
from toolbox_cli.content.read import Parsed, Place, parse_yaml, read_text
from toolbox_cli.content.records import Found, name_of, place_of, records_in
from toolbox_cli.errors import ContentError, Problem
from toolbox_cli.model.catalogue import Catalogue
from toolbox_cli.model.draft import Consideration, Drafts, Extra, NoDraft, Skeleton
from toolbox_cli.model.evidence import EvidenceRules
from toolbox_cli.model.fingerprint import Fingerprint
from toolbox_cli.model.history import ContentVersion
from toolbox_cli.model.law import Article, BoaMandate, Law, LegalCondition, MandateBan, MandateRule, Power, Standard
from toolbox_cli.model.measure import Document, Edition, Erratum, Measure, NamedFact, Partner, Practice, Rule, Ruling, Step
from toolbox_cli.model.personal import Personal
from toolbox_cli.model.procedure import Procedure
from toolbox_cli.model.profile import ProfileContent
from toolbox_cli.model.question import Contradiction, Question, Section
from toolbox_cli.model.relation import Relation
from toolbox_cli.model.report_card import ReportCard
from toolbox_cli.model.scheme import CurrentScheme, Scheme
from toolbox_cli.model.sharing import Sharing, SharingDefault, SharingRule
from toolbox_cli.model.term import Counting, Holiday, Protection
from toolbox_cli.model.told import CouncilText, ResidentAction, ResidentMeasure
from toolbox_cli.model.wording import Accepted, Wording


@dataclass(frozen=True)
class Part:
    """One list (or single record) of the catalogue: in which file, under which key, of which kind.

    A list that is `told` goes from one record to the next: with one that cannot be read, nothing can be said of the others.
    """

    field: str
    file: str
    key: str | None
    model: type[BaseModel]
    single: bool = False
    told: bool = False


PARTS = (
    Part("edition", "content.yaml", None, Edition, single=True),
    Part("history", "history.yaml", None, ContentVersion, told=True),
    Part("laws", "law.yaml", "laws", Law),
    Part("articles", "law.yaml", "articles", Article),
    Part("fingerprints", "fingerprints.yaml", "fingerprints", Fingerprint),
    Part("rulings", "sources.yaml", "rulings", Ruling),
    Part("documents", "sources.yaml", "documents", Document),
    Part("powers", "powers.yaml", "powers", Power),
    Part("conditions", "powers.yaml", "conditions", LegalCondition),
    Part("procedures", "procedures.yaml", "procedures", Procedure),
    Part("standards", "powers.yaml", "standards", Standard),
    Part("boa_mandates", "mandates.yaml", "boa", BoaMandate),
    Part("mandate_bans", "mandates.yaml", "bans", MandateBan),
    Part("mandate_rules", "mandates.yaml", "rules", MandateRule),
    Part("sharing", "sharing.yaml", "records", Sharing),
    Part("sharing_rules", "sharing.yaml", "rules", SharingRule),
    Part("sharing_default", "sharing.yaml", "default", SharingDefault, single=True),
    Part("sections", "questions.yaml", "sections", Section),
    Part("questions", "questions.yaml", "questions", Question),
    Part("contradictions", "questions.yaml", "contradictions", Contradiction),
    Part("facts", "rules.yaml", "facts", NamedFact),
    Part("rules", "rules.yaml", "rules", Rule),
    Part("steps", "rules.yaml", "steps", Step),
    Part("measures", "measures.yaml", None, Measure),
    Part("relations", "relations.yaml", None, Relation),
    Part("partners", "partners.yaml", None, Partner),
    Part("practices", "practices.yaml", None, Practice),
    Part("council_texts", "readers.yaml", "council", CouncilText),
    Part("resident_measures", "readers.yaml", "measures", ResidentMeasure),
    Part("resident_actions", "readers.yaml", "actions", ResidentAction),
    Part("errata", "errata.yaml", None, Erratum),
    Part("schemes", "schemes.yaml", "schemes", Scheme),
    Part("current_scheme", "schemes.yaml", "current", CurrentScheme, single=True),
    Part("wording", "wording.yaml", "wording", Wording, single=True),
    Part("accepted", "wording.yaml", "accepted", Accepted),
    Part("holidays", "terms.yaml", "holidays", Holiday),
    Part("protections", "terms.yaml", "protections", Protection),
    Part("counting", "terms.yaml", "counting", Counting, single=True),
    Part("drafts", "drafts.yaml", "drafts", Drafts, single=True),
    Part("draft_extras", "drafts.yaml", "draft_extras", Extra),
    Part("skeletons", "drafts.yaml", "skeletons", Skeleton),
    Part("no_drafts", "drafts.yaml", "no_drafts", NoDraft),
    Part("considerations", "drafts.yaml", "considerations", Consideration),
    Part("profile", "profile.yaml", None, ProfileContent, single=True),
    Part("report_card", "meldkaart.yaml", None, ReportCard, single=True),
    Part("personal", "personal.yaml", "personal", Personal, single=True),
    Part("evidence", "evidence.yaml", None, EvidenceRules, single=True),
)


@cache
def load_catalogue() -> Catalogue:
    """Return the content of this installation: validated when the package was built, otherwise read from the YAML files, once."""
    if not COMPILED.is_file():
        return read_catalogue(data_folder())
    try:
        with _no_garbage_collection():
            catalogue: Catalogue = pickle.loads(COMPILED.read_bytes())
            return catalogue
    except (pickle.UnpicklingError, AttributeError, ImportError, KeyError, TypeError):  # made with another pydantic
        return read_catalogue(data_folder())


def read_catalogue(folder: Path, *, own: Path | None = None, thorough: bool = False) -> Catalogue:
    """Read and check all files in `folder`, with those of a municipality in `own`; raises ContentError with every problem found.

    `thorough` also looks for what rots silently, once the content is sound enough to reason with; that takes a second or two.
    """
    from toolbox_cli.content.checks import check_catalogue

    problems: list[Problem] = []
    with _no_garbage_collection():
        added = read_own(own, PARTS, problems) if own is not None else {}
        files = _read_files(folder, problems)
        shipped = {part.field: records_in(part, files.get(part.file), problems) for part in PARTS}
        read = {part.field: joined(part, shipped[part.field], added.get(part.field), problems) for part in PARTS}
        catalogue = Catalogue.model_construct(**{field: found.records for field, found in read.items()})
        if added:
            catalogue = catalogue.with_own(record for field in added for record in read[field].records[len(shipped[field].records) :])
        faulty = frozenset(name for found in read.values() for name in found.faulty)
        broken = {part.field for part in PARTS if part.told and not read[part.field].complete}
        faults = tuple(fault for fault in check_catalogue(catalogue, faulty) if fault.field not in broken)
        if not faults and not problems and (thorough or added):
            from toolbox_cli.content.thorough import check_promises, check_thoroughly

            faults = check_thoroughly(catalogue) if thorough else check_promises(catalogue)
    problems += [_placed(fault.field, fault.index, fault.place, fault.what, files, read) for fault in faults]
    if problems and own is not None:
        read_catalogue(folder, thorough=thorough)  # what is wrong without the own content is told first, and alone
        problems = [blamed(problem, own) for problem in problems]
    if problems:
        raise ContentError(sorted(set(problems), key=lambda problem: (problem.file, problem.line or 0, problem.where, problem.what)))
    return catalogue


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Thousands of small records are made at once; looking for garbage between them doubles the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _read_files(folder: Path, problems: list[Problem]) -> dict[str, Parsed]:
    files = {}
    for name in dict.fromkeys(part.file for part in PARTS):
        try:
            shown = f"{folder.name}/{name}"
            files[name] = _parsed(read_text(folder / name, shown), shown)
        except ContentError as error:
            problems.extend(error.problems)
    return files


@lru_cache(maxsize=64)
def _parsed(text: str, shown: str) -> Parsed:
    """The values in a file, which nobody changes; two versions of the content have most files in common."""
    return parse_yaml(text, shown)


def _placed(field: str, index: int | None, inner: Place, what: str, files: Mapping[str, Parsed], read: Mapping[str, Found]) -> Problem:
    part = next(part for part in PARTS if part.field == field)
    parsed, place = files.get(part.file), place_of(part)
    if index is not None:
        parsed, at = read[field].places[index]
        place = (*place, at)
    assert parsed is not None  # a fault is in a record, and a record in a file that was read
    values: Any = parsed.values  # Any: already validated, only the name is wanted
    for step in place:
        values = values[step]
    where = ".".join(str(step) for step in (name_of(values), *inner) if step != "")
    return Problem(parsed.file, parsed.line_of((*place, *inner)), where, what)
