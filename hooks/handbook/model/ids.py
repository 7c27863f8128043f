"""What a permanent name looks like, and the addresses that follow from it.

An id is for machines and stays for ever; a title is for people and may change.
"""

import re
import unicodedata
from typing import Annotated

from pydantic import StringConstraints

SLUG_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
FORM_PATTERN = r"^SKJ-[0-9]{2,4}$"
FINDING_PATTERN = r"^[A-Z]{1,2}[1-9][0-9]{0,3}$"
FIELD_PATTERN = r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$"
FIELD_AT_PATTERN = r"^(SKJ-[0-9]{2,4}|sak)/[a-z][a-z0-9]*(_[a-z0-9]+)*$"
VERSION_PATTERN = r"^[0-9]+\.[0-9]+(\.[0-9]+)?$"
CONTACT_PATTERN = r"^(mailto:[^@\s]+@[^@\s]+|https://\S+)$"
AUTHORITY_PATTERN = r"^([a-z0-9-]+\.)+[a-z]{2,},[0-9]{4}(-[0-9]{2}){0,2}$"

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=60)]
"""`ia-vikar`: small letters a–z, digits, single hyphens."""

FormId = Annotated[str, StringConstraints(pattern=FORM_PATTERN)]
"""`SKJ-12`: short enough to print on paper and type again."""

FindingId = Annotated[str, StringConstraints(pattern=FINDING_PATTERN)]
"""`S60`: the number of one finding in one source, unique in the whole handbook."""

FieldId = Annotated[str, StringConstraints(pattern=FIELD_PATTERN, max_length=40)]
"""`start_date`: permanent inside its form; the same in web form, PDF, Word and JSON."""

FieldAt = Annotated[str, StringConstraints(pattern=FIELD_AT_PATTERN)]
"""`SKJ-05/start_date`: a field of another form; `sak/start`: what the reader's case says."""

VersionNumber = Annotated[str, StringConstraints(pattern=VERSION_PATTERN)]
"""`1.2`: kept as text, so that 1.10 never becomes 1.1."""

ContactAddress = Annotated[str, StringConstraints(pattern=CONTACT_PATTERN, max_length=200)]
"""`mailto:sikkerhet@…` or `https://…`: what RFC 9116 asks of a contact."""

AuthorityName = Annotated[str, StringConstraints(pattern=AUTHORITY_PATTERN, max_length=100)]
"""`eksempel.no,2026`: a domain and a time when one owned it, as RFC 4151 names things."""

KeyPath = tuple[str | int, ...]
"""`("phases", 0, "title")`: keys and positions, from the top of a file to a value in it."""

_FOLD = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t"})


def slug_of(text: str) -> str:
    """Fold a title to an id: `Tøft, men ærlig` becomes `toft-men-aerlig`.

    æ, ø and å are kept apart from nothing (the default of Python-Markdown drops them),
    other accents fall away. The answer may be empty when the text has no letter or digit.
    """
    folded = unicodedata.normalize("NFC", text).lower().translate(_FOLD)
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
