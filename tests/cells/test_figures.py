"""Figures: each way of writing one, and each refusal."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.cells.figures import (
    NotStated,
    StatedNumber,
    figure_of_number,
    parse_count,
    parse_figure,
)
from geo.cells.numerals import Separators, kept_to
from geo.cells.refused import Refused

SPACES = " \u00a0\u202f\u2009\u2007\u3000"
COUNTS = st.integers(0, 10**15 - 1)

WAYS_OF_WRITING_A_COUNT = (
    "{0}",
    " {0}\n",
    "{0:_}",
    "{0}.0",
    "{0},00",
    "{0} troops",
    "{0} soldats",
    "{0}人",
    *(f"{{0:,}}|{mark}" for mark in (*SPACES, "'", "\u2019", "\u066c")),
)
DIGITS_OF_SCRIPTS = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "０１２３４５６７８９")

WAYS_OF_QUALIFYING = {
    "exact": ("exactly {}", "exactement {}"),
    "about": ("about {}", "environ {}", "~{}", "≈ {}", "ca. {}", "約{}人", "nearly {}"),
    "at_least": ("at least {}", "au moins {}", "≥{}", ">= {}", "{}+", "{} or more"),
    "more_than": ("more than {}", "over {}", "plus de {}", "> {}", "mehr als {}"),
    "up_to": ("up to {}", "jusqu'à {}", "jusqu\u2019à {}", "≤ {}", "{} max.", "max {}"),
    "less_than": ("less than {}", "fewer than {}", "moins de {}", "<{}", "under {}"),
}


def write(way, number):
    """Write ``number`` in ``way``; a way may end in the mark of its groups."""
    template, _, mark = way.partition("|")
    text = template.format(number)
    return text.replace(",", mark) if mark else text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3000", 3000),
        ("3 000", 3000),
        ("3\u00a0000", 3000),
        ("3\u202f000", 3000),
        ("3\u2009000", 3000),
        ("3\u2007000", 3000),
        ("3,000", 3000),
        ("3.000", 3000),
        ("3'000", 3000),
        ("3\u2019000", 3000),
        ("3_000", 3000),
        ("3 k", 3000),
        ("3K", 3000),
        ("1,5 k", 1500),
        ("1.5 k", 1500),
        ("1.5 million", 1_500_000),
        ("1,5 Mio.", 1_500_000),
        ("2 thousand", 2000),
        ("3 mille", 3000),
        ("2,400,000", 2_400_000),
        ("1.234.567", 1_234_567),
        ("1.234.567,0", 1_234_567),
        ("2,40,000", 240_000),
        ("3000.0", 3000),
        ("3000.", 3000),
        ("0", 0),
        ("0.0", 0),
        ("0,000", 0),
        ("007", 7),
        ("٣٬٠٠٠", 3000),
        ("۳۰۰۰", 3000),
        ("３，０００", 3000),
        ("३०००", 3000),
        ("1٫5 k", 1500),
        ("\ufeff3000\u200e", 3000),
        ("3000 troops", 3000),
        ("3 000 soldats", 3000),
        ("2 milliers d'hommes", 2000),
        ("1万人", 10_000),
        ("Four", 4),
        ("four soldiers", 4),
        ("zéro", 0),
        ("trois mille hommes", 3000),
        ("deux cents soldats", 200),
        ("thirty thousand", 30_000),
        ("a hundred", 100),
        ("two million", 2_000_000),
    ],
)
def test_one_number_is_read(text, number):
    assert parse_figure(text) == StatedNumber(number, number)


@pytest.mark.parametrize(
    ("text", "minimum", "maximum", "qualifier"),
    [
        ("2 000–3 000", 2000, 3000, "range"),
        ("2000-3000", 2000, 3000, "range"),
        ("2,000 - 3,000 troops", 2000, 3000, "range"),
        ("2000 to 3000", 2000, 3000, "range"),
        ("2 000 à 3 000", 2000, 3000, "range"),
        ("between 2000 and 3000", 2000, 3000, "range"),
        ("entre 2000 et 3000", 2000, 3000, "range"),
        ("von 2000 bis 3000", 2000, 3000, "range"),
        ("2000〜3000", 2000, 3000, "range"),
        ("2 k - 3 k", 2000, 3000, "range"),
        ("500-2 k", 500, 2000, "range"),
        ("2.500-3.000", 2500, 3000, "range"),
        ("about 2,000-3,000", 2000, 3000, "about"),
        ("environ 2000 à 3000", 2000, 3000, "about"),
        ("約138,000人", 138_000, 138_000, "about"),
        ("une centaine de soldats", 100, 100, "about"),
        ("plus d'une centaine", 100, None, "more_than"),
        ("plus de mille", 1000, None, "more_than"),
        ("3000 (approx.)", 3000, 3000, "about"),
        ("30+", 30, None, "at_least"),
        ("3000人以上", 3000, None, "at_least"),
        ("up to 0", None, 0, "up_to"),
    ],
)
def test_bounds_and_qualifiers(text, minimum, maximum, qualifier):
    assert parse_figure(text) == StatedNumber(minimum, maximum, qualifier)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "blank"),
        (" \u00a0\n", "blank"),
        ("\ufeff", "blank"),
        ("n/a", "not_available"),
        ("N/A", "not_available"),
        ("NA", "not_available"),
        ("-", "not_available"),
        ("\u2013", "not_available"),
        ("\u2212", "not_available"),
        ("NaN", "not_available"),
        ("non précisé", "not_available"),
        ("?", "unknown"),
        ("？", "unknown"),
        ("TBD", "unknown"),
        ("inconnu", "unknown"),
        ("à préciser", "unknown"),
    ],
)
def test_no_figure_is_never_zero(text, kind):
    assert parse_figure(text) == NotStated(kind)


@pytest.mark.parametrize(
    "text",
    [
        "several hundred",
        "plusieurs centaines",
        "a few thousand",
        "Several hundred troops",
        "quelques milliers de soldats",
        "thousands",
        "mehrere hundert",
        "kilkaset",
        "кілька тисяч",
        "数百人",
    ],
)
def test_words_stay_words(text):
    assert parse_figure(f" {text} ") == StatedNumber(None, None, "words_only", text)


@pytest.mark.parametrize("text", ["withheld", "undisclosed", "non communiqué"])
def test_a_number_kept_back_is_withheld(text):
    assert parse_figure(text) == StatedNumber(None, None, "withheld")


@pytest.mark.parametrize(
    ("text", "reason", "readings"),
    [
        ("1.776", "group thousands or mark decimals", ("1776", "1.776")),
        ("2.700", "group thousands or mark decimals", ("2700", "2.700")),
        ("2,400", "group thousands or mark decimals", ("2400", "2.400")),
        ("about 2,400", "group thousands or mark decimals", ("2400", "2.400")),
        ("3.000 k", "group thousands or mark decimals", ("3000000", "3000")),
        ("1,500 million", "group thousands", ("1500000000", "1500000")),
        ("3 000.000", "group thousands or mark decimals", ("3000", "3000000")),
        ("3.000-4,000", "change their meaning", ()),
        ("8361+3500", "sum", ("11861", "8361", "3500")),
        ("460 (planned 3,000)", "two numbers", ("460", "3000")),
        ("12 or 13", "two numbers", ("12", "13")),
        ("12\n500", "two numbers", ("12", "500")),
        ("2024-25-26", "more than two numbers", ("2024", "25", "26")),
        ("2-3 k", "belong to both", ("2000-3000", "2-3000")),
        ("3000-2000", "greater than the maximum", ()),
        ("5-5", "equal", ()),
        ("-5", "negative", ()),
        ("\u2212 5", "negative", ()),
        ("12.5", "whole", ("12.5",)),
        ("12.500,5", "whole", ("12500.5",)),
        ("0,776", "whole", ("0.776",)),
        ("1,2345 k", "whole", ("1.2345",)),
        ("30 00", "grouped", ()),
        ("3,00,0", "grouped", ()),
        ("1.2.3", "grouped", ()),
        ("3  000", "grouped", ()),
        ("3000²", "²", ("3000",)),
        ("3000*", "*", ("3000",)),
        ("3000 planners", "planners", ("3000",)),
        ("see 3000", "see", ("3000",)),
        ("=3000", "=", ("3000",)),
        ("(3000)", "(", ("3000",)),
        ("50%", "%", ("50",)),
        ("up to 150+", "twice", ("150",)),
        ("3 m", "different numbers", ("3000", "3000000")),
        ("2 billion", "different numbers", ("2000000000", "2000000000000")),
        ("1E+05", "scientific", ()),
        ("9" * 16, "15 digits", ()),
        ("9" * 150, "15 digits", ()),
        ("9" * 10_000, "longer than", ()),
        ("#N/A", "error", ()),
        ("#DIV/0!", "error", ()),
        ("none", "zero or not stated", ("0", "")),
        ("null", "zero or not stated", ("0", "")),
        ("less than 0", "fewer than none", ()),
        ("two to three thousand", "no figure", ()),
        ("four five", "no figure", ()),
        ("one hundred and fifty", "no figure", ()),
        ("cent vingt", "no figure", ()),
        ("deux cent mille", "no figure", ()),
        ("UN", "no figure", ()),
        ("½", "no figure", ()),
        ("a battalion", "no figure", ()),
        ("yes", "no figure", ()),
    ],
)
def test_the_rest_is_refused_with_reason_and_readings(text, reason, readings):
    refused = parse_figure(text)
    assert isinstance(refused, Refused), refused
    assert reason in refused.reason
    assert refused.readings == readings
    assert refused.expected


@pytest.mark.parametrize(
    ("text", "comma_groups", "point_groups"),
    [
        ("1.776", None, 1776),
        ("1,776", 1776, None),
        ("2.700", None, 2700),
        ("3.000 k", 3000, 3_000_000),
        ("1,5 k", None, 1500),
        ("1.5 k", 1500, None),
        ("2.400.000", None, 2_400_000),
        ("3 000", 3000, 3000),
        ("950", 950, 950),
    ],
)
def test_the_columns_separators_settle_what_is_ambiguous(
    text, comma_groups, point_groups
):
    for separators, number in (
        (Separators.COMMA_GROUPS, comma_groups),
        (Separators.POINT_GROUPS, point_groups),
    ):
        figure = parse_figure(text, separators=separators)
        if number is None:
            assert isinstance(figure, Refused)
        else:
            assert figure == StatedNumber(number, number)


@given(COUNTS)
def test_a_count_written_in_any_way_reads_back(number):
    for way in WAYS_OF_WRITING_A_COUNT:
        text = write(way, number)
        assert parse_figure(text) == StatedNumber(number, number), text


@given(COUNTS, st.sampled_from(DIGITS_OF_SCRIPTS))
def test_a_count_in_the_digits_of_any_script_reads_back(number, digits):
    text = f"{number}".translate(str.maketrans("0123456789", digits))
    assert parse_figure(text) == StatedNumber(number, number)


@given(st.integers(0, 10**9), st.sampled_from(list(Separators)))
def test_a_grouped_count_is_itself_or_refused_with_itself_among_the_readings(
    number, separators
):
    text = f"{number:,}".replace(",", separators.group)
    assert parse_figure(text, separators=separators) == StatedNumber(number, number)
    alone = parse_figure(text)
    if isinstance(alone, Refused):
        assert f"{number}" in alone.readings
    else:
        assert alone == StatedNumber(number, number)


@given(st.integers(0, 10**9 - 1), st.sampled_from([" k", "k", " thousand", " mille"]))
def test_thousands_read_back_as_their_product(number, word):
    assert parse_figure(f"{number}{word}") == StatedNumber(number * 1000, number * 1000)
    product = number * 100
    assert parse_figure(f"{number // 10},{number % 10}{word}") == StatedNumber(
        product, product
    )


@given(st.integers(1, 10**15 - 1), st.sampled_from(list(WAYS_OF_QUALIFYING)))
def test_a_qualified_count_reads_back(number, qualifier):
    minimum = None if qualifier in {"up_to", "less_than"} else number
    maximum = None if qualifier in {"at_least", "more_than"} else number
    for way in WAYS_OF_QUALIFYING[qualifier]:
        for shown in (f"{number}", f"{number:_}".replace("_", "\u202f")):
            figure = parse_figure(way.format(shown))
            assert figure == StatedNumber(minimum, maximum, qualifier), way


@given(st.lists(COUNTS, min_size=2, max_size=2, unique=True).map(sorted))
def test_a_range_reads_back(bounds):
    low, high = bounds
    for way in ("{}-{}", "{}\u2013{}", "{} \u2014 {}", "{} to {}", "between {} and {}"):
        assert parse_figure(way.format(low, high)) == StatedNumber(low, high, "range")


@given(
    st.text()
    | st.text(alphabet="0123456789 ,.'-+~<>k\u00a0\u202f٣３²½")
    | st.lists(
        st.sampled_from(
            [
                "up to",
                "jusqu'à",
                "12",
                "3,000",
                "1.5",
                "k",
                "et",
                "une",
                "cent",
                "(",
                "人",
            ]
        )
    ).map(" ".join)
)
def test_no_text_raises_and_every_refusal_has_its_reason(text):
    for separators in (None, *Separators):
        read = parse_figure(text, separators=separators)
        assert isinstance(read, StatedNumber | NotStated) or (
            read.reason and read.expected
        )


@given(st.text(st.characters(exclude_categories=["L", "N", "Cs"])))
def test_marks_alone_are_never_a_figure(text):
    assert not isinstance(parse_figure(text), StatedNumber)


@pytest.mark.parametrize(
    ("text", "count"),
    [("3000", 3000), ("3,000", 3000), ("0", 0), ("", NotStated("blank"))],
)
def test_a_count_is_one_bare_number(text, count):
    assert parse_count(text) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("up to 150", "150 as the maximum, up_to as the qualifier"),
        ("2-3", "2 as the minimum, 3 as the maximum, range as the qualifier"),
        ("several hundred", "words_only as the qualifier"),
    ],
)
def test_a_count_that_says_more_is_sent_to_its_columns(text, expected):
    assert parse_count(text).expected == expected


def test_a_count_passes_on_the_separators_and_the_refusal():
    assert parse_count("1.776", separators=Separators.POINT_GROUPS) == 1776
    assert parse_count("1.776").readings == ("1776", "1.776")


@pytest.mark.parametrize("value", [3000, 3000.0])
def test_a_workbooks_number(value):
    assert figure_of_number(value) == StatedNumber(3000, 3000)


@pytest.mark.parametrize(
    "value", [0.5, -1, -1.0, math.nan, math.inf, -math.inf, 10**400, 1e300, True]
)
def test_a_workbooks_number_that_counts_nobody(value):
    assert isinstance(figure_of_number(value), Refused)


@pytest.mark.parametrize(
    ("number", "decimals", "kept"),
    [(1.25, 1, 1.3), (0.285, 2, 0.29), (-1.25, 1, -1.3), (2.5, 0, 3), (7, 1, 7)],
)
def test_decimals_are_kept_as_people_round(
    number: float, decimals: int, kept: float
) -> None:
    assert kept_to(number, decimals) == kept
    if number > 0 and decimals:
        figure = parse_figure(str(number), decimals=decimals)
        assert isinstance(figure, StatedNumber)
        assert figure.minimum == kept
