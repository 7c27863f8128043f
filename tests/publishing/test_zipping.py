"""Zip files of our own: what Python's library would have written, to the last byte."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

from handbook.publishing.zipping import packed, zipped

DAY = dt.date(2026, 11, 22)
FILES = {"LESMEG.txt": b"hei " * 500, "skjema/æ.pdf": b"%PDF", "tom": b""}


def by_python(files: dict[str, bytes], day: dt.date) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content)
    return out.getvalue()


def test_a_zip_is_the_one_that_python_writes() -> None:
    assert zipped(FILES, DAY) == by_python(FILES, DAY)
    assert zipped({}, DAY) == by_python({}, DAY)


def test_a_day_before_the_format_began_is_its_first_year() -> None:
    assert zipped(FILES, dt.date(1970, 2, 3)) == by_python(FILES, dt.date(1980, 2, 3))


def test_what_is_known_is_not_compressed_again() -> None:
    known = {content: packed(content) for content in FILES.values()}
    assert zipped(FILES, DAY, known.__getitem__) == by_python(FILES, DAY)
