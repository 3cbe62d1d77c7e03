import subprocess
import sys

_SCRIPT = """
import sys
from geo.countries import resolve
from geo.countries import index
{asked}
print(index.near.cache_info().currsize, index.world.cache_info().currsize)
print("babel" in sys.modules)
"""


def _loaded(asked: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT.format(asked=asked)],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def test_a_code_loads_no_names() -> None:
    assert _loaded("resolve('FRA'); resolve('FR')") == ["0", "0", "False"]


def test_english_and_french_load_no_other_language() -> None:
    asked = "resolve('France'); resolve('les Pays-Bas'); resolve('Korea, Republic of')"
    assert _loaded(asked) == ["1", "0", "False"]


def test_another_language_loads_the_rest() -> None:
    assert _loaded("resolve('Frankreich')") == ["1", "1", "False"]
