"""Word lists that include one another."""

from toolbox_cli.model.wording import WordList
from toolbox_cli.search.patterns import words_of

LISTS = {
    "a": WordList(id="a", about="een", words=("weg", "uit"), includes=("b",)),
    "b": WordList(id="b", about="twee", words=("uit", "heen"), includes=("a", "b")),
}


def test_lists_that_include_one_another_give_each_word_once() -> None:
    assert words_of(LISTS, "a") == ("weg", "uit", "heen")
    assert words_of(LISTS, "b") == ("uit", "heen", "weg")
