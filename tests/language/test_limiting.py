"""A limiting word that fell out is missed, and one that is there in other words is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.language.limiting import dropped

_MENTOR = ("Unge under 30 år som deltar i et tilrettelagt opplæringsløp som opplæringstiltak kan "
           "få mentor i inntil tre år.")  # fmt: skip

LOST = [
    ("Nav kan i særlige tilfeller la deltakeren fullføre tiltaket.",
     "Nav kan la deltakeren fullføre tiltaket.", "særlige tilfeller"),
    (_MENTOR, "Unge under 30 år i tilrettelagt opplæringsløp kan få mentor i inntil tre år.",
     "som opplæringstiltak"),
    ("Oppfølgingen kan gis i inntil to år, eller fire år ved nedsatt arbeidsevne.",
     "Oppfølgingen kan gis i to år, eller fire år ved nedsatt arbeidsevne.", "inntil to år"),
    ("Arbeidstaker bør kunne arbeide minst tilsvarende halv stilling.",
     "Arbeidstakeren bør kunne arbeide i halv stilling.", "minst tilsvarende halv stilling"),
    ("Mange av vikarene hadde følt seg alene.", "Noen av vikarene hadde følt seg alene.", "mange"),
    ("Arrangøren skal ha rutiner for fravær.", "Arrangøren bør ha rutiner for fravær.", "skal"),
    ("Nav kan forlenge perioden med ett år.", "Nav skal forlenge perioden med ett år.", "kan"),
    ("Utvalget mener at modellen gir bedre kvalitet i bedriftene.",
     "Modellen gir bedre kvalitet i bedriftene.", "mener"),
    ("rundt 6.000 personer har plass i bedriftene", "6 000 personer har plass i bedriftene.",
     "rundt 6.000 personer"),
    ("Hjelp gis til unge mellom 16 og 30 år som har fått fastslått at de har behov for bistand.",
     "Unge mellom 16 og 30 år får hjelp.", "som har fått fastslått at"),
]  # fmt: skip

KEPT = [
    ("Nav kan i særlige tilfeller la deltakeren fullføre tiltaket.",
     "I helt spesielle tilfeller kan Nav la deltakeren fullføre tiltaket."),
    ("Oppfølgingen kan gis i inntil to år.", "Oppfølgingen kan vare i høyst to år."),
    ("rundt 6.000 personer har plass der", "Om lag 6 000 personer har plass der."),
    ("Arrangøren skal ha rutiner for fravær.", "Arrangøren må ha rutiner for fravær."),
    ("Prøvetid kan avtales for inntil seks måneder.",
     "Si fra i god tid før de seks månedene er over."),
    ("Utvalget mener at modellen gir bedre kvalitet i bedriftene.",
     "Ifølge utvalget gir modellen bedre kvalitet i bedriftene."),
    ("Bare Nav kan vurdere arbeidsevnen.", "Ring fadderen når noe er uklart."),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "told", "word"), LOST)
def test_a_lost_word_is_missed(quote: str, told: str, word: str) -> None:
    assert word in [one.word for one in dropped(told, [quote])]


@pytest.mark.parametrize(("quote", "told"), KEPT)
def test_what_is_there_in_other_words_is_not_missed(quote: str, told: str) -> None:
    assert dropped(told, [quote]) == []


@pytest.mark.parametrize("quote", [one[0] for one in LOST])
def test_the_quotation_itself_has_lost_nothing(quote: str) -> None:
    assert dropped(quote, [quote]) == []


def test_only_a_number_is_a_certain_loss() -> None:
    sure = {one.word: one.sure for quote, told, _ in LOST for one in dropped(told, [quote])}
    assert {word for word, certain in sure.items() if certain} == {
        "inntil to år", "minst tilsvarende halv stilling", "rundt 6.000 personer",
    }  # fmt: skip


def test_another_finding_may_have_said_it_without_the_limit() -> None:
    told = "Tiltaket hos arrangøren varer i seks måneder."
    quote = "Tiltaket hos arrangøren kan vare i inntil seks måneder."
    assert [one.sure for one in dropped(told, [quote])] == [True]
    assert dropped(told, [quote], ["Tiltaket varer i seks måneder hos denne arrangøren."]) == []


@given(st.text(), st.lists(st.text(), max_size=3), st.lists(st.text(), max_size=2))
def test_any_text_can_be_compared(told: str, quotes: list[str], others: list[str]) -> None:
    for one in dropped(told, quotes, others):
        assert one.word


@given(st.integers(2, 99), st.sampled_from(["inntil", "minst", "om lag", "høyst", "cirka"]),
       st.sampled_from(["måneder", "år", "prosent", "timer", "uker"]))  # fmt: skip
def test_a_number_keeps_what_limits_it(number: int, limit: str, unit: str) -> None:
    quote = f"Arbeidsgiveren får dekket lønn i {limit} {number} {unit} av perioden."
    without = quote.replace(f"{limit} ", "")
    assert [one.word for one in dropped(without, [quote])] == [f"{limit} {number} {unit}"]
    assert dropped(quote, [quote]) == []
