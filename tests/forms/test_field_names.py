from __future__ import annotations

import real_forms
import small_forms

from handbook.model.field_names import names
from handbook.model.form import FieldType


def by_name() -> dict[str, object]:
    return {name.name: name for name in names(small_forms.form())}


def test_each_kind_of_question_gets_its_names() -> None:
    assert list(by_name()) == [
        "name", "story", "day", "hours", "way", "why", "tools.shoes", "tools.coat", "read",
        "plan.1.what", "plan.1.when", "plan.1.done", "plan.1.how",
        "plan.2.what", "plan.2.when", "plan.2.done", "plan.2.how",
        "duties.1.does", "duties.2.does", "sign",
    ]  # fmt: skip


def test_an_info_field_has_no_name() -> None:
    assert "about" not in by_name()


def test_the_column_of_fixed_row_names_is_not_asked() -> None:
    assert not any(name.endswith(".who") for name in by_name())


def test_a_tooltip_makes_sense_without_looking() -> None:
    tooltips = {name.name: name.tooltip for name in names(small_forms.form())}
    assert tooltips["day"] == "Dag. Dato, dd.mm.åååå. Må fylles ut"
    assert tooltips["plan.2.when"] == "Plan, rad 2: Når. Dato, dd.mm.åååå"
    assert tooltips["duties.1.does"] == "Ansvar, Leder: Gjør"
    assert tooltips["tools.coat"] == "Hva trengs: Frakk"
    assert tooltips["why"].startswith("Hvorfor? Gjelder hvis svaret er «Dårlig» på «Hvordan gikk")


def test_a_conditional_question_is_not_required_by_itself() -> None:
    required = {name.name for name in names(small_forms.form()) if name.required}
    assert required == {"name", "day", "read"}


def test_names_are_unique_and_short_enough_for_word_in_every_form() -> None:
    for form in real_forms.forms():
        all_names = [name.name for name in names(form)]
        assert len(all_names) == len(set(all_names)), form.id
        assert max(map(len, all_names)) <= 64, form.id


def test_no_name_stands_for_many_places() -> None:
    many = (FieldType.TABLE, FieldType.MULTI_CHOICE, FieldType.INFO)
    for form in real_forms.forms():
        assert not [name.name for name in names(form) if name.type in many], form.id
