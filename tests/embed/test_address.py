import re
from pathlib import Path

import pytest

from geo.definitions.model import Definition
from geo.definitions.read import read_definition
from geo.embed.address import page_address, state_keys
from geo.findings import EmbedError

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def coalition() -> Definition:
    definition, _ = read_definition(ROOT / "maps" / "coalition.toml")
    assert definition
    return definition


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("", "coalition.html"),
        ("maps/", "maps/coalition.html"),
        ("../x.html", "../x.html"),
        ("/v/1f/coalition.html", "/v/1f/coalition.html"),
        ("https://example.org", "https://example.org/coalition.html"),
        ("https://example.org/a/", "https://example.org/a/coalition.html"),
        ("http://example.org/x.html?y=1", "http://example.org/x.html?y=1"),
    ],
)
def test_where_the_page_is(coalition: Definition, url: str, address: str) -> None:
    assert page_address(coalition, url) == address


def test_how_it_opens(coalition: Definition) -> None:
    assert (
        page_address(
            coalition,
            "https://example.org/?a=b%20c",
            language="fr",
            scheme="dark",
            state="#view=world&country=FRA&layers=status,figures",
            countries=frozenset({"FRA"}),
        )
        == "https://example.org/coalition.html?a=b+c&lang=fr&scheme=dark"
        "#view=world&country=FRA&layers=status,figures"
    )


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//elsewhere.example/x",
        "\\\\elsewhere.example",
        "https://bank.example@elsewhere.example/",
        "https://",
        'x.html" onload="alert(1)',
        "x.html\u202e",
    ],
)
def test_an_address_that_is_none_for_a_frame(coalition: Definition, url: str) -> None:
    with pytest.raises(EmbedError):
        page_address(coalition, url)


@pytest.mark.parametrize(
    "url",
    ["example.org/maps", "www.example.org", "example.org/x.html", "a.b-c.info?x=1"],
)
def test_a_host_without_a_scheme(coalition: Definition, url: str) -> None:
    with pytest.raises(EmbedError, match=re.escape(f"write https://{url}, or ./{url}")):
        page_address(coalition, url)
    assert page_address(coalition, f"./{url}").startswith("./")


@pytest.mark.parametrize("url", ["x.html", "x.org.html", "v1.2/x.html", ".x/a.html"])
def test_a_name_with_a_dot_is_no_host(coalition: Definition, url: str) -> None:
    assert page_address(coalition, url) == url


@pytest.mark.parametrize(
    ("asked", "advice"),
    [
        ({"language": "it"}, "one of de, en"),
        ({"state": "view=wrld"}, 'did you mean "world"'),
        ({"state": "veiw=world"}, 'did you mean "view"'),
        ({"state": "layers=status,figure"}, 'did you mean "figures"'),
        ({"state": "country=FRX"}, "such as FRA"),
        ({"state": "date=2025-02-30"}, "2025-02-30"),
        ({"state": "world"}, "such as view=world"),
    ],
)
def test_what_the_map_does_not_have(
    coalition: Definition, asked: dict[str, str], advice: str
) -> None:
    with pytest.raises(EmbedError, match=advice):
        page_address(coalition, countries=frozenset({"FRA"}), **asked)


def test_the_keys_of_a_state_are_those_of_the_page() -> None:
    assert len(state_keys()) == 15
    assert {"lang", "view", "without", "to"} <= {*state_keys()}
