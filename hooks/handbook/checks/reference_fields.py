"""Which fields hold ids, and what kind of thing the ids name."""

from __future__ import annotations

from handbook.model.decision import DecisionAnswer
from handbook.model.example import Example, FilledForm, MadeUpPerson, StoryMoment
from handbook.model.form import Change, Form, FormWithdrawal
from handbook.model.handbook import Edition
from handbook.model.inclusion_model import (
    ForParticipant,
    Funding,
    ModelRole,
    Overview,
    Related,
    Withdrawal,
)
from handbook.model.instrument import Instrument, InstrumentWithdrawal
from handbook.model.noun import Noun
from handbook.model.people import (
    Confidentiality,
    Role,
    RoleStatement,
    RoleWithdrawal,
    Term,
    Theme,
    ThemeWithdrawal,
)
from handbook.model.practice import Criterion, ExceptionPath, FirstAction, Response
from handbook.model.process import (
    ChecklistItem,
    Decision,
    Effort,
    Logic,
    MeetingKit,
    Message,
    Responsibility,
    Step,
    StepDocument,
)
from handbook.model.results import Capacity
from handbook.model.routine import Routine, RoutineAction, RoutineWithdrawal
from handbook.model.rule import RuleWithdrawal
from handbook.model.source import SourceWithdrawal

REFERENCES: dict[tuple[type[Noun], str], str] = {
    (Responsibility, "performed_by"): "role",
    (Responsibility, "accountable"): "role",
    (Responsibility, "consulted"): "role",
    (Responsibility, "informed"): "role",
    (ChecklistItem, "who"): "role",
    (Effort, "role"): "role",
    (MeetingKit, "led_by"): "role",
    (MeetingKit, "attended_by"): "role",
    (Message, "sender"): "role",
    (Decision, "decided_by"): "role",
    (ModelRole, "role"): "role",
    (ForParticipant, "ask"): "role",
    (Response, "role"): "role",
    (FirstAction, "role"): "role",
    (Criterion, "asked_of"): "role",
    (Capacity, "role"): "role",
    (Funding, "covers"): "role",
    (Funding, "grants"): "instrument",
    (Form, "filled_in_by"): "role",
    (Form, "signed_by"): "role",
    (Change, "affects"): "role",
    (Role, "can_combine_with"): "role",
    (Edition, "model_order"): "model",
    (Related, "model"): "model",
    (Withdrawal, "replaced_by"): "model",
    (FormWithdrawal, "replaced_by"): "form",
    (RoleWithdrawal, "replaced_by"): "role",
    (RoleStatement, "only_in"): "model",
    (ThemeWithdrawal, "replaced_by"): "theme",
    (SourceWithdrawal, "replaced_by"): "source",
    (RuleWithdrawal, "replaced_by"): "rule",
    (InstrumentWithdrawal, "replaced_by"): "instrument",
    (RoutineWithdrawal, "replaced_by"): "routine",
    (RoutineAction, "who"): "role",
    (Routine, "accountable"): "role",
    (Routine, "proof"): "form",
    (Routine, "regulated_by"): "rule",
    (Routine, "themes"): "theme",
    (Step, "routines"): "routine",
    (Instrument, "models"): "model",
    (Instrument, "hours_as"): "model",
    (Instrument, "hours_of"): "role",
    (DecisionAnswer, "instrument"): "instrument",
    (DecisionAnswer, "model"): "model",
    (Instrument, "term"): "term",
    (Example, "model"): "model",
    (MadeUpPerson, "role"): "role",
    (StoryMoment, "step"): "step",
    (FilledForm, "form"): "form",
    (FilledForm, "step"): "step",
    (Term, "replaced_by"): "term",
    (Term, "see_also"): "term",
    (Overview, "themes"): "theme",
    (Step, "themes"): "theme",
    (Confidentiality, "form"): "form",
    (StepDocument, "form"): "form",
    (Step, "main_form"): "form",
    (Decision, "based_on"): "form",
    (ExceptionPath, "forms"): "form",
    (FirstAction, "form"): "form",
    (Theme, "forms"): "form",
    (Logic, "after"): "step",
    (Logic, "together_with"): "step",
    (Logic, "either_or"): "step",
    (Criterion, "applies_to"): "step",
}
"""Which kind of thing the ids in a field name. Steps are sought in the model they are told of."""


def reference_kind(kind: type[Noun], name: str) -> str:
    """What the ids in a field name, or nothing when the field holds no ids."""
    for ancestor in kind.__mro__:
        found = REFERENCES.get((ancestor, name))
        if found:
            return found
    return ""
