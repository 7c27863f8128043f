"""What servers are told: handed-out set-ups that cannot drift, security.txt, packed files."""

from __future__ import annotations

import datetime as dt
import gzip
import shutil
from pathlib import Path

import pytest

from handbook.__main__ import main
from handbook.build import Options, build
from handbook.hosting import EXAMPLES, content_policy, headers, hosting_files, server_examples
from handbook.publishing.packed import with_packed
from handbook.reading.folder import read_handbook
from project import ROOT, TODAY, real_reading

TINY = ROOT / "tests/checks/tiny"
SECURITY = "security:\n  contact: {}\n  expires: 2027-11-01\n"


@pytest.mark.content
def test_the_handed_out_set_ups_are_those_of_the_code() -> None:
    book = real_reading().handbook
    assert book is not None
    made = server_examples(book.edition.site_url)
    there = {f.name: f.read_bytes() for f in (ROOT / EXAMPLES).iterdir()}
    assert there == made, "kjør «python -m handbook hosting»"


@pytest.mark.parametrize("name", ["_headers", "nginx.conf", "Caddyfile"])
def test_every_header_is_in_every_set_up(name: str) -> None:
    site = "https://eksempel.no/"
    text = (hosting_files(site) | server_examples(site))[name].decode()
    for header, value in headers().items():
        assert header in text
        assert value in text


def test_the_policy_in_a_page_is_the_policy_of_the_server() -> None:
    assert content_policy() == content_policy(in_page=True) + "; frame-ancestors 'none'"


def _tiny_with(tmp_path: Path, contact: str) -> Path:
    root = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    with (root / "model/handbook.yml").open("a", encoding="utf-8") as file:
        file.write(SECURITY.format(contact))
    return root


def test_security_txt_says_what_the_editors_say(tmp_path: Path) -> None:
    root = _tiny_with(tmp_path, "mailto:sikkerhet@eksempel.no")
    made = build(root, TODAY, options=Options(files=False))
    files = made.files
    assert not made.findings
    assert files[".well-known/security.txt"].decode() == (
        "Contact: mailto:sikkerhet@eksempel.no\n"
        "Expires: 2027-11-01T00:00:00Z\n"
        "Preferred-Languages: no, en\n"
        "Canonical: https://eksempel.no/.well-known/security.txt\n"
    )


def test_nobody_s_contact_is_made_up() -> None:
    assert ".well-known/security.txt" not in build(TINY, TODAY, options=Options(files=False)).files


@pytest.mark.parametrize("contact", ["sikkerhet@eksempel.no", "http://eksempel.no", "ring oss"])
def test_a_contact_nobody_can_write_to_is_told(tmp_path: Path, contact: str) -> None:
    (one,) = read_handbook(_tiny_with(tmp_path, contact)).findings
    assert (one.code, one.found) == ("N09", contact)
    assert "mailto:" in one.fix


def test_packed_files_are_the_files_and_the_same_each_time() -> None:
    page = b"<p>hei</p>" * 500
    files = [("a/side.html", page), ("liten.css", b"a{}"), ("bok.pdf", b"%PDF" * 500)]
    made = dict(with_packed(files))
    assert made.keys() - dict(files).keys() == {"a/side.html.gz"}
    assert gzip.decompress(made["a/side.html.gz"]) == page
    assert dict(with_packed(files)) == made


def test_what_is_due_stands_with_its_day_and_place(capsys: pytest.CaptureFixture[str]) -> None:
    def said(today: dt.date, form: str = "text") -> tuple[int, str]:
        code = main(["--root", str(TINY), "--today", str(today), "freshness", "--format", form])
        return code, capsys.readouterr().out

    code, text = said(dt.date(2026, 11, 22))
    assert code == 0
    assert text.startswith("Ingenting er over tida 2026-11-22.")
    code, text = said(dt.date(2027, 10, 1))
    assert code == 0
    assert "MÅ GJØRES INNEN 60 DAGER" in text
    assert "Gå gjennom modellen «mini», innen 2027-11-01 (model/mini/model.yml:97:12)" in text
    code, text = said(dt.date(2027, 11, 2), "markdown")
    assert code == 1
    assert "### Over tida\n\n- Gå gjennom modellen «mini», innen 2027-11-01" in text
