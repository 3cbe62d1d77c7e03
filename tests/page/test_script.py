import re
from pathlib import Path

import pytest

from geo.page import script


def link(monkeypatch: pytest.MonkeyPatch, modules: dict[str, str]) -> str:
    monkeypatch.setattr(script, "web_file", modules.__getitem__)
    return script.linked_modules()


def test_modules_are_linked_dependencies_first(monkeypatch) -> None:
    text = link(
        monkeypatch,
        {
            "main.js": 'import { a } from "./a.js";\nimport { b } from "./b.js";\n'
            "export function ready() {}\n",
            "a.js": 'import { b } from "./b.js";\nexport const a = b;\n',
            "b.js": "// why\nexport const b = 1;\n",
        },
    )
    assert text == "// why\nconst b = 1;\nconst a = b;\nfunction ready() {}\n"


def test_a_circle_is_refused(monkeypatch) -> None:
    with pytest.raises(ValueError, match=r"main\.js > a\.js > main\.js"):
        link(
            monkeypatch,
            {
                "main.js": 'import { a } from "./a.js";\n',
                "a.js": 'import { m } from "./main.js";\n',
            },
        )


@pytest.mark.parametrize(
    "line", ["export default 1;", 'import x from "./a.js";', "export { a };"]
)
def test_forms_that_cannot_be_linked_are_refused(monkeypatch, line: str) -> None:
    with pytest.raises(ValueError, match="cannot link"):
        link(monkeypatch, {"main.js": f"{line}\n"})


def test_no_module_writes_markup_or_runs_text() -> None:
    text = script.linked_modules()
    forbidden = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
    )
    assert not re.search(forbidden, text)
    assert "fetch(" not in text
    assert "XMLHttpRequest" not in text


def test_no_two_modules_give_one_name() -> None:
    """They share one scope: of two functions the later would stand for both."""
    text = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (Path(script.__file__).parents[1] / "web").glob("*.js")
    )
    given = re.findall(
        r"^(?:export )?(?:async )?(?:const|let|function|class) (\w+)", text, re.M
    )
    assert len(given) > 400
    assert sorted(name for name in set(given) if given.count(name) > 1) == []
