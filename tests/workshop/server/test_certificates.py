"""A certificate is good, or refused in a sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from empathy_sim.errors import Usage
from empathy_sim.workshop.server.certificates import is_named, tls_with
from tests.workshop.server.authority import Authority, authority_in

pytestmark = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="there is no openssl on this machine"
)
NAMES = "DNS:workshop.example.org,DNS:*.rooms.example,IP:127.0.0.1"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority_in(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def good(authority: Authority) -> tuple[Path, Path]:
    return authority.signed("good", NAMES)


def refused(certificate: Path, key: Path | None) -> str:
    with pytest.raises(Usage) as caught:
        tls_with(certificate, key)
    assert caught.value.try_
    return caught.value.says


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("workshop.example.org", True),
        ("WORKSHOP.example.org", True),
        ("one.rooms.example", True),
        ("127.0.0.1", True),
        ("example.org", False),
        ("one.two.rooms.example", False),
        ("192.168.1.20", False),
        ("localhost", False),
    ],
)
def test_a_certificate_is_for_its_names_and_for_no_others(
    good: tuple[Path, Path], name: str, fits: bool
) -> None:
    assert is_named(tls_with(*good), good[0], name) is fits


def test_a_key_may_stand_in_the_certificates_file(good: tuple[Path, Path]) -> None:
    certificate, key = good
    both = certificate.with_name("both.pem")
    both.write_bytes(key.read_bytes() + certificate.read_bytes())

    assert is_named(tls_with(both, None), both, "workshop.example.org")


def test_a_certificate_may_stand_before_those_that_signed_it(
    authority: Authority, good: tuple[Path, Path]
) -> None:
    certificate, key = good
    chain = certificate.with_name("chain.pem")
    chain.write_bytes(certificate.read_bytes() + authority.certificate.read_bytes())

    assert is_named(tls_with(chain, key), chain, "workshop.example.org")


def test_each_file_that_does_not_do_is_named(
    authority: Authority, good: tuple[Path, Path], tmp_path: Path
) -> None:
    certificate, key = good
    other = authority.signed("other", "DNS:other.example")[1]
    text, gone = tmp_path / "text.pem", tmp_path / "gone.pem"
    text.write_text("not a certificate")
    broken = tmp_path / "broken.pem"
    broken.write_bytes(certificate.read_bytes().replace(b"MII", b"MIJ", 1))

    assert refused(gone, key) == f"{gone} cannot be read for TLS: {_GONE}."
    assert refused(certificate, gone) == f"{gone} cannot be read for TLS: {_GONE}."
    assert "is a directory" in refused(tmp_path, key)
    assert refused(text, key) == f"{text} holds no certificate for TLS."
    assert refused(certificate, text) == f"{text} holds no key for TLS."
    assert refused(certificate, None) == f"{certificate} holds no key for TLS."
    assert refused(certificate, other) == (
        f"The key in {other} does not belong to the certificate in {certificate}."
    )
    assert f"{broken} and its key cannot be used for TLS: " in refused(broken, key)
    locked = authority.locked(key)
    assert refused(certificate, locked) == (
        f"The key in {locked} is locked with a passphrase."
    )


_GONE = "no such file or directory"


@pytest.mark.parametrize(
    ("valid", "purpose", "says"),
    [
        (("20200101000000Z", "20200201000000Z"), "serverAuth", "has expired."),
        (("20980101000000Z", "20990201000000Z"), "serverAuth", "is not valid yet."),
        (("20200101000000Z", "20990201000000Z"), "emailProtection", "not for a server"),
    ],
)
def test_what_every_browser_refuses_is_refused_at_once(
    authority: Authority, valid: tuple[str, str], purpose: str, says: str
) -> None:
    unfit = authority.signed(
        f"unfit-{valid[0]}-{purpose}", NAMES, valid=valid, purpose=purpose
    )

    assert says in refused(*unfit)
