"""What was once told without its condition, held against the words that the law has for it."""

from __future__ import annotations

import re

import pytest

from content.raw_yaml import raw, walk
from handbook.checks.where import Where
from handbook.model.handbook import Handbook
from handbook.model.inclusion_model import ModelDuration
from handbook.model.prose import Prose
from handbook.model.results import Outcome
from project import ROOT

TETT, HOSTING = "tett-oppfolging-nav", "inkluderende-bedrift"


def told(where: Where, *models: str) -> list[str]:
    """Every text of the models, with the words of the rules they ask for."""
    owners = {("model", name) for name in models}
    found = [said(text.value) for text in where.texts if text.owner in owners]
    assert len(found) > 300
    return found


def said(text: Prose | str) -> str:
    return text.plain if isinstance(text, Prose) else text


@pytest.mark.parametrize(
    ("named", "condition"),
    [
        pytest.param(r"fylte 16 år", r"fastslått", id="youth guarantee: the need is established"),
        pytest.param(r"fire år\b", r"\bto år\b", id="four years stand beside the two"),
        pytest.param(r"åtte uker\. .*unntak", r"fast ansettelse", id="hosting"),
        pytest.param(r"permisjon i inntil seks måneder", r"Forskriften går foran", id="leave"),
        pytest.param(r"familiemedlemmer", r"særlige grunner", id="relatives, but for a reason"),
        pytest.param(r"oppfylt plikten til å tilrettelegge", r"oppfølgingsplanen", id="plan first"),
    ],
)
def test_what_has_a_condition_is_told_with_it(where: Where, named: str, condition: str) -> None:
    names_it = [text for text in told(where, TETT, HOSTING) if re.search(named, text)]
    assert names_it
    assert [text for text in names_it if not re.search(condition, text)] == []


def test_hosting_is_at_most_half_the_time_over_eight_weeks(book: Handbook) -> None:
    duration = book.model_by_id[HOSTING].duration
    assert isinstance(duration, ModelDuration)
    assert re.search(r"50 prosent eller mindre .* åtte uker", duration.text.plain)
    assert re.search(r"unntak i inntil seks måneder", duration.text.plain)


def test_the_agreement_has_the_eleven_points_of_the_regulation() -> None:
    points = next(
        point["text"] for point in raw(ROOT / f"model/{HOSTING}/model.yml")["legal"]
        if point["title"] == "Avtalen om oppholdet"
    )  # fmt: skip
    assert len(re.findall(r"^\d+\. ", points, re.MULTILINE)) == 11


def test_nobody_is_told_to_follow_up_every_single_day(where: Where) -> None:
    """The agreement says «i det daglige arbeidet»."""
    texts = told(where, TETT, HOSTING)
    assert [text for text in texts if re.search(r"[Ff]ølg\w* opp\b.*\bhver dag", text)] == []
    assert [text for text in texts if "i det daglige arbeidet" in text]


def test_the_share_of_heimdal_says_that_we_joined_two_sentences(book: Handbook) -> None:
    outcomes = book.model_by_id[TETT].outcomes
    assert isinstance(outcomes, tuple)
    jobs = next(outcome for outcome in outcomes if outcome.id == "jobb-2015")
    assert isinstance(jobs, Outcome)
    assert (jobs.numerator, jobs.denominator, jobs.stated_percentage) == (108, 168, 64)
    assert round(100 * 108 / 168) == 64
    assert "vår slutning" in said(jobs.denominator_means or "")
    assert "Vi har satt de to tallene sammen" in said(jobs.statement)


def test_what_the_newspaper_says_is_not_put_in_the_mouth_of_the_office() -> None:
    resting = [
        statement["text"]
        for name in ("model", "practice", "process", "results")
        for statement in walk(raw(ROOT / f"model/{TETT}/{name}.yml"))
        if "S146" in statement.get("sources", ()) and "text" in statement
    ]
    assert resting
    assert [text for text in resting if "avisen" not in text.casefold()] == []
