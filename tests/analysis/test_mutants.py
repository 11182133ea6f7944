"""A fault in a rule is caught by the golden cases."""

import pytest
from golden import read_cases
from helpers import CATALOGUE
from mutants import Hunt, Mutant, changes, mutants, tally

from toolbox_cli.model.condition import AllOf, AtLeast, Condition, Fact, Is, Not

CASES = read_cases()
MADE = tuple(mutants(CATALOGUE))
FEWEST_CAUGHT = 0.97


def named(where: str, what: str) -> Mutant:
    return next(mutant for mutant in MADE if mutant.where == where and mutant.what == what)


def made_of(condition: Condition) -> list[str]:
    return [what for what, _ in changes(condition, CATALOGUE.question_by_id)]


@pytest.mark.slow
def test_the_cases_catch_at_least_ninety_seven_of_a_hundred_mutants() -> None:
    found = tally(CATALOGUE, CASES, MADE)
    missed = "\n".join(map(str, found.missed))

    assert found.score >= FEWEST_CAUGHT, f"{found.score:.1%} of {found.made - len(found.idle)} caught; missed:\n{missed}"


@pytest.mark.parametrize(
    ("where", "what"),
    [
        ("condition verlenging-aantal", "verlenging is nieuw/tot_derde/wijziging/…, also vierde"),
        ("fact twaalf_of_ouder", "leeftijd is 12_15/16_17/volwassen, also onder_12"),
        ("condition politie-tekent-niet", "tekent is politie, also burgemeester"),
        ("condition geen-apv", "AllOf instead of AnyOf: AnyOf(apv_gebiedsverbod is nee; apv_dekt_gedrag is nee)"),
        ("fact deur_172a", "dropped: deur_sanctie"),
        ("rule gebiedsverbod/172a", "without geen-om-aanwijzing"),
        ("power gemw-151b", "without overleg-ovj-151b"),
        ("indicated gebiedsverbod/apv", "dropped: verstoring_beoordeeld"),
        ("rule gebiedsverbod/apv", "without orde-geraakt"),
        ("power gemw-172a", "without ander-tekent-niet"),
        ("power gemw-176", "without betoging-176"),
        ("fact vrees_uitgelegd", "always met"),
        ("condition htl-voogd", "always met"),
        ("condition apv-niet-vooraf", "always met"),
        ("condition ernstige-vrees", "always met"),
    ],
)
def test_a_fault_that_matters_in_law_is_caught(where: str, what: str) -> None:
    assert Hunt(CATALOGUE, CASES).caught_by(named(where, what))


def test_without_cases_nothing_is_caught_and_that_is_told() -> None:
    fault = named("condition verlenging-aantal", "verlenging is nieuw/tot_derde/wijziging/…, also vierde")
    found = tally(CATALOGUE, (), [fault])

    assert (found.made, found.idle, found.missed, found.score) == (1, (), (fault,), 0.0)


def test_a_mutant_that_gives_the_same_truth_for_every_answer_is_no_fault() -> None:
    hunt = Hunt(CATALOGUE, ())

    assert hunt.changes_nothing(named("condition geen-lijst", "gevraagd is zwarte_lijst, also fotos"))  # seen only when it is asked for
    assert not hunt.changes_nothing(named("condition geen-lijst", "always met"))
    assert not hunt.changes_nothing(named("condition twaalf-jaar", "never met"))


def test_only_what_is_proven_to_change_nothing_counts_as_such() -> None:
    hunt = Hunt(CATALOGUE, CASES)
    some = [mutant for mutant in MADE[::40] if hunt.caught_by(mutant)]

    assert len(some) > 50
    assert [str(mutant) for mutant in some if hunt.changes_nothing(mutant)] == []


def test_a_leaf_is_turned_round_widened_and_narrowed() -> None:
    assert made_of(Is(question="frequentie", values=("wekelijks", "dagelijks"))) == [
        "always met",
        "never met",
        "turned round: frequentie is wekelijks/dagelijks",
        "frequentie is wekelijks/dagelijks, also geen",
        "frequentie is wekelijks/dagelijks, also soms",
        "frequentie is wekelijks/dagelijks, not wekelijks",
        "frequentie is wekelijks/dagelijks, not dagelijks",
    ]


def test_a_number_moves_by_one_both_ways() -> None:
    found = dict(changes(AtLeast(question="aantal_voorvallen", at_least=2), CATALOGUE.question_by_id))

    assert {condition.at_least for condition in found.values() if isinstance(condition, AtLeast)} == {1, 3}


def test_of_a_list_a_part_is_dropped_and_all_becomes_any() -> None:
    parts = (Fact(fact="overlast"), Not(part=Fact(fact="strafbaar")))

    assert made_of(AllOf(parts=parts))[2:] == [
        "turned round: AllOf(overlast; not (strafbaar))",
        "AnyOf instead of AllOf: AllOf(overlast; not (strafbaar))",
        "dropped: overlast",
        "turned round: overlast",
        "dropped: not (strafbaar)",
        "no longer turned round: not (strafbaar)",
        "turned round: strafbaar",
    ]


def test_a_mutant_leaves_the_catalogue_as_it_was() -> None:
    fault = named("power gemw-172a", "without dossier")

    assert "dossier" not in fault.catalogue.form_by_id["gebiedsverbod/172a"].condition_ids
    assert "dossier" in CATALOGUE.form_by_id["gebiedsverbod/172a"].condition_ids
