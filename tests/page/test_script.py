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
            "boot/main.js": 'import { a } from "./a.js";\n'
            'import { b } from "../rules/b.js";\n'
            "export function ready() {}\n",
            "boot/a.js": 'import { b } from "../rules/b.js";\nexport const a = b;\n',
            "rules/b.js": "// why\nexport const b = 1;\n",
        },
    )
    assert text == "// why\nconst b = 1;\nconst a = b;\nfunction ready() {}\n"


def test_functions_that_nothing_leads_to_are_left_out() -> None:
    modules = (
        "/** As unused() does. */\nfunction used() {\n  return SIZE + deep();\n}\n"
        "const deep = async (a, { b }) => ({\n  a,\n});\n"
        "const SIZE = 1;\n"
        "const unused = (a) => alsoUnused(a);\n"
        "function alsoUnused() {}\n"
        "const done = begin();\n"
        "function begin() {}\n"
    )
    assert script.reached(modules, "return used();\n") == (
        "function used() {\n  return SIZE + deep();\n}\n"
        "const deep = async (a, { b }) => ({\n  a,\n});\n"
        "const SIZE = 1;\n"
        "const done = begin();\n"
        "function begin() {}\n"
    )


def test_a_circle_is_refused(monkeypatch) -> None:
    with pytest.raises(ValueError, match=r"boot/main\.js > boot/a\.js > boot/main\.js"):
        link(
            monkeypatch,
            {
                "boot/main.js": 'import { a } from "./a.js";\n',
                "boot/a.js": 'import { m } from "./main.js";\n',
            },
        )


@pytest.mark.parametrize(
    "line", ["export default 1;", 'import x from "./a.js";', "export { a };"]
)
def test_forms_that_cannot_be_linked_are_refused(monkeypatch, line: str) -> None:
    with pytest.raises(ValueError, match="cannot link"):
        link(monkeypatch, {"boot/main.js": f"{line}\n"})


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
        for path in (Path(script.__file__).parents[1] / "web").rglob("*.js")
    )
    given = re.findall(
        r"^(?:export )?(?:async )?(?:const|let|function|class) (\w+)", text, re.M
    )
    assert len(given) > 400
    assert sorted(name for name in set(given) if given.count(name) > 1) == []


# Each folder of geo/web may import from itself and from folders before it.
# docs/architecture.md says what each is for, in the same order.
FOLDERS = (
    "common",
    "rules",
    "ground",
    "marks",
    "words",
    "layers",
    "labels",
    "time",
    "state",
    "embed",
    "tables",
    "legend",
    "kinds",
    "panels",
    "take_away",
    "still",
    "boot",
)


def test_folders_import_from_those_before_them() -> None:
    web = Path(script.__file__).parents[1] / "web"
    modules = sorted(web.rglob("*.js"))
    assert {path.parent.name for path in modules} == set(FOLDERS)
    against = [
        f"{path.relative_to(web)} imports {folder}"
        for path in modules
        for folder in re.findall(r' from "\.\./(\w+)/', path.read_text("utf-8"))
        if FOLDERS.index(folder) > FOLDERS.index(path.parent.name)
    ]
    assert against == []


def test_no_module_is_given_the_whole_page() -> None:
    """A part returns what it offers, and is given what its type names.

    ``boot/main.js`` alone puts that together; a still page is made in ``still``.
    """
    web = Path(script.__file__).parents[1] / "web"
    comment = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE)
    knowing = {
        str(path.relative_to(web))
        for path in web.rglob("*.js")
        if re.search(
            r"(?<![\"\w.-])page\b(?![\"-])", comment.sub("", path.read_text("utf-8"))
        )
    }
    assert sorted(knowing) == [
        "boot/main.js",
        "still/building.js",
        "still/still_page.js",
    ]


def test_the_architecture_lists_the_folders_in_their_order() -> None:
    root = Path(script.__file__).parents[2]
    page = (root / "docs" / "architecture.md").read_text(encoding="utf-8")
    section = page.partition("## How the page's script is laid out\n")[2]
    heads = re.findall(
        r"^- ((?:`\w+`(?:, )?)+):", section.partition("\n## ")[0], re.MULTILINE
    )
    assert tuple(re.findall(r"`(\w+)`", " ".join(heads))) == FOLDERS


def test_what_a_minifier_would_put_before_its_time_is_not_written() -> None:
    """Of ``const a = f(); const { b } = (a.c);`` it puts the second first."""
    read_early = re.compile(r"\b(?:const|let) [{\[].*[}\]] = (?:/\*\*.*\*/ )?\(")
    for path in sorted(Path(script.__file__).parents[1].glob("web/*/*.js")):
        text = path.read_text(encoding="utf-8")
        assert not read_early.search(text), path.name
