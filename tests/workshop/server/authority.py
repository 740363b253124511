"""Certificates, made where a test needs them."""

from __future__ import annotations

import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path

_CONFIG = """
[ca]
default_ca = own
[own]
dir = .
new_certs_dir = .
database = index
serial = serial
default_md = sha256
policy = any
copy_extensions = copy
[any]
commonName = supplied
"""
_NOW_TO_LONG_AFTER = ("20200101000000Z", "20991231000000Z")


@dataclass(frozen=True, slots=True)
class Authority:
    """Somebody who signs certificates, and whom a browser may trust."""

    folder: Path

    @property
    def certificate(self) -> Path:
        return self.folder / "authority.pem"

    def trusting(self) -> ssl.SSLContext:
        """How a browser speaks TLS that trusts it, and nobody else."""
        return ssl.create_default_context(cafile=self.certificate)

    def signed(
        self,
        name: str,
        names: str,
        *,
        valid: tuple[str, str] = _NOW_TO_LONG_AFTER,
        purpose: str = "serverAuth",
    ) -> tuple[Path, Path]:
        """A certificate for some names, and its key."""
        extensions = f"subjectAltName={names}\nextendedKeyUsage={purpose}\n"
        (self.folder / f"{name}.ext").write_text(extensions)
        asked = ("-out", f"{name}.csr", "-subj", f"/CN={name}")
        _openssl(self.folder, "req", *_new_key(f"{name}.key"), *asked)
        given = ("-in", f"{name}.csr", "-out", f"{name}.pem", "-notext")
        when = ("-startdate", valid[0], "-enddate", valid[1])
        by = ("-cert", "authority.pem", "-keyfile", "authority.key")
        how = ("-batch", "-config", "authority.cnf", "-extfile", f"{name}.ext")
        _openssl(self.folder, "ca", *how, *by, *given, *when)
        return self.folder / f"{name}.pem", self.folder / f"{name}.key"

    def locked(self, key: Path) -> Path:
        """A key behind a passphrase."""
        out = key.with_suffix(".locked")
        how = ("-aes256", "-passout", "pass:a-phrase-of-a-test")
        _openssl(self.folder, "pkey", "-in", str(key), *how, "-out", str(out))
        return out


def authority_in(folder: Path) -> Authority:
    """Somebody new who signs."""
    (folder / "authority.cnf").write_text(_CONFIG)
    (folder / "index").write_text("")
    (folder / "serial").write_text("01\n")
    subject = ("-subj", "/CN=An authority", "-days", "30")
    is_one = ("-addext", "basicConstraints=critical,CA:TRUE")
    made = ("-x509", *_new_key("authority.key"), "-out", "authority.pem")
    _openssl(folder, "req", *made, *subject, *is_one)
    return Authority(folder)


def _new_key(file: str) -> tuple[str, ...]:
    how = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    return (*how, "-keyout", file)


def _openssl(folder: Path, *words: str) -> None:
    subprocess.run(("openssl", *words), cwd=folder, check=True, capture_output=True)
