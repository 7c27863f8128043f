"""Assets named after what is in them, so that a new page never meets an old script.

`assets/js/form.js` becomes `assets/js/form.3f2a9c1b44.js`, and whoever refers to it says so: pages,
styles and scripts. A name stands for one content for ever, so browsers may keep it.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

_STAMPED = frozenset({".css", ".js", ".png", ".svg", ".woff2"})
_LENGTH = 10
"""Letters of the digest; enough to tell a few versions of one file apart."""
_IN_QUOTES = re.compile(rb'assets/(?<![\w-]assets/)[\w./-]+\.(?:css|js|png|svg|woff2)(?=["\'&])')
"""Begins with plain letters, which are sought fastest; then it looks at what stood before them."""
_IN_STYLES = re.compile(rb'(?<=url\(")[\w./-]+(?="\))')


def with_stamped(
    files: Iterable[tuple[str, bytes]], assets: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """The files of a site as they come, where `assets` among them have new names and are found."""
    stamps = _Stamps(assets)
    for name, content in files:
        if name in assets:
            yield stamps.name(name), stamps.content(name)
        elif name.endswith(".html"):
            yield name, _IN_QUOTES.sub(stamps.named, content)
        else:
            yield name, content


class _Stamps:
    """New names and contents, made when asked for: a name needs those it refers to first."""

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        self._assets = assets
        self._made: dict[str, tuple[str, bytes]] = {}

    def name(self, asset: str) -> str:
        """The new name of an asset, or the same when it is one that nobody refers to."""
        return self._of(asset)[0]

    def content(self, asset: str) -> bytes:
        """What is in it, with the new names of others."""
        return self._of(asset)[1]

    def named(self, found: re.Match[bytes]) -> bytes:
        """An address from the root of the site, wherever the text around it leads from."""
        asset = found[0].decode()
        return self.name(asset).encode() if asset in self._assets else found[0]

    def _of(self, asset: str) -> tuple[str, bytes]:
        if asset not in self._made:
            self._made[asset] = self._stamp(asset)
        return self._made[asset]

    def _stamp(self, asset: str) -> tuple[str, bytes]:
        path, content = PurePosixPath(asset), self._assets[asset]
        if path.suffix == ".css":
            content = _IN_STYLES.sub(lambda found: self._beside(path, found[0]), content)
        elif path.suffix == ".js":
            content = _IN_QUOTES.sub(self.named, content)
        if path.suffix not in _STAMPED:
            return asset, content
        digest = hashlib.sha256(content).hexdigest()[:_LENGTH]
        return str(path.with_suffix(f".{digest}{path.suffix}")), content

    def _beside(self, style: PurePosixPath, target: bytes) -> bytes:
        asset = posixpath.normpath(style.parent / target.decode())
        return posixpath.relpath(self.name(asset), style.parent).encode()
