"""Pictures of numbers: every sign has its place, nothing is cut, and all can be read on a phone."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from handbook.document import blocks as b
from handbook.render.shapes import Box, Mark, Text
from handbook.render.signs_layout import WIDTH, picture

_NAMES = st.text(st.sampled_from("abcdefgæøåMW 0123456789"), max_size=120)
_LOOKS = st.sampled_from(["filled", "empty", "unknown", "aim", "place", "free"])
_GROUPS = st.lists(st.builds(b.SignGroup, _NAMES, st.integers(1, 90), _LOOKS), max_size=3)
_SIGNS = st.builds(b.Signs, _GROUPS.map(tuple), st.integers(0, 20))


@given(_SIGNS)
def test_signs_stand_in_order_apart_and_inside(signs: b.Signs) -> None:
    made = picture(signs)
    marks = [one for one in made.shapes if isinstance(one, Mark)]
    drawn = marks[: sum(group.signs for group in signs.groups)]
    assert [one.look for one in drawn] == [g.look for g in signs.groups for _ in range(g.signs)]
    for one in marks:
        assert one.radius <= one.x <= WIDTH - one.radius
        assert one.radius <= one.y <= made.height - one.radius
    for one, two in pairwise(drawn):
        assert max(abs(one.x - two.x), abs(one.y - two.y)) >= 2 * one.radius


@given(_SIGNS)
def test_words_of_the_key_are_not_cut_and_do_not_meet(signs: b.Signs) -> None:
    made = picture(signs)
    words = [one for one in made.shapes if isinstance(one, Text)]
    for one in words:
        assert one.x + one.length <= WIDTH
        assert one.y + 0.25 * one.size <= made.height
        assert one.size * 284 / WIDTH >= 14
    for one, two in pairwise(words):
        assert two.y - one.y >= one.size


@given(st.tuples(*[st.floats(0, 100)] * 3).map(sorted))
def test_a_range_holds_its_share(numbers: list[float]) -> None:
    low, share, high = numbers
    boxes = {one.look: one for one in picture(b.Share(share, low, high)).shapes
             if isinstance(one, Box)}  # fmt: skip
    held, point = boxes["range"], boxes["point"]
    scale = WIDTH / 100
    assert abs(point.x + point.width / 2 - share * scale) <= 2
    assert held.x - 0.1 <= share * scale <= held.x + held.width + 0.1
    assert all(box.x >= 0 and box.x + box.width <= WIDTH + 0.1 for box in boxes.values())
