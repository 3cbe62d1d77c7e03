import pytest
from click.testing import CliRunner, Result

from geo.cli import main
from geo.findings import CODES


def explain(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments])


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_an_explanation(code: str) -> None:
    result = explain(code)
    assert result.exit_code == 0
    assert CODES[code] in result.stdout


def test_a_code_may_be_copied_with_its_brackets() -> None:
    assert explain("[bad-value]").stdout == explain("bad-value").stdout


def test_without_a_code_all_are_listed() -> None:
    listed = [line.split()[0] for line in explain().stdout.splitlines()]
    assert listed == list(CODES)


def test_an_unknown_code_gets_a_suggestion() -> None:
    result = explain("bad-vale")
    assert result.exit_code == 2
    assert 'did you mean "bad-value"?' in result.stderr


def test_a_code_like_no_other_leads_to_the_list() -> None:
    assert "pledgemap explain without one lists them all" in explain("qqqq").stderr


def test_a_code_that_nobody_explained_is_named(monkeypatch) -> None:
    monkeypatch.setitem(CODES, "new-code", "nobody explained it")
    result = explain("new-code")
    assert result.exit_code == 1
    assert "new-code has no explanation; write why" in result.stderr
