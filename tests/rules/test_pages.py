"""Every rule has its page, and every example on a page is what planls does today."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

import planls_rules
from planls import linter
from planls.config import parse_toml
from planls.rule import Reads, Rule
from planls_rules import RULES, find_rule
from tests.cli.conftest import Outcome, Run
from tests.rules.pages import HEADINGS, Example, Page

PLANLS_TOML = Path("planls.toml")
FOLDER = Path(planls_rules.__file__).parent
PAGES = [Page(rule) for rule in RULES]
EXAMPLES = [(page.rule, example) for page in PAGES for example in page.examples]
FIXED = [(rule, example) for rule, example in EXAMPLES if example.fixed is not None]
UNFIXABLE = [(rule, example) for rule, example in EXAMPLES if rule not in {rule for rule, _ in FIXED}]
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.rule.name)


def each_of(examples: list[tuple[Rule, Example]]) -> pytest.MarkDecorator:
    """Run a test on each of the examples."""
    ids = [f"{rule.name}-{example.line}" for rule, example in examples]
    return pytest.mark.parametrize(("rule", "example"), examples, ids=ids)


def test_each_rule_is_a_pair_of_files() -> None:
    listed = {rule.page.with_suffix("") for rule in RULES}
    modules = {path.with_suffix("") for path in FOLDER.glob("*/*.py") if _is_rule(path)}
    pages = {path.with_suffix("") for path in FOLDER.glob("*/*.md") if path.stem.islower()}
    assert listed == modules == pages


def test_names_and_codes_are_told_apart() -> None:
    words = [word for rule in RULES for word in (rule.name, rule.code)]
    assert len(set(words)) == len(words)
    assert [find_rule(word.swapcase()) for word in words] == [rule for rule in RULES for _ in range(2)]


@each_page
def test_the_headings_are_the_same_on_each_page(page: Page) -> None:
    found = re.findall("^#.*", page.prose, re.MULTILINE)
    assert found == [f"# {page.rule.name} ({page.rule.code})", *HEADINGS]


@each_page
def test_the_summary_is_one_sentence_on_a_line_of_its_own(page: Page) -> None:
    assert page.text.splitlines()[1:4] == ["", page.rule.summary, ""]
    assert re.fullmatch(r"[A-Z][^.]*\.", page.rule.summary)


@each_page
def test_a_page_shows_what_is_found_and_what_is_not(page: Page) -> None:
    assert {bool(example.printed) for example in page.examples} == {True, False}


@each_page
def test_what_a_page_says_of_the_configuration_is_right(page: Page) -> None:
    severities = re.findall(r"`([\w-]+ = \"\w+\")` under `\[severity\]`", page.prose)
    ignored = re.findall(r"`(ignore = .*?)`", page.prose)
    read = [parse_toml(text, PLANLS_TOML) for text in (*(f"[severity]\n{s}" for s in severities), *ignored)]
    codes = [code for settings in read if settings for code in (*settings.severities, *settings.ignored)]
    assert codes == ([RULES[0].code] if _is_crash(page.rule) else [page.rule.code] * 2)


@each_of(EXAMPLES)
def test_an_example_prints_what_the_page_says(
    run: Run, monkeypatch: pytest.MonkeyPatch, rule: Rule, example: Example
) -> None:
    assert _checked(run, monkeypatch, rule, example).out == example.printed


@each_of(FIXED)
def test_an_example_is_fixed_as_the_page_says(
    run: Run, monkeypatch: pytest.MonkeyPatch, rule: Rule, example: Example
) -> None:
    once = _checked(run, monkeypatch, rule, example, "--fix", "--unsafe-fixes")
    assert once.out == example.fixed
    twice = _checked(run, monkeypatch, rule, replace(example, given=once.out), "--fix", "--unsafe-fixes")
    assert twice.out == once.out
    assert rule.code not in twice.err


@each_of(UNFIXABLE)
def test_a_rule_without_fixes_changes_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch, rule: Rule, example: Example
) -> None:
    assert _checked(run, monkeypatch, rule, example, "--fix", "--unsafe-fixes").out == example.given


def _is_rule(path: Path) -> bool:
    return "\n@rule(" in path.read_text(encoding="utf-8")


def _is_crash(rule: Rule) -> bool:
    """Whether a page's examples need a rule that crashes; the first one does."""
    return rule.reads is Reads.CRASHES


def _checked(
    run: Run, monkeypatch: pytest.MonkeyPatch, rule: Rule, example: Example, *options: str
) -> Outcome:
    """What the command makes of an example with the rules that it is about."""
    if _is_crash(rule):
        monkeypatch.setattr(linter, "RULES", [_broken(RULES[0]), *RULES[1:]])
    selected = ",".join([RULES[0].code if _is_crash(rule) else rule.code, *example.others])
    words = ["--output-format", "concise", "--select", selected, "--stdin-filename", "plan.md", "-"]
    return run("check", *options, *words, files=dict(example.files), stdin=example.given.encode())


def _broken(rule: Rule) -> Rule:
    def check(_: object) -> list[object]:
        raise ValueError("list.remove(x): x not in list")

    return replace(rule, check=check)  # type: ignore[arg-type]  # it never returns
