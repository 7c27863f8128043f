"""Zip files: the same files, the same bytes, and what lies in many of them is compressed once."""

from __future__ import annotations

import datetime as dt
import struct
import zlib
from collections.abc import Callable, Mapping
from typing import NamedTuple

_VERSION = 20
"""Of the format: files are compressed by deflate, and there are no large ones."""
_UTF8 = 0x800
_OURS_ALONE = 0o600 << 16
"""The rights of a file, as Python's own library tells them."""


class Packed(NamedTuple):
    """What a file is in a zip file, but for its name and its day."""

    content: bytes
    sum: int
    size: int


def packed(content: bytes) -> Packed:
    """A file compressed."""
    machine = zlib.compressobj(6, zlib.DEFLATED, -15)
    made = machine.compress(content) + machine.flush()
    return Packed(made, zlib.crc32(content), len(content))


def zipped(
    files: Mapping[str, bytes], day: dt.date, pack: Callable[[bytes], Packed] = packed
) -> bytes:
    """A zip in the order given, every file dated the same day; `pack` may know some already."""
    out, listed = bytearray(), bytearray()
    for name, content in files.items():
        file, told = pack(content), name.encode()
        about = _about(file, told, day)
        listed += struct.pack("<4s2H", b"PK\1\2", _VERSION, _VERSION) + about
        listed += struct.pack("<HHHLL", 0, 0, 0, _OURS_ALONE, len(out)) + told
        out += struct.pack("<4sH", b"PK\3\4", _VERSION) + about + told + file.content
    many = len(files)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, many, many, len(listed), len(out), 0)
    return bytes(out + listed + end)


def _about(file: Packed, name: bytes, day: dt.date) -> bytes:
    """What a file's head and its line in the list both say."""
    flags = 0 if name.isascii() else _UTF8
    date = (max(day.year, 1980) - 1980) << 9 | day.month << 5 | day.day
    return struct.pack("<4H3L2H", flags, zlib.DEFLATED, 0, date, file.sum, len(file.content),
                       file.size, len(name), 0)  # fmt: skip
