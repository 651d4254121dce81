"""The rules and kinds that come with planls. The list is written by hand, one line per rule."""

from planls.rule import Rule
from planls_rules.budget.effort_mismatch import check as effort_mismatch
from planls_rules.budget.outside_time_box import check as outside_time_box
from planls_rules.budget.short_answer import check as short_answer
from planls_rules.budget.wrong_count import check as wrong_count
from planls_rules.budget.wrong_length import check as wrong_length
from planls_rules.engine.crashed_rule import check as crashed_rule
from planls_rules.engine.unknown_kind import check as unknown_kind
from planls_rules.forms.format_without_rules import check as format_without_rules
from planls_rules.forms.incomplete_endpoint import check as incomplete_endpoint
from planls_rules.forms.not_a_diagram import check as not_a_diagram
from planls_rules.forms.not_a_tree import check as not_a_tree
from planls_rules.forms.not_code import check as not_code
from planls_rules.forms.unparsable_code import check as unparsable_code
from planls_rules.links.broken_link import check as broken_link
from planls_rules.production.contradicted_item import check as contradicted_item
from planls_rules.production.hardcoded_host import check as hardcoded_host
from planls_rules.production.hardcoded_secret import check as hardcoded_secret
from planls_rules.production.home_path import check as home_path
from planls_rules.production.mock_in_code import check as mock_in_code
from planls_rules.production.no_demonstration import check as no_demonstration
from planls_rules.production.swallowed_error import check as swallowed_error
from planls_rules.production.unticked_item import check as unticked_item
from planls_rules.repo.missing_folder import check as missing_folder
from planls_rules.repo.unknown_target import check as unknown_target
from planls_rules.scope.missing_notes import check as missing_notes
from planls_rules.scope.optional_extra_in_core import check as optional_extra_in_core
from planls_rules.scope.out_of_scope_technology import check as out_of_scope_technology
from planls_rules.scope.topic_not_in_notes import check as topic_not_in_notes
from planls_rules.scope.unmapped_topic import check as unmapped_topic
from planls_rules.steps.dependency_cycle import check as dependency_cycle
from planls_rules.steps.later_dependency import check as later_dependency
from planls_rules.steps.misnumbered_entry import check as misnumbered_entry
from planls_rules.steps.misnumbered_step import check as misnumbered_step
from planls_rules.steps.no_op_verification import check as no_op_verification
from planls_rules.steps.oversized_step import check as oversized_step
from planls_rules.steps.premature_tick import check as premature_tick
from planls_rules.steps.unknown_dependency import check as unknown_dependency
from planls_rules.steps.vague_output import check as vague_output
from planls_rules.structure.broken_fence import check as broken_fence
from planls_rules.structure.duplicate_section import check as duplicate_section
from planls_rules.structure.empty_cell import check as empty_cell
from planls_rules.structure.empty_field import check as empty_field
from planls_rules.structure.empty_section import check as empty_section
from planls_rules.structure.malformed_title import check as malformed_title
from planls_rules.structure.mismatched_name import check as mismatched_name
from planls_rules.structure.missing_aspect import check as missing_aspect
from planls_rules.structure.missing_checkbox import check as missing_checkbox
from planls_rules.structure.missing_checklist_item import check as missing_checklist_item
from planls_rules.structure.missing_field import check as missing_field
from planls_rules.structure.missing_lead_field import check as missing_lead_field
from planls_rules.structure.missing_section import check as missing_section
from planls_rules.structure.missing_table_column import check as missing_table_column
from planls_rules.structure.missing_table_row import check as missing_table_row
from planls_rules.structure.misspelled_heading import check as misspelled_heading
from planls_rules.structure.mixed_headings import check as mixed_headings
from planls_rules.structure.second_proposal import check as second_proposal
from planls_rules.structure.section_out_of_order import check as section_out_of_order
from planls_rules.structure.unfilled_placeholder import check as unfilled_placeholder
from planls_rules.structure.unknown_value import check as unknown_value
from planls_rules.structure.vague_reason import check as vague_reason
from planls_rules.suppressions.unknown_suppression import check as unknown_suppression
from planls_rules.suppressions.unused_suppression import check as unused_suppression
from planls_rules.testing.misnamed_test import check as misnamed_test
from planls_rules.testing.misnamed_test_file import check as misnamed_test_file
from planls_rules.testing.test_without_assertion import check as test_without_assertion
from planls_rules.testing.test_without_docstring import check as test_without_docstring
from planls_rules.testing.test_without_parts import check as test_without_parts

RULES: tuple[Rule, ...] = (
    missing_section,
    section_out_of_order,
    duplicate_section,
    empty_section,
    misspelled_heading,
    malformed_title,
    missing_field,
    empty_field,
    missing_table_row,
    missing_table_column,
    unfilled_placeholder,
    broken_fence,
    missing_lead_field,
    mixed_headings,
    missing_checkbox,
    missing_aspect,
    empty_cell,
    second_proposal,
    unknown_value,
    mismatched_name,
    vague_reason,
    missing_checklist_item,
    wrong_count,
    wrong_length,
    outside_time_box,
    effort_mismatch,
    short_answer,
    not_a_diagram,
    not_a_tree,
    unparsable_code,
    incomplete_endpoint,
    format_without_rules,
    not_code,
    missing_folder,
    unknown_target,
    out_of_scope_technology,
    optional_extra_in_core,
    topic_not_in_notes,
    unmapped_topic,
    missing_notes,
    broken_link,
    oversized_step,
    misnumbered_entry,
    no_op_verification,
    unknown_dependency,
    dependency_cycle,
    later_dependency,
    misnumbered_step,
    premature_tick,
    vague_output,
    unticked_item,
    contradicted_item,
    mock_in_code,
    swallowed_error,
    hardcoded_secret,
    home_path,
    hardcoded_host,
    no_demonstration,
    misnamed_test_file,
    misnamed_test,
    test_without_assertion,
    test_without_docstring,
    test_without_parts,
    unknown_suppression,
    unused_suppression,
    crashed_rule,
    unknown_kind,
)

_BY_WORD = {word: rule for rule in RULES for word in (rule.code.lower(), rule.name)}


def find_rule(word: str) -> Rule | None:
    """The rule with that code or name, in any case."""
    return _BY_WORD.get(word.lower())
