import io

import pytest

from geo.sheets.encoding import find_encoding
from geo.sheets.grid import UnreadableError

FRENCH = "pays;déclaration\nCôte d’Ivoire;à l’étude\nTürkiye;« écarté »\nNorvège;ça\n"
# A text that each code page can hold, in the language that it was made for.
LEGACY = {
    "cp1252": FRENCH,
    "mac_roman": FRENCH,
    "iso8859_15": "pays;note\nCôte d'Ivoire;cœur, œuvre\nTürkiye;à l'étude\n",
    "cp850": "pays;note\nCôte d'Ivoire;à l'étude\nTürkiye;élysée\n",
    "cp1250": "kraj;uwaga\nWęgry;żołnierze\nPolska;łączność, świat\nWłochy;siły\n",
    "cp1251": "страна;примечание\nФранция;рассматривает\nПольша;отказалась\n",
    "koi8_u": "країна;примітка\nФранція;розглядає\nПольща;відмовилася\n",
    "cp1253": "χώρα;σημείωση\nΓαλλία;υπό όρους\nΙσπανία;όχι\n",
}
# Two bytes a letter, or no capitals: names of countries alone tell these.
BY_NAMES = {
    "cp932": "国,備考\nフランス,派遣を検討\nポーランド,派遣しない\n",
    "euc_jp": "国,備考\nフランス,派遣を検討\nポーランド,派遣しない\n",
    "gb18030": "国家,说明\n法国,考虑派遣部队\n波兰,不派遣\n",
    "cp950": "國家,說明\n法國,考慮派遣部隊\n波蘭,不派遣\n",
    "cp949": "나라,비고\n프랑스,파병을 검토\n폴란드,파병하지 않음\n",
    "cp874": "ประเทศ,หมายเหตุ\nฝรั่งเศส,พิจารณา\nโปแลนด์,ไม่ส่งทหาร\n",
    "cp1255": "מדינה,הערה\nצרפת,שוקלת\nפולין,סירבה\n",
    "cp1256": "البلد,ملاحظة\nفرنسا,تدرس\nبولندا,رفضت\n",
}
LEGACY |= BY_NAMES | {
    "cp852": "kraj;uwaga\nWęgry;żołnierze\nPolska;łączność, świat\nWłochy;siły\n",
    "iso8859_5": "страна;примечание\nФранция;рассматривает\nПольша;отказалась\n",
    "cp866": "страна;примечание\nФранция;рассматривает\nПольша;отказалась\n",
    "mac_cyrillic": "страна;примечание\nФранция;рассматривает\nПольша;отказалась\n",
    "cp1254": "ülke;not\nİspanya;değerlendiriyor\nDanimarka;hayır\nİsveç;şartlı\n",
}
SURE = ["utf-8", "utf-8-sig", "utf-16", "utf-32"]


@pytest.mark.parametrize("encoding", SURE)
def test_what_is_known_is_not_a_guess(encoding: str) -> None:
    data = FRENCH.encode(encoding)
    found = find_encoding(io.BytesIO(data))
    assert data.decode(found.name) == FRENCH
    assert found.guess == ""


@pytest.mark.parametrize("encoding", LEGACY)
def test_a_code_page_is_guessed_and_said(encoding: str) -> None:
    text = LEGACY[encoding]
    data = text.encode(encoding)
    found = find_encoding(io.BytesIO(data))
    assert data.decode(found.name) == text
    assert found.guess


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "cp950", "cp949", "cp874"])
def test_without_a_name_such_a_code_page_is_not_guessed(encoding: str) -> None:
    note = BY_NAMES[encoding].splitlines()[-1].partition(",")[2]
    with pytest.raises(UnreadableError, match="known code page"):
        find_encoding(io.BytesIO(f"a,{note}\n".encode(encoding)))


def test_czech_is_told_from_french_by_its_names() -> None:
    text = "země,poznámka\nŘecko,odmítnutí\nČesko,vojáky nevyšle\nNěmecko,zváží\n"
    assert find_encoding(io.BytesIO(text.encode("cp1250"))).name == "cp1250"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_said(encoding: str) -> None:
    found = find_encoding(io.BytesIO(FRENCH.encode(encoding)))
    assert found.name == encoding
    assert "no byte order mark" in found.guess


def test_ascii_is_utf8() -> None:
    assert find_encoding(io.BytesIO(b"country,troops\n")).name == "utf-8"


def test_an_accent_far_into_a_file_counts() -> None:
    data = b"country\n" + b"x" * 3_000_000 + "\nNorvège\n".encode("cp1252")
    assert find_encoding(io.BytesIO(data)).name == "cp1252"


def test_utf8_whose_letter_lies_across_two_blocks() -> None:
    data = b"x" * ((1 << 20) - 1) + "é".encode()
    assert find_encoding(io.BytesIO(data)).name == "utf-8"


@pytest.mark.parametrize("data", [bytes(range(128, 256)) * 3, b"a\0b\0\0\0c"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        find_encoding(io.BytesIO(data))
