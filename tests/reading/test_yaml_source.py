"""Tamed YAML: each test is named after the surprise it takes away."""

from __future__ import annotations

import time
from typing import Any

import pytest

from handbook.reading.yaml_source import MAX_BYTES, MAX_DEPTH, YamlFile, read_yaml


def _read(text: str | bytes) -> YamlFile:
    return read_yaml(text.encode() if isinstance(text, str) else text, "model/x.yml")


def _value(text: str) -> Any:
    document = _read(text)
    assert document.findings == []
    return document.value


def _codes(text: str | bytes) -> list[str]:
    return [f.code for f in _read(text).findings]


@pytest.mark.parametrize("word", ["NO", "no", "yes", "on", "off", "Yes", "y", "True", "FALSE"])
def test_norway_is_not_false(word: str) -> None:
    assert _value(f"land: {word}") == {"land": word}


def test_only_true_and_false_are_booleans() -> None:
    assert _value("a: true\nb: false\nc: 'true'") == {"a": True, "b": False, "c": "true"}


def test_a_tag_for_text_makes_text() -> None:
    assert _value("a: !!str true") == {"a": "true"}


def test_version_1_10_does_not_become_1_1() -> None:
    assert _value("version: 1.10") == {"version": "1.10"}


def test_leading_zeros_stay() -> None:
    assert _value("a: 0012\nb: 0o14\nc: 0x1F\nd: 1_000") == {
        "a": "0012", "b": "0o14", "c": "0x1F", "d": "1_000"
    }  # fmt: skip


def test_half_past_twelve_is_not_seven_hundred_and_fifty() -> None:
    assert _value("start: 12:30:00") == {"start": "12:30:00"}


def test_dates_stay_text_until_a_field_says_date() -> None:
    assert _value("dato: 2024-01-02") == {"dato": "2024-01-02"}


def test_infinity_and_not_a_number_are_words() -> None:
    assert _value("a: .inf\nb: .nan\nc: nan") == {"a": ".inf", "b": ".nan", "c": "nan"}


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_is_nothing(nothing: str) -> None:
    assert _value(f"a: {nothing}") == {"a": None}


@pytest.mark.parametrize("word", ["Null", "NULL", "None", "nil", "'~'", '""'])
def test_words_for_nothing_are_words(word: str) -> None:
    assert _value(f"a: {word}") == {"a": word.strip("'\"")}


def test_keys_are_always_text() -> None:
    assert _value("true: a\n1: b\n2024-01-02: c") == {"true": "a", "1": "b", "2024-01-02": "c"}


def test_the_second_of_two_equal_keys_is_not_kept_silently() -> None:
    (one,) = _read("a: 1\nb: 2\na: 3").findings
    assert (one.code, one.place.line, one.found) == ("Y03", 3, "første gang på linje 1")


def test_equal_keys_in_different_groups_are_fine() -> None:
    assert _value("x: {a: 1}\ny: {a: 2}") == {"x": {"a": "1"}, "y": {"a": "2"}}


def test_equal_keys_written_with_different_accents_are_equal() -> None:
    assert _codes("blå: 1\nbla\u030a: 2") == ["Y03"]


def test_decomposed_letters_are_composed() -> None:
    assert _value("navn: A\u030ase") == {"navn": "Åse"}


def test_byte_order_mark_is_no_letter() -> None:
    document = _read(b"\xef\xbb\xbfid: mini")
    assert document.value == {"id": "mini"}
    assert document.place(("id",), key=True).column == 1


def test_windows_line_ends_count_as_one() -> None:
    document = _read("a: 1\r\nb:\r\n  - c\r\n")
    assert document.value == {"a": "1", "b": ["c"]}
    assert document.place(("b", 0)).line == 3


def test_anchors_do_not_copy() -> None:
    assert _codes("a: &x 1\nb: 2") == ["Y05"]


def test_text_that_begins_with_a_star_is_explained() -> None:
    (one,) = _read("title: *viktig*").findings
    assert one.code in ("Y05", "Y02")
    assert "anførselstegn" in one.fix


def test_merge_keys_do_not_merge() -> None:
    assert _codes("a:\n  <<: b") == ["Y05"]


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system [ls]", "!x y", "!!int 3", "!!set {}"]
)
def test_tags_run_nothing(tag: str) -> None:
    assert "Y06" in _codes(f"a: {tag}")


def test_a_list_as_key_is_a_finding() -> None:
    assert "Y02" in _codes("? [a, b]\n: c")
    assert "Y02" in _codes("? {a: b}\n: {c: d}\nx: y")


def test_what_follows_a_second_document_is_not_lost_silently() -> None:
    assert _codes("a: 1\n---\nb: 2") == ["Y10"]


def test_tab_in_indentation_is_named() -> None:
    (one,) = _read("a:\n\tb: 1").findings
    assert (one.code, one.place.line, one.place.column) == ("Y04", 2, 1)


def test_tab_inside_a_text_is_a_tab() -> None:
    assert _value("a: b\tc") == {"a": "b\tc"}


def test_hash_in_a_text_stays() -> None:
    assert _value("a: b#c") == {"a": "b#c"}


def test_colon_in_a_text_is_explained() -> None:
    (one,) = _read("title: Nav: tett oppfølging").findings
    assert (one.code, one.place.line) == ("Y02", 1)
    assert "anførselstegn" in one.fix


def test_open_quote_is_explained() -> None:
    (one,) = _read('a: "b\nc: d').findings
    assert one.code == "Y02"
    assert "anførselstegn" in one.problem + one.fix


def test_several_lines_fold_as_written() -> None:
    assert _value("a: >-\n  en\n  to\nb: |\n  en\n  to\n") == {"a": "en to", "b": "en\nto\n"}


def test_every_value_has_a_place() -> None:
    document = _read("a:\n  - b: c\n    d: [e, f]\n")
    assert [str(document.place(path)) for path in (("a",), ("a", 0, "b"), ("a", 0, "d", 1))] == [
        "model/x.yml:2:3", "model/x.yml:2:8", "model/x.yml:3:12"
    ]  # fmt: skip
    assert document.place(("a", 0, "d"), key=True).column == 5


def test_absent_value_has_the_place_of_what_is_around_it() -> None:
    document = _read("a:\n  - b: c\n")
    assert document.place(("a", 0, "z", 4)).line == 2
    assert str(document.place(("z",))) == "model/x.yml:1:1"


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# bare en merknad", b"---\n", b"\xef\xbb\xbf"])
def test_empty_file(data: bytes) -> None:
    assert _codes(data) == ["Y08"]


@pytest.mark.parametrize("text", ["- a", "bare tekst", "[]", "true"])
def test_file_that_is_not_fields(text: str) -> None:
    assert _codes(text) == ["Y09"]


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00", b"PK\x03\x04\xff", bytes(range(256))]
)
def test_binary_file(data: bytes) -> None:
    assert _codes(data)[0] in ("Y01", "Y11")


def test_latin_1_is_told_at_the_letter() -> None:
    (one,) = _read("a: 1\nnavn: Blå".encode("latin-1")).findings
    assert (one.code, one.place.line, one.place.column) == ("Y01", 2, 9)


@pytest.mark.parametrize(
    "sign", ["\x00", "\x07", "\x0c", "\x1f", "\x7f", "\x9f", "\u200b", "\u202e"]
)
def test_invisible_sign_is_told_at_its_place(sign: str) -> None:
    (one,) = _read(f"a: 1\nb: x{sign}y").findings
    assert (one.code, one.place.line, one.place.column) == ("Y11", 2, 5)


@pytest.mark.parametrize("code", ["\\0", "\\e", "\\u202e", "\\x7f", "\\uffff", "\\L"])
def test_invisible_sign_written_as_a_code_is_told_too(code: str) -> None:
    (one,) = _read(f'a: 1\nb: "x{code}y"').findings
    assert (one.code, one.place.line, one.place.column) == ("Y11", 2, 4)
    assert _value(f"a: 'x{code}y'") == {"a": f"x{code}y"}


@pytest.mark.parametrize("sign", ["\u00a0", "\u202f", "\u2013", "🙂"])
def test_signs_of_good_typography_are_let_be(sign: str) -> None:
    assert _value(f"a: x{sign}y") == {"a": f"x{sign}y"}


def test_conflict_marks_are_named() -> None:
    assert _codes("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b\n") == ["Y12"]


@pytest.mark.parametrize("open_sign", ["[", "{a: ", "- ", "? "])
def test_ten_megabytes_of_nesting(open_sign: str) -> None:
    start = time.process_time()
    assert _codes(open_sign * (10_000_000 // len(open_sign))) == ["Y07"]
    assert time.process_time() - start < 1


@pytest.mark.parametrize("open_sign", ["[", "{a: ", "- ", "? "])
def test_nesting_below_the_size_limit(open_sign: str) -> None:
    start = time.process_time()
    assert _codes("a:\n " + open_sign * (MAX_BYTES // 20 // len(open_sign)))[-1] in ("Y07", "Y02")
    assert time.process_time() - start < 5


def test_deepest_allowed_nesting() -> None:
    inner = MAX_DEPTH - 1
    assert _codes("a: " + "[" * inner + "]" * inner) == []
    assert _codes("a: " + "[" * (inner + 1) + "]" * (inner + 1)) == ["Y07"]


def test_billion_laughs() -> None:
    lines = ["a0: &a0 [ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    document = _read("\n".join(lines))
    assert document.value is None
    assert {f.code for f in document.findings} == {"Y05"}
    assert len(document.findings) <= 60


def test_script_is_only_letters() -> None:
    text = "<script>alert(1)</script>"
    assert _value(f"title: {text}") == {"title": text}


@pytest.mark.parametrize("text", [
    "why: [a?, b]", "why: {a: hva? nå}", "why: [hva? nå, b]", "why: {?foo: bar}", "why: ? hva",
    "a:\n  - ? hva", "? hva", "a:\tb", "a:\n  -\tb", "a: b\t", "a: b\t# c", "a:\t# c\nb: 1",
    "a: [b,\tc]", "a: |\n  x\n  \ty", "a:\n\tb: 1", "a: b\tc", "a: b \tc", "hva?: ja", 'a: "b?"',
    "a: @b", "a: **b** c", "a: > 5", "a: |hei", "a: [[b]] c", "a: b # c d", "a: - b", "a: 'b' c",
])  # fmt: skip
def test_both_parsers_say_the_same(text: str) -> None:
    told = [read_yaml(text.encode(), "x.yml", libyaml=fast) for fast in (True, False)]
    assert told[0].value == told[1].value
    assert told[0].findings == told[1].findings


@pytest.mark.parametrize(("line", "right"), [
    ("why: Ring nummer #4 i lista", 'why: "Ring nummer #4 i lista"'),
    ("price: 500,- # per måned", 'price: "500,- # per måned"'),
    ("title: Lær sammen # TODO", 'title: "Lær sammen # TODO"'),
    ('a: Si "hei" #nå', "a: 'Si \"hei\" #nå'"),
])  # fmt: skip
def test_a_text_that_is_cut_is_told_with_the_line_to_write(line: str, right: str) -> None:
    (one,) = _read(line).findings
    assert one.code == "Y17"
    assert f"skriv {right} –" in one.fix
    assert _codes(right) == []


@pytest.mark.parametrize("line", [
    "id: ord  # varig", "status: draft # snart", "day: 2026-01-01 # x", "form: SKJ-09 # plan",
    "a: # under\n  b: 1", '"a": "b c" # d',
])  # fmt: skip
def test_a_remark_beside_what_is_no_text_is_let_be(line: str) -> None:
    assert _codes(line) == []


@pytest.mark.parametrize(("sign", "name"), [
    ("\u00ad", "en myk bindestrek"), ("\u200d", "et usynlig bindetegn"),
    ("\u200f", "et merke for leseretning"), ("\u061c", "et merke for leseretning"),
    ("\ufe0f", "emoji"), ("\U000e0041", "tag"), ("\u0085", "et gammelt linjeskift"),
])  # fmt: skip
def test_an_unseen_sign_is_called_by_its_name(sign: str, name: str) -> None:
    (one,) = _read(f"a: b{sign}c\n").findings
    assert one.code == "Y11" and name in one.problem and f"U+{ord(sign):04X}" in one.problem


def test_all_unseen_signs_are_told_at_once() -> None:
    assert [(f.code, f.place.line) for f in _read("a: b\u00adc\nd: e\u200df\n").findings] == [
        ("Y11", 1), ("Y11", 2)
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["a:\u00a0b", "a:\n \u00a0b: 1", "a:\n  -\u00a0b"])
def test_a_blank_that_looks_like_a_space_is_named_where_it_breaks(text: str) -> None:
    (one,) = _read(text).findings
    assert one.code == "Y11" and "U+00A0" in one.problem and "vanlig mellomrom" in one.fix


@pytest.mark.parametrize(("word", "meant"), [
    ("F\u00c3\u00b8r", "Før"), ("\u00c3\u2026pne", "Åpne"), ("bl\u00c3\u00a5", "blå"),
    ("\u00c2\u00abja\u00c2\u00bb", "«ja»"), ("\u00e2\u20ac\u201c", "–"),
])  # fmt: skip
def test_letters_saved_wrong_are_told_with_what_was_meant(word: str, meant: str) -> None:
    found = _read(f"a: si {word} nå").findings
    assert {f.code for f in found} == {"Y15"} and found[0].fix == f"skriv «{meant}»"


@pytest.mark.parametrize("word", ["f\u0430dder", "\u0391vtale", "\uff4ceder"])
def test_a_letter_from_another_alphabet_is_told(word: str) -> None:
    (one,) = _read(f"a: {word}").findings
    assert one.code == "Y16" and one.fix.startswith("skriv «")


def test_other_alphabets_and_signs_of_measure_are_let_be() -> None:
    assert _codes("a: α-nivå, 5 µg, Путин, São Tomé") == []
