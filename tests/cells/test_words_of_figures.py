"""The tables of words that stand with figures agree with the vocabulary."""

from geo.cells import figure_words
from geo.cells.letters import fold, plain
from geo.vocabulary import QUALIFIER


def test_every_word_is_kept_as_it_is_looked_up():
    tables = (
        figure_words.NOT_STATED,
        figure_words.WITHHELD,
        figure_words.NOTHING,
        figure_words.BEFORE,
        figure_words.AFTER,
        figure_words.MULTIPLIERS,
        figure_words.PEOPLE,
        figure_words.VAGUE,
        figure_words.ROUND,
    )
    for table in tables:
        for word in table:
            assert word == fold(plain(word)), word


def test_qualifiers_are_those_of_the_vocabulary():
    said = {*figure_words.BEFORE.values(), *figure_words.AFTER.values()}
    assert said == QUALIFIER.keys() - {"range", "words_only", "withheld"}


def test_no_word_has_two_meanings():
    assert figure_words.WITHHELD.isdisjoint(figure_words.NOT_STATED)
    assert figure_words.NOTHING.isdisjoint(figure_words.NOT_STATED)
    shared = figure_words.BEFORE.keys() & figure_words.AFTER.keys()
    assert {
        w for w in shared if figure_words.BEFORE[w] != figure_words.AFTER[w]
    } == set()
    assert figure_words.MULTIPLIERS.keys().isdisjoint(figure_words.PEOPLE)
