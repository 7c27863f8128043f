"""Text as Markdown that does nothing: no layout, and nobody is called or led anywhere by it.

A code host reads a comment for names, numbers of cases and addresses too. What it would act on is
cut in two by a comment that nobody sees.
"""

from __future__ import annotations

import re

_SIGNS = str.maketrans({sign: "\\" + sign for sign in "\\*_[]<>`~|"})
_CUT = "<!-- -->"
_ACTS = re.compile(
    r"(?<=@)(?=\w)"  # a name, or the middle of an e-mail address
    r"|(?<=[#!%&$])(?=[\w\"])"  # a case, a proposal, a milestone; written `#12` or `!12`
    r"|(?<=GH-)(?=\d)"
    r"|(?<=[a-z]:)(?=//)|(?<=www)(?=\.)"  # an address
    r"|(?<=[0-9a-f]{6})(?=[0-9a-f])",  # a commit
    re.IGNORECASE,
)


def inert(text: str) -> str:
    """The text as it is read, without what a code host would make of it."""
    return _ACTS.sub(_CUT, text.translate(_SIGNS)).replace("\n", " ")
