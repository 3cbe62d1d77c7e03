"""The codes of findings, as ``pledgemap explain`` explains them."""

from __future__ import annotations

from geo.findings import CODES
from geo.report.explain import explained


def page() -> str:
    """Write the page, in Markdown: every code, why it is one, and an example."""
    parts = [
        "# Findings",
        "What `pledgemap check` and `pledgemap build` say of tables and definitions, by"
        " code. `pledgemap explain CODE` says the same.",
    ]
    for code in sorted(CODES):
        explanation = explained(code)
        parts += [f"## {code}", f"{CODES[code].capitalize()}.", explanation.why.strip()]
        for label, example in (
            ("Wrong", explanation.wrong),
            ("Right", explanation.right),
        ):
            if example:
                parts += [f"{label}:", "```text\n" + example.strip("\n") + "\n```"]
    return "\n\n".join(parts)
