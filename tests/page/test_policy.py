from geo.page.policy import content_security_policy


def test_only_the_given_texts_may_run() -> None:
    policy = content_security_policy(["alert(1)"], ["p{}"])
    assert "default-src 'none'" in policy
    assert "connect-src 'none'" in policy
    assert "unsafe" not in policy
    # printf 'alert(1)' | openssl dgst -sha256 -binary | base64
    assert "script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='" in policy


def test_an_attribute_is_allowed_by_its_own_text_alone() -> None:
    policy = content_security_policy(["alert(1)"], [], style_attributes=["alert(1)"])
    digest = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
    assert f"style-src 'unsafe-hashes' {digest};" in policy
    assert f"script-src {digest};" in policy
