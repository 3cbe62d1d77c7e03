"""The parsers of cells need nothing but Python, so that they start at once."""

import subprocess
import sys

MODULES = (
    "date_order dates degrees figure figures letters months numerals"
    " partial_date refused separators urls written_dates"
)
PROBE = """
import sys, importlib
before = set(sys.modules)
for name in sys.argv[1:]:
    importlib.import_module(f"geo.cells.{name}")
roots = {name.partition(".")[0] for name in set(sys.modules) - before}
print(*sorted(roots - sys.stdlib_module_names))
"""


def test_only_the_standard_library_and_the_vocabulary_are_imported():
    ran = subprocess.run(
        [sys.executable, "-c", PROBE, *MODULES.split()],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == ["geo"]
