"""A certificate is looked at before a room opens."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from empathy_sim.cli.host_asked import Asked, other_name, refuse_unfit
from empathy_sim.errors import Usage
from tests.cli.command_run import Command
from tests.workshop.server.authority import authority_in

pytestmark = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="there is no openssl on this machine"
)
NAME = "workshop.example.org"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    authority = authority_in(tmp_path_factory.mktemp("authority"))
    return authority.signed("good", f"DNS:{NAME}")


def asked_with(files: tuple[Path, Path], **how: object) -> Asked:
    certificate, key = files
    return Asked(wanted="x", tls_cert=certificate, tls_key=key, port=0, **how)  # type: ignore[arg-type]


def test_a_certificate_that_is_for_the_address_is_not_spoken_of(
    files: tuple[Path, Path],
) -> None:
    asked = asked_with(files, public_url=f"https://{NAME}:8040")
    refuse_unfit(asked)

    assert other_name(asked, f"https://{NAME}:8040") == ""
    assert other_name(Asked(), "http://127.0.0.1:8040") == ""


def test_a_certificate_for_another_name_is_told_with_what_to_say(
    files: tuple[Path, Path],
) -> None:
    said = other_name(asked_with(files), "https://192.168.1.20:8040")

    assert "The certificate is not for 192.168.1.20:" in said
    assert "--public-url" in said


def test_files_that_were_changed_about_are_refused_and_leave_no_room(
    command: Command, files: tuple[Path, Path]
) -> None:
    certificate, key = files
    with pytest.raises(Usage, match="holds no certificate"):
        refuse_unfit(asked_with((key, certificate)))
    failed = command(
        *("host", "slipping-hold", "--tls-cert", str(key), "--tls-key"),
        *(str(certificate), "--port", "0", "--bind", "127.0.0.1"),
    )

    assert failed.code == 2
    assert "holds no certificate for TLS." in failed.err
    assert command("workshops").out == "No workshop is kept here.\n"
