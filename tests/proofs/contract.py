"""What scripts and styles look for in a page, and what pages and scripts write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass

from project import ROOT

ASSETS = ROOT / "hooks/theme/assets"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LINE_COMMENT = re.compile(r"(?m)(?<![:\w])//.*$")
_RULE = re.compile(r"([^{}]+)\{")
_STRING = re.compile(r"'([^'\n]*)'|\"([^\"\n]*)\"|`([^`]*)`")
_SELECTED = re.compile(r"\.([a-z][\w-]*)|#([a-z][\w-]*)|\[(data-[\w-]+)")
_SEEKS = re.compile(
    r"(?:querySelector(?:All)?|closest|matches|all|find|field)\(\s*(['\"`])(.*?)\1", re.DOTALL
)


@dataclass(frozen=True)
class Names:
    """Classes, ids and attributes for data."""

    classes: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    data: frozenset[str] = frozenset()

    @classmethod
    def of(cls, *names: str) -> Names:
        """Each as words in a row."""
        return cls(*(frozenset(row.split()) for row in names))

    def __or__(self, other: Names) -> Names:
        return Names(*(one | two for one, two in self._beside(other)))

    def __sub__(self, other: Names) -> Names:
        return Names(*(one - two for one, two in self._beside(other)))

    def __ge__(self, other: Names) -> bool:
        return other - self == NONE

    def _beside(self, other: Names) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
        return zip(astuple(self), astuple(other), strict=True)


NONE = Names()


def styled() -> Names:
    """What the styles look for."""
    found = NONE
    for file in sorted((ASSETS / "css").glob("*.css")):
        css = _COMMENT.sub("", file.read_text(encoding="utf-8"))
        for rule in _RULE.finditer(css):
            if not rule[1].lstrip().startswith("@"):
                found |= selected(rule[1])
    return found


def selected(selector: str) -> Names:
    """The names in a selector."""
    bare = re.sub(r"\"[^\"]*\"|'[^']*'", "", selector)
    found = list(_SELECTED.finditer(bare))
    return Names(*(frozenset(f[n] for f in found if f[n]) for n in (1, 2, 3)))


def scripts() -> Iterator[tuple[str, str]]:
    """Name and code of each script, without comments."""
    for file in sorted((ASSETS / "js").glob("*.js")):
        code = _LINE_COMMENT.sub("", _COMMENT.sub("", file.read_text(encoding="utf-8")))
        yield file.name, code


def sought(code: str) -> Names:
    """What a script looks for."""
    found = NONE
    for match in _SEEKS.finditer(code):
        found |= selected(re.sub(r"\$\{[^}]*\}", "", match[2]))
    read = re.findall(r"\bdataset\.(\w+)(?!\w|\s*=[^=])", code)
    read += re.findall(r"delete [\w.]*dataset\.(\w+)", code)
    named = re.findall(r"(?:get|has|remove)Attribute\(\s*['\"](data-[\w-]+)", code)
    ids = re.findall(r"getElementById\(\s*['\"]([\w-]+)", code)
    classes = re.findall(r"classList\.contains\(\s*['\"]([\w-]+)", code)
    data = frozenset({_kebab(name) for name in read} | set(named))
    return found | Names(frozenset(classes), frozenset(ids), data)


def made(code: str) -> Names:
    """What a script writes."""
    classes = re.findall(r"(?:className\s*=|classList\.\w+\()\s*['\"]([\w -]+)", code)
    classes += re.findall(r"\bmake\(\s*['\"]\w+['\"],\s*['\"]([\w -]+)", code)
    for call in re.findall(r"\bmake\(([^()]*)\)", code):
        classes += [next(filter(None, text), "") for text in _STRING.findall(call)]
    ids = re.findall(r"\.id\s*=\s*['\"]([\w-]+)", code)
    data = {_kebab(name) for name in re.findall(r"\bdataset\.(\w+)\s*=[^=]", code)}
    data |= set(re.findall(r"(?:set|toggle)Attribute\(\s*['\"](data-[\w-]+)", code))
    return Names.of(" ".join(classes), " ".join(ids), " ".join(data))


def written(html: str) -> Names:
    """What stands in a page."""
    classes = re.findall(r'\bclass="([^"]*)"', html)
    ids = re.findall(r'\bid="([^"]*)"', html)
    data = re.findall(r"[\s\"](data-[\w-]+)", html)
    return Names.of(" ".join(classes), " ".join(ids), " ".join(data))


def _kebab(name: str) -> str:
    return "data-" + re.sub(r"[A-Z]", lambda letter: "-" + letter[0].lower(), name)
