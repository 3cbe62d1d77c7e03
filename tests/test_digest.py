import hashlib
import os
from pathlib import Path

import pytest

from geo.digest import digest, file_digest, file_digests, text_digest


def test_it_is_what_sha256sum_says(tmp_path: Path) -> None:
    data = os.urandom(3_000_000)
    path = tmp_path / "a"
    path.write_bytes(data)
    assert file_digest(path) == digest(data) == hashlib.sha256(data).hexdigest()


def test_what_cannot_be_read_has_none(tmp_path: Path) -> None:
    missing = tmp_path / "none"
    assert file_digests([tmp_path, missing]) == {tmp_path: None, missing: None}
    assert file_digest(tmp_path / "nul\0") is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert file_digest(pipe) is None


def test_a_text_is_the_same_however_windows_wrote_it(tmp_path: Path) -> None:
    path, texts = (
        tmp_path / "a.toml",
        (b"a\nb\n", b"a\r\nb\r\n", b"\xef\xbb\xbfa\r\nb\n"),
    )
    found = set()
    for text in texts:
        path.write_bytes(text)
        found.add(text_digest(path))
    assert found == {digest(texts[0])}
