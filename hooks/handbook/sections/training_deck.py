"""The training of whoever stands beside the new one, as slides: day by day, and limits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from handbook.document.deck import Deck, Point, Points, Side, Sides, Slide, Written
from handbook.document.inline import Words
from handbook.document.linker import Linker
from handbook.document.places import Place
from handbook.model.acts import Act
from handbook.model.coverage import cited
from handbook.model.duties import MyRole, my_role
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import InclusionModel
from handbook.model.moments import When
from handbook.model.noun import Statement
from handbook.model.people import Role
from handbook.model.people import Side as SideOfTable
from handbook.model.practice import ExceptionKind, ExceptionPath, Response
from handbook.model.process import ChecklistItem, Message, Step
from handbook.model.source import Source
from handbook.norwegian import listed, lower_first, upper_first
from handbook.sections.duties import UNKNOWN_HOURS, hours_told, once_told
from handbook.sections.memo import named, weight
from handbook.sections.slides import closing, grounds, in_step, opening, said

_LATER = (When.WEEKLY, When.MONTHLY, When.MEETING, When.DURING, When.LAST_DAY, When.AFTER)


def trained_role(book: Handbook, model: InclusionModel) -> MyRole | None:
    """Whom the training of a model is for: the first colleague who does something in it.

    A colleague is whom an elected representative may also be; nobody who leads may.
    """
    mine = (my_role(model, role) for role in book.roles if _is_colleague(book, role))
    return next((one for one in mine if one.acts), None)


def _is_colleague(book: Handbook, role: Role) -> bool:
    known = (book.role_by_id.get(other) for other in role.can_combine_with)
    elected = any(other and other.belongs_to is SideOfTable.UNION for other in known)
    return role.belongs_to is SideOfTable.EMPLOYER and elected


def training_deck(linker: Linker, model: InclusionModel) -> Deck | None:
    """The deck, whole; None when nobody in the model stands beside the new one."""
    mine = trained_role(linker.book, model)
    if mine is None:
        return None
    slides = tuple(slide for part in _PARTS for slide in part(linker, mine))
    edition = linker.book.edition
    whose = upper_first(f"{mine.role.title} i {named(model)}")
    foot = f"{whose} · versjon {model.version} · utgave {edition.edition}"
    return Deck(training_title(mine), slides, foot)


def training_title(mine: MyRole) -> str:
    """What the deck is called."""
    return f"Til deg som skal være {mine.role.title}: {mine.model.short_title}"


def _opening(linker: Linker, mine: MyRole) -> Iterator[Slide]:
    title = f"Slik er du {mine.role.title} i {named(mine.model)}"
    yield opening(linker, mine.model, title, (
        "Bruk presentasjonen når dere lærer opp de som skal ha rollen.",
        "Bytt ut det som står i hakeparentes, og ta med eksempler fra egen arbeidsplass.",
        "Det som ikke fikk plass på lysarkene, står her i notatene.",
    ))  # fmt: skip


def _role(linker: Linker, mine: MyRole) -> Iterator[Slide]:
    role = mine.role
    lead = Point(linker.words(role.you_are), whole=True, written=_in_role(mine, "you_are"))
    points = (*_own(linker, mine), *_hours(mine))
    notes: tuple[Words, ...] = (
        ("Fortell hva rollen er, og hvor mye tid hver av dem får.",),
        ("Spør hva de er usikre på.",),
        *grounds((mine.own,) if mine.own else ()),
    )
    yield Points("Rollen din", points, notes, (lead,))


def _own(linker: Linker, mine: MyRole) -> Iterator[Point]:
    """What the model says of the role, to whoever has it."""
    if mine.own is None:
        return
    first, *rest = linker.words(mine.own.responsibility)
    words = lower_first(first) if isinstance(first, str) else first
    at = Written("model", mine.model.id, ("roles", mine.model.roles.index(mine.own),
                                          "responsibility"))  # fmt: skip
    yield Point(("Du ", words, *rest), f"I {named(mine.model)}:", written=at)
    if mine.own.local_name:
        yield Point((f"{upper_first(mine.own.local_name)}.",), "Rollen heter her:", whole=True)


def _hours(mine: MyRole) -> Iterator[Point]:
    told = hours_told(mine)
    words = " ".join((*told, once_told(mine))).strip() if told else UNKNOWN_HOURS
    yield Point((words,), "Tid:", whole=True)


def _before(linker: Linker, mine: MyRole) -> Iterator[Slide]:
    training = mine.role.training
    acts = _acts(mine, When.BEFORE_START, When.DAY_BEFORE)
    left = Side("Du bør", _of_role(linker, mine, "training", training, "Du bør"))
    right = Side("Dette gjør du", _told(linker, mine, acts))
    how: Words = ("Gå gjennom punktene, og avtal når hver av dem er gjort.",)
    rest_on = (*training, *(act.item for act in acts))
    yield from _with_content(Sides("Før første dag", left, right, (how, *grounds(rest_on))))


def _days(linker: Linker, mine: MyRole) -> Iterator[Slide]:
    """The first day, and what comes later."""
    day, week, later = (
        _acts(mine, *whens) for whens in ((When.FIRST_DAY,), (When.FIRST_WEEK,), _LATER)
    )
    left = Side("Første dag", _told(linker, mine, day))
    right = Side("Første uke og underveis" if later else "Første uke",
                 _told(linker, mine, (*week, *later)))  # fmt: skip
    how: Words = ("Øv på den første dagen: Hvor møtes dere, og hva viser dere først?",)
    rest_on = [act.item for act in (*day, *week, *later)]
    yield from _with_content(Sides("Når den nye kommer", left, right, (how, *grounds(rest_on))))


def _limits(linker: Linker, mine: MyRole) -> Iterator[Slide]:
    barred, limits = mine.role.must_not, mine.role.limits
    left = Side("Du skal ikke", _of_role(linker, mine, "must_not", barred, "Du skal ikke"))
    right = Side("Husk", _of_role(linker, mine, "limits", limits))
    how: Words = ("Gi et eksempel på hver grense. Hva gjør de hvis noen ber dem gå over den?",)
    rest_on = (*barred, *limits)
    yield from _with_content(Sides("Grensene dine", left, right, (how, *grounds(rest_on))))


def _with_content(slide: Sides) -> Iterator[Slide]:
    """A list that is alone has the slide to itself, and a slide without any is left out."""
    filled = [side for side in (slide.left, slide.right) if side.points]
    if len(filled) == 2:
        yield slide
    elif filled:
        (only,) = filled
        yield Points(f"{slide.title}: {lower_first(only.title)}", only.points, slide.notes)


def _trouble(linker: Linker, mine: MyRole) -> Iterator[Slide]:
    """What to do when something is wrong."""
    firsts = [(path, own[0]) for path, own in mine.responses if not _of_secrets(path)]
    untold = (act for act in _acts(mine, When.TROUBLE) if not _answered(act, firsts))
    acts = _told(linker, mine, untold)
    answers = tuple(_answer(linker, mine, *first) for first in firsts)
    notes: tuple[Words, ...] = (
        ("Gå gjennom hva hver av dem gjør først, og hvem de går til.",),
        *grounds([one for _, one in firsts]),
    )
    if acts or answers:
        yield Points("Når det ikke går som planlagt", (*acts, *answers), notes)


def _answered(act: Act, answers: Iterable[tuple[ExceptionPath, Response]]) -> bool:
    """Whether what sets a task going is what an exception is about."""
    event = act.item.moment.event if act.item.moment else None
    what = event.removeprefix("Når ").lower() if event else ""
    return bool(what) and any(path.title.lower().startswith(what) for path, _ in answers)


def _of_secrets(path: ExceptionPath) -> bool:
    return path.kind is ExceptionKind.CONFIDENTIALITY


def _answer(linker: Linker, mine: MyRole, path: ExceptionPath, one: Response) -> Point:
    """The first thing the role does in one situation."""
    at = mine.model.exceptions.index(path)
    where = ("exceptions", at, "responses", path.responses.index(one), "text")
    return Point(linker.words(one.text), f"{path.title}:", whole=True,
                 written=Written("model", mine.model.id, where))  # fmt: skip


def _private(linker: Linker, mine: MyRole) -> Iterator[Slide]:
    """What is kept to oneself, and words to say, to be read aloud and tried."""
    secret = Point(
        linker.words(mine.role.confidentiality.text), "Taushet:", whole=True,
        written=_in_role(mine, "confidentiality", "text"),
    )  # fmt: skip
    slips = [(path, own[0]) for path, own in mine.responses if _of_secrets(path)]
    own = tuple((step, at, one) for step in mine.model.steps
                for at, one in enumerate(step.messages) if one.sender == mine.role.id)  # fmt: skip
    points = (secret, *(_answer(linker, mine, *slip) for slip in slips),
              *(_to_say(linker, mine, *one) for one in own))  # fmt: skip
    rest_on = (*(one for _, one in slips), *(one for _, _, one in own))
    yield Points("Det som er privat", points, (*(_PRACTICE if own else ()), *grounds(rest_on)))


_PRACTICE: tuple[Words, ...] = (
    ("Les det som står i anførselstegn, høyt, og øv to og to: Den ene spør, og den andre svarer.",),
    ("Si det gjerne med egne ord. Det som står i hakeparentes, bytter du ut.",),
)


def _to_say(linker: Linker, mine: MyRole, step: Step, at: int, one: Message) -> Point:
    where = in_step(mine.model, step, "messages", at, "text")
    return Point(("«", *linker.words(one.text), "»"), f"{one.title}:", whole=True, written=where)


def _closing(linker: Linker, mine: MyRole) -> Iterator[Slide]:
    model, book = mine.model, linker.book
    used = (book.form_by_id[one] for one in model.forms if one in book.form_by_id)
    forms = [one for one in used if mine.role.id in (*one.filled_in_by, *one.signed_by)]
    named = listed([f"{one.id} {one.title}" for one in forms])
    more = (Point((f"{named}.",), "Skjemaer:", whole=True),) if forms else ()
    place = Place("duties", f"{mine.role.id}/{model.id}")
    yield closing(linker, place, _sources(book, mine), more)


def _sources(book: Handbook, mine: MyRole) -> list[Source]:
    """The sources behind what the deck says of the role."""
    told = (mine.role, mine.own, tuple(act.item for act in mine.acts),
            tuple(one for _, own in mine.responses for one in own))  # fmt: skip
    used = {book.finding_by_id[n][0].id for n in cited(told) if n in book.finding_by_id}
    return sorted((source for source in book.sources if source.id in used), key=weight)


def _acts(mine: MyRole, *whens: When) -> tuple[Act, ...]:
    return tuple(act for act in mine.acts if act.when in whens)


def _told(linker: Linker, mine: MyRole, acts: Iterable[Act]) -> tuple[Point, ...]:
    return tuple(_act(linker, mine, act.step, act.item) for act in acts)


def _act(linker: Linker, mine: MyRole, step: Step, item: ChecklistItem) -> Point:
    """What to do, with what must have happened first."""
    written = in_step(mine.model, step, "do", step.do.index(item), "text")
    event = item.moment.event if item.moment else None
    return Point(linker.words(item.text), f"{event}:" if event else "", written=written)


def _of_role(
    linker: Linker, mine: MyRole, field: str, told: Sequence[Statement], before: str = ""
) -> tuple[Point, ...]:
    """What is told in a field of the role, each where the role's own entry has it."""
    texts = [one.text for one in getattr(linker.book.role_by_id[mine.role.id], field)]
    return tuple(
        said(linker, one, _in_role(mine, field, texts.index(one.text), "text"), before)
        for one in told
    )


def _in_role(mine: MyRole, *path: str | int) -> Written:
    return Written("role", mine.role.id, path)


_Part = Callable[[Linker, MyRole], Iterator[Slide]]

_PARTS: tuple[_Part, ...] = (
    _opening, _role, _before, _days, _limits, _trouble, _private, _closing,
)  # fmt: skip
"""The deck from first to last: the table of contents of this file."""
