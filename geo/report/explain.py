"""What each code of a finding means, at length, for ``pledgemap explain``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from geo.findings import CODES, RequestError, quote


@dataclass(frozen=True)
class Explanation:
    """Why a finding is one, and an example of what is wrong and of what is right."""

    why: str
    wrong: str = ""
    right: str = ""


@cache
def explanations() -> Mapping[str, Explanation]:
    """Return the explanation of every code."""
    text = (files(__package__) / "explanations.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return {code: Explanation(**parts) for code, parts in table.items()}


def explained(code: str) -> Explanation:
    """Return the explanation of one code.

    Raises
    ------
    RequestError
        If nobody has explained it.
    """
    if code not in explanations():
        raise RequestError(
            f"{code} has no explanation; write why it is a finding under [{code}] in"
            f" {__package__.replace('.', '/')}/explanations.toml"
        )
    return explanations()[code]


def explain(code: str) -> str:
    """Write the explanation of a code.

    Raises
    ------
    RequestError
        If there is no such code, or none has explained it.
    """
    if code not in CODES:
        raise RequestError(f"{quote(code)} is not a code")
    explanation = explained(code)
    parts = [f"{code}: {CODES[code]}", explanation.why.strip()]
    for label, example in (("Wrong", explanation.wrong), ("Right", explanation.right)):
        if example:
            lines = example.strip("\n").splitlines()
            parts.append("\n".join([f"{label}:", *(f"    {line}" for line in lines)]))
    return "\n\n".join(parts) + "\n"
