import pytest

from docs.reference import findings
from geo.findings import CODES, RequestError
from geo.report.explain import explain, explanations


def test_every_code_is_explained_and_nothing_else() -> None:
    assert list(explanations()) == sorted(CODES)


@pytest.mark.parametrize("ask", [explain, lambda _code: findings.page()])
def test_a_code_that_nobody_explained_is_named(monkeypatch, ask) -> None:
    monkeypatch.setitem(CODES, "new-code", "nobody explained it")
    with pytest.raises(RequestError, match=r"new-code has no .* under \[new-code\] in"):
        ask("new-code")


def test_an_explanation_says_why_and_shows_what_is_right() -> None:
    text = explain("unknown-actor")
    assert text.startswith("unknown-actor: a name is neither")
    assert "never guessed" in text
    assert "Wrong:\n    Spian\n\nRight:\n    Spain" in text


def test_explanations_fit_a_terminal() -> None:
    assert [line for code in CODES for line in explain(code).splitlines()
            if len(line) > 92] == []  # fmt: skip
