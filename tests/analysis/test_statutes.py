"""Two texts of a made-up article: what changed in words, what in structure."""

from datetime import date

import pytest
from helpers import CATALOGUE
from hypothesis import given
from hypothesis import strategies as st

from toolbox_cli.analysis.citations import FORMS, hanging_on
from toolbox_cli.analysis.law_text import parts_of, written
from toolbox_cli.analysis.statutes import Act, Comparison, Difference, State, StatuteText, Why, compare, difference
from toolbox_cli.model.fingerprint import Fingerprint

OLD = "1. De poort is open.\n2. De wachter sluit haar:\na. bij storm;\nb. bij mist.\n3. De schout houdt toezicht."
READ, LATER = date(2022, 5, 1), date(2026, 6, 4)


def between(old: str, new: str) -> Difference:
    return difference(parts_of(old), parts_of(new))


def test_the_same_text_is_unchanged() -> None:
    assert between(OLD, OLD).state is State.UNCHANGED


def test_other_words_are_a_change_of_text_in_that_part_only() -> None:
    found = between(OLD, OLD.replace("bij mist", "bij dichte mist"))

    assert (found.state, found.changed) == (State.TEXT, (("2-b", "2-b"),))


def test_a_new_lid_at_the_end_is_a_change_of_structure() -> None:
    found = between(OLD, OLD + "\n4. Het loon is een penning.")

    assert (found.state, found.added, found.changed) == (State.STRUCTURE, ("4",), ())


def test_a_lid_that_is_gone_is_a_change_of_structure() -> None:
    found = between(OLD, OLD.split("\n3.")[0])

    assert (found.state, found.removed) == (State.STRUCTURE, ("3",))


def test_a_lid_put_in_between_renumbers_those_behind_it() -> None:
    new = OLD.replace("\n3.", "\n4.").replace("\n2.", "\n2. Zij is van hout.\n3.")
    found = between(OLD, new)

    assert found.state is State.STRUCTURE
    assert found.renumbered == (("2", "3"), ("2-a", "3-a"), ("2-b", "3-b"), ("3", "4"))
    assert (found.added, found.removed, found.changed) == (("2",), (), ())


def test_a_letter_changed_in_a_lid_that_moved_is_both() -> None:
    new = OLD.replace("\n3.", "\n4.").replace("\n2.", "\n2. Zij is van hout.\n3.").replace("bij mist", "bij dichte mist")
    found = between(OLD, new)

    assert (found.state, found.changed, found.added) == (State.STRUCTURE, (("2-b", "3-b"),), ("2",))


def test_two_leden_that_changed_places_are_a_change_of_structure() -> None:
    found = between("1. De poort.\n2. De brug.", "1. De brug.\n2. De poort.")

    assert (found.state, found.renumbered) == (State.STRUCTURE, (("1", "2"), ("2", "1")))


def test_leden_in_another_order_are_a_change_of_structure() -> None:
    found = between("1. De poort.\n2. De brug.", "2. De brug.\n1. De poort.")

    assert (found.state, found.reordered) == (State.STRUCTURE, True)


def test_an_article_that_got_leden_changed_in_structure() -> None:
    found = between("De poort is open.", "1. De poort is open.\n2. De brug ook.")

    assert (found.renumbered, found.added) == ((("aanhef", "1"),), ("2",))


def test_text_changed_and_structure_changed_at_once_names_both() -> None:
    found = between(OLD, OLD.replace("toezicht", "de wacht") + "\n4. Het loon is een penning.")

    assert (found.state, found.changed, found.added) == (State.STRUCTURE, (("3", "3"),), ("4",))


WORDS = st.sampled_from(["poort", "brug", "wal", "toren", "gracht"])


@given(st.lists(WORDS, min_size=1, max_size=5), st.lists(WORDS, min_size=1, max_size=5))
def test_every_part_is_accounted_for_once(old: list[str], new: list[str]) -> None:
    one, other = ({str(at): word for at, word in enumerate(words, 1)} for words in (old, new))
    found = difference(one, other)
    kept = [name for name in one if other.get(name) == one[name]]
    touched = dict(found.changed) | dict(found.renumbered)

    assert sorted([*kept, *touched, *found.removed]) == sorted(one)
    assert sorted([*kept, *touched.values(), *found.added]) == sorted(other)
    assert (found.state is State.UNCHANGED) == (old == new)


# Against a folder


def found_for(
    text: str | None,
    *,
    read: str = OLD,
    paragraphs: tuple[str, ...] = (),
    given: tuple[str, ...] = (),
    number: str = "172a",
    dated: date = LATER,
) -> Comparison:
    fingerprint = Fingerprint(article="gemw-172a", read=READ, paragraphs=paragraphs, parts=written(parts_of(read, paragraphs)))
    catalogue = CATALOGUE.model_copy(update={"fingerprints": (fingerprint,)})
    acts = {} if text is None else {"BWBR0005416": Act({number: StatuteText(dated, parts_of(text, given), given)})}
    return next(item for item in compare(catalogue, acts) if item.article.id == "gemw-172a")


def test_the_text_in_the_folder_is_compared_with_its_date() -> None:
    found = found_for(OLD)

    assert (found.state, found.dated, found.why) == (State.UNCHANGED, LATER, None)


def test_without_the_file_of_the_act_nothing_can_be_said() -> None:
    assert found_for(None).why is Why.NO_FILE


def test_without_the_article_nothing_can_be_said() -> None:
    assert found_for("1. Iets heel anders.", number="172b").why is Why.NO_ARTICLE


def test_an_article_without_a_fingerprint_cannot_be_checked() -> None:
    catalogue = CATALOGUE.model_copy(update={"fingerprints": ()})
    acts = {"BWBR0005416": Act({"172a": StatuteText(LATER, parts_of(OLD))})}

    assert {item.why for item in compare(catalogue, acts)} == {Why.NO_FINGERPRINT}


def test_an_article_that_stands_under_another_number_changed_in_structure() -> None:
    found = found_for(OLD, number="172c")

    assert (found.state, found.moved_to) == (State.STRUCTURE, "172c")


def test_a_heading_that_does_not_tell_which_part_it_is_cannot_be_checked() -> None:
    fingerprint = Fingerprint(article="gemw-172a", read=READ, parts=written(parts_of(OLD)))
    catalogue = CATALOGUE.model_copy(update={"fingerprints": (fingerprint,)})
    found = compare(catalogue, {"BWBR0005416": Act({}, {"172a": "172a, onder b"})})
    one = next(item for item in found if item.article.id == "gemw-172a")

    assert (one.why, one.entry) == (Why.UNCLEAR, "172a, onder b")


def test_of_an_article_read_in_part_only_that_part_is_compared() -> None:
    assert found_for(OLD, read="De poort is open.", paragraphs=("1",)).state is State.UNCHANGED
    assert found_for(OLD.replace("poort is open", "poort is dicht"), read="De poort is open.", paragraphs=("1",)).state is State.TEXT


def test_a_lid_that_was_read_and_got_another_number_is_found() -> None:
    found = found_for("1. Er is een poort.\n2. De poort is open.", read="De poort is open.", paragraphs=("1",))

    assert (found.state, found.difference.renumbered) == (State.STRUCTURE, (("1", "2"),))


def test_a_folder_with_one_lid_never_calls_the_whole_article_unchanged() -> None:
    assert found_for("De poort is open.", given=("1",)).why is Why.PARTLY


def test_a_folder_with_one_lid_that_changed_is_a_change() -> None:
    assert found_for("De poort is dicht.", given=("1",)).state is State.TEXT


# What hangs on it


@pytest.fixture(scope="module")
def hanging():  # type: ignore[no-untyped-def]
    return {article: {(one.kind, one.id): one for one in items} for article, items in hanging_on(CATALOGUE).items()}


def test_everything_that_cites_an_article_hangs_on_it(hanging) -> None:  # type: ignore[no-untyped-def]
    on = hanging["gemw-172a"]

    assert {("powers", "gemw-172a"), ("conditions", "ernstige-vrees"), ("questions", "ernstige_vrees"), ("errata", "erratum-07")} <= set(on)
    assert on["powers", "gemw-172a"].paragraphs == ("1", "5", "6", "6-a", "6-b", "9")


def test_a_form_hangs_on_the_articles_of_the_conditions_of_its_power(hanging) -> None:  # type: ignore[no-untyped-def]
    condition = CATALOGUE.condition_by_id["overleg-ovj-151b"]
    forms = {form.id for form in CATALOGUE.forms if condition.id in form.condition_ids}

    assert forms != set()
    assert {(FORMS, form) for form in forms} <= set(hanging[condition.article])


def test_a_question_hangs_on_the_article_of_the_condition_it_settles(hanging) -> None:  # type: ignore[no-untyped-def]
    assert ("questions", "ovj_overleg") in hanging["gemw-151b"]


def test_every_article_that_something_cites_is_there(hanging) -> None:  # type: ignore[no-untyped-def]
    cited = {basis.article for power in CATALOGUE.powers for basis in power.basis} | {item.article for item in CATALOGUE.conditions}

    assert cited <= set(hanging)


def test_what_names_another_lid_does_not_rest_on_the_one_that_changed(hanging) -> None:  # type: ignore[no-untyped-def]
    on = hanging["gemw-172a"]

    assert on["conditions", "verlenging-aantal"].rests_on({"6"})
    assert not on["conditions", "geen-om-aanwijzing"].rests_on({"6"})


def test_a_ruling_about_the_article_hangs_on_it_and_one_cited_beside_it_does_so_at_one_remove(hanging) -> None:  # type: ignore[no-untyped-def]
    named = {ruling.ecli for ruling in CATALOGUE.rulings if "gemw-172a" in ruling.articles}
    on = {name: one for (kind, name), one in hanging["gemw-172a"].items() if kind == "rulings"}

    assert {name for name, one in on.items() if one.direct} == named != set()
    assert set(on) > named


def test_a_form_hangs_on_the_articles_of_its_procedures_and_standards(hanging) -> None:  # type: ignore[no-untyped-def]
    assert (FORMS, "gebiedsverbod/172a") in hanging["awb-3-41"]
    assert (FORMS, "gebiedsverbod/172a") in hanging["awb-3-9"]


def test_a_ground_on_which_information_is_shared_hangs_on_its_article(hanging) -> None:  # type: ignore[no-untyped-def]
    for record in CATALOGUE.sharing:
        for ground in record.ground:
            assert not ground.startswith("art ") or ("sharing", record.id) in hanging[ground[4:].split(":")[0]]
