"""One step: who does what and when, with which form, and how one sees that it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from handbook.document import titles
from handbook.document.blocks import (
    Block,
    Blocks,
    Fact,
    Facts,
    Group,
    Item,
    ItemList,
    Paragraph,
    Section,
    said,
)
from handbook.document.inline import Quiet, Ref, Strong, Words, spread
from handbook.document.linker import Linker, there
from handbook.document.places import Place
from handbook.model.inclusion_model import InclusionModel
from handbook.model.noun import Absence
from handbook.model.people import Side
from handbook.model.process import (
    MeetingKit,
    Step,
    StepDocument,
    Timing,
)
from handbook.model.prose import Prose
from handbook.norwegian import counted, upper_first
from handbook.sections.actions import to_do
from handbook.sections.examples import from_step
from handbook.sections.messages import MESSAGES, message
from handbook.sections.responsibility import responsibility, responsibility_on_screen

NO_TIME = "Tidspunkt ikke kjent"


def step_section(linker: Linker, model: InclusionModel, step: Step, count: int) -> Section:
    """Everything one step says; `count` is its number in the model, from 1."""
    return _composed(_PARTS, linker, model, step, count)


def step_on_screen(linker: Linker, model: InclusionModel, step: Step, count: int) -> Section:
    """What one does in the step, and the ways to what another page tells whole."""
    return _composed(_ON_SCREEN, linker, model, step, count)


def _composed(
    parts: tuple[_Part, ...], linker: Linker, model: InclusionModel, step: Step, count: int
) -> Section:
    blocks = tuple(block for part in parts for block in part(linker, model, step))
    return Section(step.title, blocks, place=Place("step", f"{model.id}/{step.id}"), number=count)


def _opening(linker: Linker, _: InclusionModel, step: Step) -> Iterator[Block]:
    rows = [Fact("Når", said(_when(linker, step.timing)))]
    if step.leading_form:
        rows.append(Fact("Skjema", said((linker.heading("form", step.leading_form),))))
    yield Facts(tuple(rows), "step")


def _why(linker: Linker, _: InclusionModel, step: Step) -> Blocks:
    what = Group(linker.blocks(step.what), "what", linker.mark(step))
    why = linker.blocks(step.why) if step.why else ()
    title = "Hvorfor dette steget" if why else "Kort om steget"
    return (Section(title, (what, *why), "kort", "fold", former=("hvorfor",)),)


def _when(linker: Linker, timing: Timing | Absence | None) -> Words:
    if timing is None:
        return (titles.MISSING,)
    if isinstance(timing, Absence):
        return (f"{timing.label}.", *linker.note(timing)) if timing.note else (timing.label,)
    return (timing.label, *_deadline(timing), " ", linker.mark(timing))


def _deadline(timing: Timing) -> Words:
    return (" – ", Quiet(("frist",), "deadline")) if timing.deadline else ()


def timing_words(step: Step) -> Words:
    """When a step happens, in the few words of its label."""
    if not there(step.timing):
        return (Quiet((NO_TIME,), "when"),)
    return (Quiet((step.timing.label,), "when"), *_deadline(step.timing))


def _say(linker: Linker, model: InclusionModel, step: Step) -> Blocks:
    return (_said_in(linker, model, step.to_participant, _SAY_SPOT),) if step.to_participant else ()


def _said_in(linker: Linker, model: InclusionModel, words: Prose, anchor: str = "") -> Section:
    return Section(_say_to(linker, model), linker.blocks(words), anchor, "say")


def _say_on_screen(linker: Linker, model: InclusionModel, step: Step) -> Blocks:
    """The ways to the words on the participant's own pages, and on paper what to say."""
    ways, own = _ways_to_say(linker, model, step), own_page(linker, model, step)
    if own:
        ways = (*ways, Item(said((Ref(own, _own_words_title(linker, model)),)), anchor=OWN_WORDS))
    told = (_said_in(linker, model, step.to_participant),) if step.to_participant else ()
    return (
        *((Group((ItemList(ways, kind="related"),), "on-screen"),) if ways else ()),
        *((Group(told, "on-paper"),) if told else ()),
        *(() if own else _own_words(linker, model, step)),
    )


def _ways_to_say(linker: Linker, model: InclusionModel, step: Step) -> tuple[Item, ...]:
    if not step.to_participant:
        return ()
    spot = f"steg-{step.id}"
    words = linker.part(model, titles.PARTICIPANT, step.heading_for_participant, anchor=spot)
    return (Item(said((Strong((f"{_say_to(linker, model)}:",)), " ", words)), anchor=_SAY_SPOT),)


_SAY_SPOT = "si-dette"


def _say_to(linker: Linker, model: InclusionModel) -> str:
    return f"Si dette til {linker.participant(model)}"


def _documents(linker: Linker, _: InclusionModel, step: Step) -> Blocks:
    blocks = (
        *_listed(linker, "Trenger først", step.inputs, "inn"),
        *_listed(linker, "Kommer ut", step.outputs, "ut"),
        *_no_form(linker, step),
    )
    return (Section("Skjemaer og dokumenter", blocks, "skjemaer", "fold"),) if blocks else ()


def _listed(
    linker: Linker, title: str, documents: tuple[StepDocument, ...], anchor: str
) -> Iterator[Section]:
    if documents:
        items = tuple(Item(said(_document(linker, one))) for one in documents)
        yield Section(title, (ItemList(items, kind="form-links"),), anchor)


def _document(linker: Linker, document: StepDocument) -> Words:
    use = Quiet((document.action.label,), "use")
    name = linker.heading("form", document.form) if document.form else document.artefact or ""
    return name, " ", use


def form_links(linker: Linker, forms: tuple[str, ...]) -> ItemList:
    """Forms by name, a line each."""
    named = (linker.heading("form", form) for form in forms)
    return ItemList(tuple(Item(said((name,))) for name in named), kind="form-links")


def _no_form(linker: Linker, step: Step) -> Blocks:
    if not step.no_form:
        return ()
    return (Paragraph((Strong(("Ikke noe skjema.",)), " ", *linker.words(step.no_form))),)


def _check(linker: Linker, _: InclusionModel, step: Step) -> Blocks:
    if not step.check:
        return ()
    seen = ItemList(tuple(map(linker.statement, step.check)), kind="checks")
    return (Section("Slik ser dere at det er gjort", (seen,), "sjekk"),)


def _do_not(linker: Linker, _: InclusionModel, step: Step) -> Blocks:
    if not step.do_not:
        return ()
    told = linker.statements(step.do_not)
    return (Section("Dere skal ikke", told, "ikke-gjor", "do-not"),)


def _limits(linker: Linker, _: InclusionModel, step: Step) -> Blocks:
    if not step.limits:
        return ()
    return (Section("Grenser og rettigheter", linker.statements(step.limits), "grenser", "fold"),)


def _own_words(linker: Linker, model: InclusionModel, step: Step) -> Blocks:
    """What the participant does here, told to the participant."""
    own = (item.to_participant for item in step.do if item.to_participant)
    lines = tuple(Item(linker.blocks(words)) for words in own)
    if not lines:
        return ()
    title = _own_words_title(linker, model)
    return (Section(title, (ItemList(lines),), OWN_WORDS, "fold"),)


def own_page(linker: Linker, model: InclusionModel, step: Step) -> Place | None:
    """Where the participant reads the same words, on the page of the participant's role."""
    pages = (
        Place("duties", f"{role}/{model.id}", f"steg-{step.id}-{item.id}")
        for item in step.do
        for role in item.who
        if item.to_participant and linker.book.role_by_id[role].belongs_to is Side.PARTICIPANT
    )
    return next(pages, None)


OWN_WORDS = "egne-ord"
"""The spot of what the participant does, told to the participant."""


def _own_words_title(linker: Linker, model: InclusionModel) -> str:
    name = linker.participant(model)
    return f"{upper_first(name)}s del, sagt til {name}"


def _pitfall(linker: Linker, _: InclusionModel, step: Step) -> Blocks:
    if not step.pitfall:
        return ()
    return (Section("Vanlig feil", (linker.alone(step.pitfall),), "fallgruve", "fold"),)


def _meeting(linker: Linker, _: InclusionModel, step: Step) -> Blocks:
    kit = step.meeting
    if not kit:
        return ()
    others = tuple(role for role in kit.attended_by if role != kit.led_by)
    present: Words = (" ", *linker.who(others), " er også med.") if others else ()
    led = Paragraph((*linker.who((kit.led_by,)), " leder møtet.", *present))
    return (Section("Til møtet", (led, *_kit(kit)), "moete", "fold"),)


def _kit(kit: MeetingKit) -> Blocks:
    lists = (
        ("Dagsorden", kit.agenda, True),
        ("Spørsmål som åpner samtalen", kit.questions, False),
        ("Ta med", kit.bring, False),
    )
    return tuple(
        Section(title, (ItemList(tuple(Item(said(line)) for line in lines), ordered),))
        for title, lines, ordered in lists
        if lines
    )


def _messages(linker: Linker, model: InclusionModel, step: Step) -> Blocks:
    if not step.messages:
        return ()
    told = tuple(message(linker, model, step, one) for one in step.messages)
    return (Section(MESSAGES, told, TEXTS, "fold"),)


TEXTS = "tekster"
"""The spot of what one can send."""


def _examples(linker: Linker, model: InclusionModel, step: Step) -> Blocks:
    known = linker.statements(step.examples) if step.examples else ()
    told = (*known, *from_step(linker, model, step))
    return (Section("Eksempler", told, "eksempler", "fold"),) if told else ()


def _connections(linker: Linker, model: InclusionModel, step: Step) -> Blocks:
    before = tuple(Item(said(words)) for words in ties(linker, model, step))
    themes = (linker.heading("theme", name) for name in step.themes)
    ways = (*themes, linker.part(model, titles.EXCEPTIONS))
    more = Item(said(("Les mer om: ", *spread(ways, " · "))))
    told = ItemList((*before, more))
    return (Section("Før, etter og mer å lese", (told,), TIES, "fold", former=("les-mer",)),)


TIES = "sammenheng"
"""The spot of what comes before and after."""


def _read_on(linker: Linker, model: InclusionModel, step: Step) -> Blocks:
    """What it hangs together with beside the steps around it, and where to read more."""
    at = list(model.step_by_id).index(step.id)
    before = model.steps[at - 1].id if at else ""
    ways = (*(linker.heading("theme", name) for name in step.themes),
            linker.part(model, titles.EXCEPTIONS))  # fmt: skip
    items = (*(Item(said(words)) for words in ties(linker, model, step, before)),
             Item(said(("Les mer: ", *spread(ways, " · "))), anchor=TIES))  # fmt: skip
    return (ItemList(items, kind="related"),)


def _routines(linker: Linker, _: InclusionModel, step: Step) -> Iterator[Paragraph]:
    if step.routines:
        word = "rutinen" if len(step.routines) == 1 else "rutinene"
        refs = spread(linker.to("routine", name) for name in step.routines)
        yield Paragraph((f"Hører til {word} ", *refs, "."), "note")


def ties(linker: Linker, model: InclusionModel, step: Step, before: str = "") -> Iterator[Words]:
    """What the step comes after, beside or instead of; `before` stands before it as it is."""
    logic = step.logic
    if not logic:
        return
    for title, ids in (
        ("Etter", [other for other in logic.after if other != before]),
        ("Samtidig med", logic.together_with),
        ("Kan byttes med", logic.either_or),
    ):
        yield from ((f"{title}: ", linker.step(model, other)) for other in ids)
    if logic.condition:
        yield "Gjelder: ", *linker.words(logic.condition)


_Part = Callable[[Linker, InclusionModel, Step], Blocks | Iterator[Block]]

_PARTS: tuple[_Part, ...] = (
    _opening, to_do, _check, _say, _do_not, _limits, _own_words, _why, _meeting, _messages,
    _examples, _pitfall, _documents, responsibility, _connections,
    _routines,
)  # fmt: skip
"""A step from top to bottom: the table of contents of this file."""

_ON_SCREEN: tuple[_Part, ...] = (
    _opening, to_do, _check, _say_on_screen, _do_not, _limits, _why, _meeting, _messages,
    _examples, _pitfall, _documents, responsibility_on_screen, _read_on,
)  # fmt: skip
"""The same where another page is a click away."""


def steps_counted(steps: int) -> str:
    """`1 steg`, `12 steg`."""
    return counted(steps, "steg", "steg")
