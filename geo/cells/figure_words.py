"""The words that stand with a figure, and what they mean.

Every key is folded (no case, no accents) and matched whole: a word that is not here is
refused, never passed over.  English and French are covered broadly, seven languages of
the coalition and Japanese by their plain words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from geo.cells.figure import Kind
from geo.cells.letters import fold, plain

Meaning = TypeVar("Meaning")


def _meanings(*meanings: tuple[Meaning, str]) -> dict[str, Meaning]:
    return {word: meaning for meaning, text in meanings for word in _words(text)}


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(plain(text)).split("|"))


NOT_STATED: Mapping[str, Kind] = _meanings(
    ("blank", ""),
    # A statistical office may write a dash for nil; here it is never read as zero.
    (
        "not_available",
        "-|--|---|n/a|na|n.a.|n. a.|n.a|nan|s/o|n/d|n.d.|nd|k. a.|k.a."
        "|not available|not stated|not given|not specified|unspecified|non precise"
        "|non specifie|non indique|non disponible|keine angabe|..|...|…|:",
    ),
    (
        "unknown",
        "?|??|???|unknown|not known|inconnu|non connu|tbd|tbc|to be determined"
        "|to be confirmed|a preciser|a confirmer|a determiner|unbekannt|desconocido"
        "|sconosciuto|nieznane|невідомо|onbekend|desconhecido|不明",
    ),
)

WITHHELD = _words(
    "withheld|undisclosed|not disclosed|classified|confidential|secret|non divulgue"
    "|non communique|confidentiel|tenu secret|classifie|geheim"
)

# Nothing pledged, or nothing known: programs write both, so neither is assumed.
NOTHING = frozenset({"none", "null", "nil", "no", "aucun", "aucune", "neant", "keine"})

BEFORE: Mapping[str, str] = _meanings(
    ("exact", "exactly|exactement|genau"),
    (
        "about",
        "about|around|approximately|approx|roughly|circa|ca|c|some|nearly|almost|~|≈"
        "|environ|autour de|quelque|pres de|presque|a peu pres|env|etwa|ungefahr|rund"
        "|unos|unas|alrededor de|cerca de|około|близько|приблизно"
        "|ongeveer|ungefähr|約|约",
    ),
    (
        "at_least",
        "at least|no fewer than|no less than|not less than|minimum|min|≥|>=|⩾"
        "|au moins|au minimum|pas moins de|mindestens|al menos|como minimo|almeno"
        "|co najmniej|щонайменше|ten minste|minstens|pelo menos",
    ),
    (
        "more_than",
        "more than|over|above|well over|just over|upwards of|>|plus de|plus d'"
        "|au-dessus de|mehr als|über|mas de|piu di|oltre|ponad|wiecej niz|понад|більше"
        "|meer dan|mais de",
    ),
    (
        "up_to",
        "up to|at most|no more than|not more than|maximum|max|≤|<=|⩽|jusqu'a|au plus"
        "|au maximum|pas plus de|bis zu|höchstens|hasta|como maximo|fino a|al massimo"
        "|do|maksymalnie|до|tot|maximaal|hoogstens|ate|no maximo|最大",
    ),
    (
        "less_than",
        "less than|fewer than|under|below|just under|<|moins de|moins d'"
        "|en dessous de|weniger als|unter|menos de|meno di|mniej niz|менше|minder dan",
    ),
)

AFTER: Mapping[str, str] = _meanings(
    ("about", "approximately|approx|environ|env|or so|ca"),
    (
        "at_least",
        "+|or more|and more|at least|minimum|min|ou plus|et plus|au moins"
        "|au minimum|oder mehr|o mas|以上",
    ),
    ("more_than", "超"),
    ("up_to", "maximum|max|at most|or fewer|or less|au plus|au maximum|以下|まで"),
    ("less_than", "未満"),
)

# What stands before the first and between the two numbers of a range.
RANGES = frozenset(
    (before, between)
    for before, betweens in (
        ("", "-|~|to|à|bis|a|al|do|до|tot|até|から"),
        ("between", "and"),
        ("from", "to"),
        ("entre", "et|y|e"),
        ("de", "à|a"),
        ("von", "bis"),
        ("zwischen", "und"),
        ("tra", "e"),
        ("da", "a"),
        ("od", "do"),
        (fold("від"), "до"),
        ("tussen", "en"),
    )
    for between in _words(betweens)
)

# More than one factor: the word means different numbers to different people.
MULTIPLIERS: Mapping[str, tuple[int, ...]] = _meanings(
    ((10**2,), "hundred|cent|cents|百"),
    (
        (10**3,),
        "k|thousand|thousands|mille|milliers|tausend|tsd|tis|mila|mil|tys|tysiecy|тис"
        "|тисяч|тисячі|duizend|千",
    ),
    ((10**4,), "万|萬"),
    (
        (10**6,),
        "million|millions|mn|mln|mio|millionen|millon|millones|milione|milioni|milhao"
        "|milhoes|miljoen|milion|miliony|milionow|млн|мільйон|мільйони|мільйонів",
    ),
    ((10**9,), "bn|mld|mrd|milliard|milliards|milliarde|milliarden"),
    ((10**3, 10**6), "m"),
    ((10**9, 10**12), "billion|billions"),
)


def multiplied_by(text: str) -> tuple[int, ...]:
    """Return what a word beside a number may multiply it by; nothing if it does not."""
    return MULTIPLIERS.get(fold(plain(text)).strip(" ."), ())


# What a header says its numbers are: so many thousands, a share, so many for each.
_SCALES = (MULTIPLIERS.keys() - {"cent", "m", "mil"}) | _words(
    "(m)|(mil)|en mil|hundreds|centaines|hunderten|cientos|setkach|сотнях|miles"
    "|tausenden|tysiace|tysiacach|тисячах|milionach|мільйонах|milliers|billionen"
    "|percent|per cent|percentage|pct|per capita|per head|per inhabitant|per person"
    "|share|ratio|rate|proportion|pour cent|pourcentage|part de|part des|part du|taux"
    "|par habitant|par tête|prozent|promille|anteil|pro kopf|je einwohner|pro einwohner"
    "|verhältnis|porcentaje|por ciento|proporción|tasa|por habitante|por persona"
    "|procent|odsetek|udział|na mieszkańca|na osobę|na głowę"
    "|відсоток|відсотки|відсотків|частка|на душу|на особу|на мешканця"
)
_SCALE = re.compile(
    # A power of ten stands above thousands, and after per: 000, 10³, per 100,000.
    r"[%‰]|(?<!\d)(?<!\d[ .,'])'?000(?:s|(?!\w))|10(?:[²³⁶]|\^\d)"
    r"|(?<![^\W_])x?1(?:[ .,']?0){2,}s?(?![^\W_])"
    rf"|(?<![^\W_])(?:{'|'.join(map(re.escape, sorted(_SCALES, key=len)[::-1]))})"
    r"(?![^\W_])"
)


def scale_of(header: str) -> str:
    """Return the first words of a header that say a scale or a ratio; blank if none."""
    found = _SCALE.search(fold(plain(header)))
    return found[0] if found else ""


PEOPLE = _words(
    "troops|troop|soldiers|soldier|military personnel|personnel|servicemen|men"
    "|people|persons|soldats|soldat|militaires|militaire|hommes|personnes|troupes"
    "|soldaten|mann|personen|soldados|militares|tropas|personas|soldati|militari"
    "|uomini|zolnierzy|żołnierzy|osób|osoby|ludzi|військових|солдатів|осіб|особи|людей|militairen|militaren|homens"
    "|peacekeepers|peacekeeper|peacekeeping troops|blue helmets|casques bleus"
    "|blauhelme|cascos azules|błękitne hełmy|миротворців|service members|personal"
    "|人|名|兵|명"
)

LINKS = ("of ", "de ", "d'", "di ", "の")

# A quantity in words without a number: at least one of the first, else of the second.
VAGUE = _words(
    "several|few|some|many|hundreds|thousands|dozens|scores|handful|couple"
    "|plusieurs|quelques|centaines|milliers|dizaines|poignée|mehrere|einige|hunderte"
    "|tausende|varios|varias|cientos|miles|diverse|alcune|alcuni|centinaia|migliaia"
    "|kilkaset|kilka|kilkuset|tysiące|сотні|тисячі|кілька|enkele|honderden|duizenden"
    "|vários|várias|centenas|milhares|数百|数千|数十|数万"
)
VAGUE_WITH = PEOPLE | _words(
    "a|of|the|hundred|thousand|tens|dozen|des|de|d|une|un|la|les|hundert|tausend"
    "|setek|tysięcy|сотень|тисяч|duizend|honderd|mil|cent|small|number|petit|petite"
    "|nombre"
)

_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen twenty"
)
_FRENCH = (
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze"
    " quinze seize dix-sept dix-huit dix-neuf vingt"
)
_TENS = (
    "thirty forty fifty sixty seventy eighty ninety",
    "trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix",
)

# Numbers that tables have in words; a multiplier may follow.
NUMBERS: Mapping[str, int] = {
    "une": 1,
    **{word: n for text in (_ENGLISH, _FRENCH) for n, word in enumerate(text.split())},
    **{w: 10 * ten for text in _TENS for ten, w in enumerate(text.split(), start=3)},
}
# Those that multiply nothing: "a hundred", "plus de mille".
ALONE: Mapping[str, int] = {
    "a hundred": 100, "a thousand": 1000, "cent": 100, "mille": 1000,
}  # fmt: skip
# By themselves these are articles as well.
ARTICLES = frozenset({"un", "une"})

# "Une centaine" is about a hundred.
ROUND = {
    "dizaine": 10,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
    "millier": 1_000,
}


def peel(text: str, words: Iterable[str]) -> tuple[str, str]:
    """Split the longest of ``words`` off the beginning of ``text``.

    Gives the word and what follows it, stripped; ``""`` and ``text`` if none fits.  A
    word of an alphabet must end where the text's word ends.
    """
    fitting = (w for w in words if w and text.startswith(w) and _ends(text, len(w)))
    word = max(fitting, key=len, default="")
    return word, text[len(word) :].lstrip(" .")


def _ends(text: str, length: int) -> bool:
    last, following = text[length - 1], text[length : length + 1]
    in_alphabet = last.isalpha() and last < "\u2e80"
    return not (in_alphabet and following.isalpha() and following < "\u2e80")
