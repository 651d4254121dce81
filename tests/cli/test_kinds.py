"""A team's own kinds on the command line: listed, printed, checked, and told when they are broken."""

import json
from pathlib import Path

import pytest

from planls.cli.tally import one_of
from planls_rules.kinds import KINDS
from tests.cli.conftest import PLAN, Run

Files = dict[str, str | bytes]

ROLLOUT = "# Rollout [N]: [Service]\n\n## Why Now\n\n[Reason]\n\n## Way Back\n\n**Decided By**: [Name]\n"
CONFIG = '[kinds.rollout]\ntemplate = "t/rollout.md"\nfiles = ["r/*.md", "s/"]\n'
TEAM: Files = {"planls.toml": CONFIG, "t/rollout.md": ROLLOUT}
SEARCH = "# Rollout 7: Search\n\n## Why Now\n\nNow.\n"
FRONT = "---\nplanls: {kind: rollout}\n---\n"
REVISED = "# PoC [N] Implementation Plan: [Name]\n\n## Way Back\n\n[Reason]\n"
REPLACED: Files = {"planls.toml": '[kinds.plan]\ntemplate = "p"\n', "p/template.md": REVISED}
TWINS: Files = {
    "planls.toml": '[kinds.first]\ntemplate = "p.md"\n[kinds.second]\ntemplate = "p.md"\n',
    "p.md": REVISED,
}

KINDS_OF = {
    "the title says so": (TEAM | {"a.md": SEARCH}, "rollout", ["Way Back"]),
    "front matter says so": (TEAM | {"a.md": f"{FRONT}# A\n\n## Way Back\n\nb\n"}, "rollout", ["Why Now"]),
    "a glob says so": (TEAM | {"r/a.md": "# A\n"}, "rollout", ["Why Now", "Way Back"]),
    "nothing says so": (TEAM | {"a.md": "# A\n"}, None, []),
    "a built-in kind has its title": (TEAM | {"a.md": f"{PLAN}\n## Overview\n"}, "plan", None),
    "a built-in kind is replaced": (REPLACED | {"a.md": PLAN}, "plan", ["Way Back"]),
    "a team's kinds fit as well as a built-in one": (TWINS | {"a.md": PLAN}, "first", ["Way Back"]),
}


@pytest.mark.parametrize(("files", "kind", "missing"), KINDS_OF.values(), ids=KINDS_OF)
def test_which_kind_a_document_is_of(
    run: Run, files: Files, kind: str | None, missing: list[str] | None
) -> None:
    outcome = run("check", "--select", "STR001", "--output-format", "json", files=files)
    assert outcome.err.endswith(f"1 of them a {kind}\n") == bool(kind)
    found = [
        finding["message"].split("”")[0].removeprefix("Section “") for finding in json.loads(outcome.out)
    ]
    assert missing in (None, found)


def test_the_folder_decides_which_kinds_there_are(run: Run) -> None:
    files = {f"one/{name}": text for name, text in TEAM.items()} | {"one/a.md": SEARCH, "two/a.md": SEARCH}
    assert run("check", files=files).err.endswith("checked 2 files, 1 of them a rollout\n")


def test_fixes_put_in_the_teams_own_blocks(run: Run, tmp_path: Path) -> None:
    run("check", "--fix", files=TEAM | {"a.md": SEARCH})
    text = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert text.startswith(SEARCH)
    assert text.endswith("\n## Way Back\n\n**Decided By**: [Name]\n")


ANY = one_of(["rollout", *KINDS])
NONE = f"checked 1 file, none of them {ANY}"
TO_MAKE_IT_ONE = (
    "to make it one, begin it with front matter `planls: {kind: rollout}` or name it in planls.toml under "
    "[kinds.rollout] files"
)
NO_FILE = "error: {}: the template of `rollout`, `t/rollout.md`: no such file or directory"
NO_TITLE = "a template begins with its title, a heading of level 1: `# Title [Name]`"
SAID: dict[str, tuple[Files, list[str], list[str], int]] = {
    "a template is passed over": (TEAM, ["check"], ["no Markdown files found in ."], 0),
    "a template is named": (
        TEAM | {"t/rollout.md": f"---\nplanls: [kind]\n---\n{ROLLOUT}"},
        ["check", "t/rollout.md"],
        ["note: t/rollout.md: the template of `rollout`, so nothing was checked", NONE],
        0,
    ),
    "a document of no kind is named": (
        TEAM | {"a.md": "# A\n"},
        ["check", "a.md"],
        [
            f"note: a.md: not {ANY}, so nothing was checked; {TO_MAKE_IT_ONE}",
            NONE,
        ],
        0,
    ),
    "no such template": (
        {"planls.toml": CONFIG, "a.md": SEARCH, "b.md": SEARCH},
        ["check"],
        [NO_FILE.format("planls.toml:2"), "no file was checked"],
        2,
    ),
    "a broken template stops its own folder alone": (
        {"a/planls.toml": CONFIG, "a/t/rollout.md": "## A\n", "a/a.md": SEARCH, "b.md": "# B\n"},
        ["check"],
        [
            f"error: a/t/rollout.md:1: {NO_TITLE}",
            f"checked 1 file, none of them {one_of(list(KINDS))}",
        ],
        2,
    ),
    "--config with a broken template": (
        {"own.toml": CONFIG, "a.md": SEARCH},
        ["check", "--config", "own.toml"],
        [NO_FILE.format("own.toml:2")],
        2,
    ),
    "no such template to print": (
        {"planls.toml": CONFIG},
        ["new", "plan"],
        [NO_FILE.format("planls.toml:2")],
        2,
    ),
    "no such template to list": ({"planls.toml": CONFIG}, ["kinds"], [NO_FILE.format("planls.toml:2")], 2),
    "a broken configuration": (
        {"planls.toml": "kind = 1"},
        ["kinds"],
        ["error: planls.toml:1: unknown key `kind`; did you mean `kinds`?"],
        2,
    ),
    "broken TOML beside a template": (
        TEAM | {"t/rollout.toml": "\nhnts = []"},
        ["kinds"],
        ["error: t/rollout.toml:2: unknown key `hnts`; did you mean `hints`?"],
        2,
    ),
    "no such kind": (
        TEAM,
        ["new", "rolout"],
        [f"error: unknown kind `rolout`; known: rollout, {', '.join(KINDS)}"],
        2,
    ),
}


@pytest.mark.parametrize(("files", "words", "said", "code"), SAID.values(), ids=SAID)
def test_what_is_said(run: Run, files: Files, words: list[str], said: list[str], code: int) -> None:
    outcome = run(*words, files=files)
    assert (outcome.out, outcome.err.splitlines(), outcome.code) == ("", said, code)


ASKED = [
    # the team's kinds, what front matter says, the kind that may be meant
    (["rollout"], "rolluot", "rollout"),
    (["rollout"], "audit", None),
    (["review1", "review2"], "review", None),
    (["adr"], "adrs", "adr"),
    (["adr"], "abc", None),
]


@pytest.mark.parametrize(("kinds", "word", "meant"), ASKED)
def test_an_unknown_kind_is_told_with_the_teams_own(
    run: Run, kinds: list[str], word: str, meant: str | None
) -> None:
    config = "".join(f'[kinds.{kind}]\ntemplate = "t.md"\n' for kind in kinds)
    files = {"planls.toml": config, "t.md": ROLLOUT, "a.md": FRONT.replace("rollout", word)}
    (finding,) = json.loads(run("check", "--output-format", "json", files=files).out)
    way = f"did you mean `{meant}`?" if meant else f"write one of {', '.join([*kinds, *KINDS, 'none'])}"
    assert finding["message"] == f"There is no kind `{word}`, so nothing is checked; {way}"


@pytest.mark.parametrize("template", [ROLLOUT, ROLLOUT.replace("\n", "\r\n"), FRONT + ROLLOUT.rstrip()])
def test_new_prints_the_template_as_it_is(run: Run, template: str) -> None:
    outcome = run("new", "rollout", files=TEAM | {"t/rollout.md": template})
    assert (outcome.code, outcome.out, outcome.err) == (0, template, "")


def built_in(*names: str) -> str:
    """What is listed of built-in kinds, behind a team's own."""
    return "".join(
        f"\n{name}\n  from          built-in\n  title         {KINDS[name].contract.title.text}\n"
        f"  front matter  planls: {{kind: {name}}}\n"
        for name in names
    )


LISTED: dict[str, tuple[Files, list[str], str]] = {
    "none": ({}, [], built_in(*KINDS).removeprefix("\n")),
    "a file": (
        TEAM,
        [],
        "rollout\n  from          t/rollout.md\n  title         Rollout [N]: [Service]\n"
        "  files         r/*.md\n  files         s/\n  front matter  planls: {kind: rollout}\n"
        + built_in(*KINDS),
    ),
    "a folder of another configuration, in place of a built-in kind": (
        {"c/own.toml": '[kinds.plan]\ntemplate = "p"\n', "c/p/template.md": REVISED, "c/p/kind.toml": ""},
        ["--config", "c/own.toml"],
        "plan\n  from          c/p/template.md (instead of the built-in one)\n"
        "  settings      c/p/kind.toml\n  title         PoC [N] Implementation Plan: [Name]\n"
        "  front matter  planls: {kind: plan}\n" + built_in(*(name for name in KINDS if name != "plan")),
    ),
}


@pytest.mark.parametrize(("files", "words", "listed"), LISTED.values(), ids=LISTED)
def test_kinds_are_listed(run: Run, files: Files, words: list[str], listed: str) -> None:
    outcome = run("kinds", *words, files=files)
    assert (outcome.code, outcome.out, outcome.err) == (0, listed, "")


def test_a_control_character_does_not_reach_the_terminal(run: Run) -> None:
    assert (
        "\x1b" not in run("kinds", files=TEAM | {"t/rollout.md": ROLLOUT.replace("Service", "\x1b[1m")}).out
    )
