"""Rules over the whole handbook, in the order they are asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Protocol

from handbook.checks import (
    actors,
    choices,
    completeness,
    contradictions,
    decision,
    evidence,
    examples,
    fidelity,
    former,
    forms,
    governance,
    instruments,
    markup,
    one_verb,
    outcomes,
    process,
    references,
    routines,
    rules,
    taken_over,
    to_participant,
    told_otherwise,
    wording,
)
from handbook.checks.accepted import without_accepted
from handbook.checks.apart import Known, Read, Rule, can_be_asked_apart, told_apart
from handbook.checks.where import Where
from handbook.findings import Finding, told_with
from handbook.language import abbreviations, flow, measures, near_copies
from handbook.model.field_titles import with_titles
from handbook.model.handbook import Handbook


class _Read(Read, Protocol):
    """What a reading of the folders gives: nouns, and the place of every one."""

    @property
    def readable(self) -> Handbook | None: ...


DatedRule = Callable[[Handbook, Where, dt.date], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    completeness.every_published_model_has_what_readers_need,
    completeness.every_form_about_people_says_what_happens_to_the_answers,
    completeness.every_list_has_as_many_as_agreed,
    completeness.every_text_is_written,
    completeness.every_step_has_a_form_or_says_why_not,
    completeness.every_step_with_the_participant_speaks_to_them,
    completeness.every_step_told_to_the_participant_has_a_pictogram,
    completeness.every_model_answers_the_six_situations,
    completeness.every_withdrawn_model_says_why,
    completeness.every_hole_says_which_kind_it_is,
    completeness.every_document_is_a_form_or_something_else,
    references.every_id_names_something_of_the_right_kind,
    decision.every_answer_and_contact_is_there,
    decision.every_question_and_option_is_there,
    decision.whoever_is_told_to_call_nav_has_a_number,
    references.every_reference_in_text_names_something,
    references.every_finding_number_exists,
    references.nothing_points_to_what_is_gone_without_saying_so,
    references.every_form_is_used,
    references.every_role_is_used,
    references.every_source_is_used,
    references.every_finding_is_used_or_says_why_not,
    references.no_used_finding_says_it_is_unused,
    references.nothing_points_to_itself,
    references.every_id_inside_an_entry_is_used_once,
    references.every_finding_number_is_used_once,
    references.no_list_says_the_same_twice,
    references.every_address_is_whole,
    former.no_old_address_is_taken,
    references.nothing_comes_before_itself,
    routines.every_step_answers_to_a_routine,
    routines.every_routine_has_a_step,
    routines.every_proof_is_used_in_its_steps,
    rules.every_rule_has_a_day_to_be_read_again,
    rules.every_rule_is_made_by_others,
    rules.every_rule_asked_for_has_the_words,
    rules.no_rule_tells_itself,
    contradictions.no_text_tells_a_rule_with_another_number,
    contradictions.no_text_tells_the_list_of_a_rule_by_hand,
    told_otherwise.no_two_texts_tell_it_with_different_numbers,
    examples.every_picture_is_drawn,
    examples.every_answer_has_a_question,
    examples.every_answer_fits_its_question,
    examples.every_needed_question_is_answered,
    examples.no_answer_is_given_to_what_is_not_asked,
    examples.every_example_is_marked_as_fiction,
    examples.no_made_up_name_stands_elsewhere,
    examples.nobody_can_be_found_by_an_example,
    examples.no_example_tells_of_health,
    examples.every_moment_has_its_day,
    examples.every_filled_form_is_used_in_its_step,
    examples.no_form_is_filled_in_twice,
    examples.everyone_who_speaks_is_in_the_example,
    examples.every_story_tells_how_something_was_mended,
    process.everyone_who_acts_is_in_the_model,
    process.every_role_of_a_model_has_a_step,
    process.every_role_stands_once_in_a_model,
    process.nothing_is_used_before_it_is_made,
    process.no_steps_wait_for_each_other,
    process.every_step_comes_after_what_it_waits_for,
    process.no_step_waits_for_both_of_two_choices,
    process.what_goes_together_says_so_in_both_steps,
    process.two_steps_stand_in_one_relation,
    process.every_decision_rests_on_forms_in_use,
    process.every_step_fits_in_the_duration,
    process.every_duration_adds_up,
    process.nobody_speaks_to_a_participant_who_is_not_there,
    actors.every_actor_performs_the_step,
    actors.every_moment_can_be_placed,
    actors.every_main_form_is_in_the_step,
    actors.every_action_has_an_actor,
    actors.every_performer_has_an_action,
    actors.every_action_of_a_participant_is_said_to_them,
    actors.every_actor_has_a_short_name,
    actors.no_prohibition_negates_its_heading,
    actors.every_text_fits_its_heading,
    actors.no_actor_hides_in_an_action,
    one_verb.every_action_asks_for_one_thing,
    forms.every_question_about_a_person_says_why,
    forms.every_form_that_may_reveal_health_has_grounds,
    forms.every_choice_has_answers,
    taken_over.every_answer_can_be_taken_over,
    forms.every_setting_belongs_to_the_type,
    forms.every_scale_has_a_face_for_each_answer,
    forms.every_table_has_columns,
    forms.every_piece_of_information_has_text,
    forms.every_column_fits_in_a_cell,
    forms.every_condition_asks_about_something_earlier,
    forms.every_last_day_follows_an_earlier_day,
    forms.every_signature_has_a_signer,
    forms.every_signer_meets_the_form,
    forms.every_id_in_a_form_is_used_once,
    forms.no_form_asks_what_it_may_not,
    forms.every_deletion_rule_is_whole,
    fidelity.every_must_has_a_criterion,
    fidelity.every_level_has_its_own_words,
    fidelity.every_scale_rises_by_one,
    fidelity.every_weight_has_a_source,
    outcomes.no_part_is_greater_than_the_whole,
    outcomes.every_count_has_its_other_half,
    outcomes.every_count_says_what_is_counted,
    outcomes.every_survey_says_who_was_asked,
    outcomes.every_sample_has_its_counts,
    outcomes.every_percentage_in_text_is_backed,
    outcomes.no_result_has_its_percentage_typed,
    outcomes.every_stated_percentage_is_right,
    outcomes.every_weak_source_is_told_of,
    outcomes.every_evidence_level_is_earned,
    outcomes.results_with_one_name_count_the_same,
    governance.every_new_version_tells_what_changed,
    governance.every_major_change_says_who_notices,
    governance.every_model_has_its_dates_and_versions_in_order,
    governance.every_verification_names_a_function,
    governance.every_message_of_the_feed_is_named_by_its_owners,
    governance.every_reader_has_somebody_to_tell,
    governance.no_text_has_personal_data,
    markup.no_text_shows_raw_markup,
    markup.no_line_has_markup,
    markup.every_letter_can_be_printed,
    wording.every_documented_statement_names_its_source,
    evidence.every_mark_is_carried_by_its_findings,
    evidence.every_must_rests_on_something,
    evidence.every_quotation_is_short,
    evidence.no_finding_is_quoted_and_not,
    evidence.every_finding_shows_the_words_of_its_source,
    evidence.every_quotation_says_where_it_stands,
    evidence.no_open_copy_names_an_account,
    evidence.no_limiting_word_is_lost,
    evidence.no_excuse_is_left_behind,
    wording.every_step_title_says_what_to_do,
    wording.every_summary_is_short,
    wording.every_word_to_the_participant_is_plain,
    to_participant.no_condition_is_turned_round,
    to_participant.every_narrator_says_who_they_are,
    to_participant.every_hard_word_is_explained_in_place,
    wording.every_long_text_is_readable,
    choices.no_text_uses_words_we_have_left,
    choices.every_choice_begins_at_a_step,
    wording.no_text_shouts_nav,
    wording.every_title_is_its_own,
    wording.every_link_says_where_it_goes,
    wording.every_role_speaks_to_you,
    abbreviations.every_abbreviation_is_explained,
    abbreviations.no_shortened_word_stands_in_a_text,
    abbreviations.no_abbreviation_meets_the_participant,
    measures.no_sentence_is_too_long,
    flow.no_text_is_chopped,
    flow.every_duty_has_an_actor,
    flow.no_sentence_is_carried_by_nouns,
    near_copies.no_two_places_say_the_same_by_hand,
)
"""Every rule that needs only the handbook."""

DATED_RULES: tuple[DatedRule, ...] = (
    outcomes.no_result_is_from_the_future,
    governance.every_model_is_reviewed_in_time,
    governance.nothing_done_has_a_date_to_come,
    rules.every_rule_is_read_before_its_day,
    rules.no_rule_is_past_its_day,
    rules.every_model_is_reviewed_before_its_rules_expire,
    instruments.every_instrument_is_read_in_time,
    instruments.no_instrument_in_use_has_ended,
)
"""Rules that also need to know what day it is."""


_ALL = frozenset((
    "model", "form", "role", "term", "theme", "source", "rule", "instrument", "routine", "example",
))  # fmt: skip
NEEDS: dict[Rule, frozenset[str]] = {
    references.every_reference_in_text_names_something: _ALL,
    references.every_finding_number_exists: frozenset({"source"}),
    references.every_form_is_used: _ALL,
    references.every_role_is_used: _ALL,
    references.every_source_is_used: _ALL,
    references.every_finding_is_used_or_says_why_not: _ALL,
    routines.every_step_answers_to_a_routine: frozenset({"routine"}),
    routines.every_routine_has_a_step: frozenset({"model"}),
    routines.every_proof_is_used_in_its_steps: frozenset({"model", "form"}),
    taken_over.every_answer_can_be_taken_over: frozenset({"form", "role"}),
    forms.every_signer_meets_the_form: frozenset({"model"}),
    choices.every_choice_begins_at_a_step: frozenset({"model"}),
    actors.every_action_of_a_participant_is_said_to_them: frozenset({"role"}),
    outcomes.every_percentage_in_text_is_backed: frozenset({"source"}),
    outcomes.every_evidence_level_is_earned: frozenset({"source"}),
    evidence.every_mark_is_carried_by_its_findings: frozenset({"source"}),
    evidence.no_limiting_word_is_lost: frozenset({"source"}),
    evidence.no_excuse_is_left_behind: frozenset({"source"}),
    abbreviations.every_abbreviation_is_explained: _ALL,
}
"""Rules that look from one file into others → kinds that must have been read whole.

All others judge an entry by itself, so what cannot be read does not hide what they find.
"""


_ALONE: frozenset[str] = frozenset()
APART: dict[Rule, frozenset[str]] = {
    abbreviations.every_abbreviation_is_explained: frozenset({"model", "role", "term"}),
    abbreviations.no_abbreviation_meets_the_participant: frozenset({"model", "role"}),
    abbreviations.no_shortened_word_stands_in_a_text: _ALONE,
    choices.no_text_uses_words_we_have_left: frozenset({"words"}),
    completeness.every_text_is_written: _ALONE,
    contradictions.no_text_tells_a_rule_with_another_number: frozenset({"rule"}),
    contradictions.no_text_tells_the_list_of_a_rule_by_hand: frozenset({"rule"}),
    evidence.every_mark_is_carried_by_its_findings: frozenset({"source"}),
    evidence.no_excuse_is_left_behind: frozenset({"source"}),
    evidence.no_limiting_word_is_lost: frozenset({"source"}),
    examples.no_made_up_name_stands_elsewhere: frozenset({"example"}),
    flow.every_duty_has_an_actor: _ALONE,
    flow.no_sentence_is_carried_by_nouns: _ALONE,
    flow.no_text_is_chopped: _ALONE,
    governance.no_text_has_personal_data: _ALONE,
    markup.every_letter_can_be_printed: _ALONE,
    markup.no_line_has_markup: _ALONE,
    markup.no_text_shows_raw_markup: _ALONE,
    measures.no_sentence_is_too_long: _ALONE,
    wording.every_documented_statement_names_its_source: _ALONE,
    wording.every_link_says_where_it_goes: _ALONE,
    wording.every_long_text_is_readable: _ALONE,
    wording.every_word_to_the_participant_is_plain: frozenset({"role"}),
    wording.no_text_shouts_nav: _ALONE,
}
"""Rules that judge each entry apart → the kinds of entries that they look at beside it."""


def run_checks(reading: _Read, *, today: dt.date, known: Known | None = None) -> list[Finding]:
    """Ask every rule that can be asked of what could be read. Sorted.

    What is `known` is not asked again of entries that are what they were.
    """
    book = reading.handbook or reading.readable
    if book is None:
        return []
    asked = [rule for rule in RULES if not _waits(rule, reading)]
    apart = {}
    if known and can_be_asked_apart(book):
        apart = {rule: APART[rule] for rule in asked if rule in APART}
    where = Where(book, reading.places, reading.unread, reading.by_hand)
    found = [finding for rule in asked if rule not in apart for finding in rule(book, where)]
    found += [finding for rule in DATED_RULES for finding in rule(book, where, today)]
    if known and apart:
        found += told_apart(apart, book, reading, known)
    kept = without_accepted(book, where, found)
    return sorted(told_with(with_titles, one) for one in set(kept))


def waiting(reading: _Read) -> int:
    """How many rules could not be asked, because something could not be read."""
    if reading.readable is None:
        return len(RULES) + len(DATED_RULES)
    return sum(_waits(rule, reading) for rule in RULES)


def _waits(rule: Rule, reading: _Read) -> bool:
    return bool(reading.unread and not NEEDS.get(rule, frozenset()).isdisjoint(reading.unread))
