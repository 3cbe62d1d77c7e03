"""The names of the months, in the languages of the coalition's tables.

The names, full and short, are those of Unicode's CLDR for each language, in the forms
used within a date and alone, folded (no case, no accents), with a few more that people
type.  A test compares them with CLDR.
"""

from __future__ import annotations

from geo.cells.letters import fold

_NAMES = {
    "en": "january february march april may june july august september october"
    " november december jan feb mar apr may jun jul aug sep/sept oct nov dec",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre"
    " décembre janv/jan févr/fév mars avr mai juin juil août sept oct nov déc",
    "de": "januar/jänner februar/feber märz/maerz april mai juni juli august september"
    " oktober november dezember jan feb mär apr mai jun jul aug sep/sept okt nov dez",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre"
    " octubre noviembre diciembre ene feb mar abr may jun jul ago sept/sep oct nov dic",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre"
    " novembre dicembre gen feb mar apr mag giu lug ago set ott nov dic",
    "pl": "styczeń/stycznia luty/lutego marzec/marca kwiecień/kwietnia maj/maja"
    " czerwiec/czerwca lipiec/lipca sierpień/sierpnia wrzesień/września"
    " październik/października listopad/listopada grudzień/grudnia"
    " sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "uk": "січень/січня лютий/лютого березень/березня квітень/квітня травень/травня"
    " червень/червня липень/липня серпень/серпня вересень/вересня жовтень/жовтня"
    " листопад/листопада грудень/грудня"
    " січ лют бер квіт трав черв лип серп вер жовт лист груд",
    "nl": "januari februari maart april mei juni juli augustus september oktober"
    " november december jan feb mrt apr mei jun jul aug sep/sept okt nov dec",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro"
    " novembro dezembro jan fev mar abr mai jun jul ago set out nov dez",
}

# Croatian calls another month by the Polish name, and Croatia is in the coalition.
CROATIAN = {"listopad": 10, "listopada": 10, "lis": 10, "lip": 6}


def _month_of_name() -> dict[str, int]:
    return {
        fold(name): place % 12 + 1
        for names in _NAMES.values()
        for place, spellings in enumerate(names.split())
        for name in spellings.split("/")
    }


_MONTH = _month_of_name()


def months_named(word: str) -> tuple[int, ...]:
    """Return the months, 1 to 12, that ``word`` may name: none, one, or two.

    Two only for the Polish names that mean another month in Croatian.
    """
    name = fold(word)
    if name not in _MONTH:
        return ()
    return tuple(dict.fromkeys((_MONTH[name], CROATIAN.get(name, _MONTH[name]))))
