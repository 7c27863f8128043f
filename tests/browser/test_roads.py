"""Six employers come from the front page to a list for Monday, or a memo, in few words."""

from __future__ import annotations

import pytest

from browser.conftest import NewPage
from browser.roads import PHONE, Employer, employers, walked

pytestmark = pytest.mark.slow

CLICKS, WORDS = 10, 600


@pytest.mark.parametrize("employer", employers(), ids=lambda one: one.id)
def test_few_clicks_and_few_words_to_something_to_do(
    new_page: NewPage, server: str, employer: Employer
) -> None:
    road = walked(new_page(**PHONE), server, employer)
    assert road.clicks <= CLICKS, str(road)
    assert road.words <= WORDS, str(road)
    assert employer.arrives in road.end


def test_what_is_counted_is_what_is_seen(new_page: NewPage, server: str) -> None:
    """The measure itself: the doors are counted, and what stands below them is not."""
    page = new_page(**PHONE)
    nothing = Employer("nobody", "Leser bare forsiden.", (), "")
    road = walked(page, server, nothing)
    assert "Jeg er deltaker" in road.end
    assert "Alle rollene" in page.locator("main").inner_text()
    assert "Alle rollene" not in road.end
    assert 50 < road.words < 150
