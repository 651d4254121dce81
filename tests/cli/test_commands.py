"""The other commands, and what holds for all of them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import planls.cli
from planls import __version__
from planls.rule import Rule
from planls_rules import RULES
from planls_rules.kinds import KINDS
from tests.cli.conftest import PLAN, Run


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_explain(run: Run, rule: Rule) -> None:
    page = rule.page.read_text(encoding="utf-8")
    for word in (rule.name, rule.code, rule.code.lower()):
        outcome = run("explain", word)
        assert (outcome.code, outcome.out, outcome.err) == (0, page, "")


UNKNOWN = [
    (["explain", "STR01"], "error: unknown rule `STR01`; did you mean `STR001`?\n"),
    (["explain", "@"], "error: unknown rule `@`; `planls rules` lists them all\n"),
    (["new", "paln"], "error: unknown kind `paln`; known: " + ", ".join(KINDS) + "\n"),
]


@pytest.mark.parametrize(("words", "message"), UNKNOWN)
def test_unknown(run: Run, words: list[str], message: str) -> None:
    outcome = run(*words)
    assert (outcome.code, outcome.out, outcome.err) == (2, "", message)


def test_rules(run: Run) -> None:
    outcome = run("rules")
    rows = [line.split(maxsplit=4) for line in outcome.out.splitlines()]
    assert rows[0] == ["CODE", "NAME", "SEVERITY", "FIX", "FINDS"]
    assert [row[:3] for row in rows[1:]] == [[rule.code, rule.name, rule.severity.label] for rule in RULES]
    assert [row[4] for row in rows[1:]] == [rule.summary for rule in RULES]
    fixing = {row[1]: row[3] for row in rows}
    assert [fixing[name] for name in ("missing-section", "broken-fence", "unfilled-placeholder")] == [
        "yes",
        "yes",
        "-",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_new(run: Run, kind: str) -> None:
    outcome = run("new", kind)
    assert (outcome.code, outcome.out, outcome.err) == (0, KINDS[kind].template, "")


def test_version(run: Run) -> None:
    outcome = run("--version")
    assert (outcome.code, outcome.out) == (0, f"planls {__version__}\n")


@pytest.mark.parametrize("words", [[], ["chekc"], ["explain"], ["new"], ["server", "--port"]])
def test_wrong_usage(run: Run, words: list[str]) -> None:
    assert run(*words).code == 2


@pytest.mark.parametrize("words", [["server"], ["server", "--stdio"]])
def test_server(run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    monkeypatch.setattr("planls.lsp.server.main", lambda: 7)
    assert run(*words).code == 7


COLOURS = [
    (True, {}, True),
    (True, {"NO_COLOR": ""}, True),
    (True, {"NO_COLOR": "1"}, False),
    (True, {"TERM": "dumb"}, False),
    (False, {}, False),
]


@pytest.mark.parametrize(("terminal", "environment", "coloured"), COLOURS)
@pytest.mark.parametrize("words", [[], ["--output-format", "concise"], ["--diff"]])
def test_colour(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    *,
    terminal: bool,
    environment: dict[str, str],
    coloured: bool,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert ("\x1b[" in run("check", *words, files={"a.md": PLAN}).out) == coloured


def test_interrupted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(planls.cli, "_rules", interrupted)
    outcome = run("rules")
    assert (outcome.code, outcome.err) == (130, "")


def process(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a Python of our own in a folder, with some more environment."""
    return subprocess.run(
        [sys.executable, *words], cwd=folder, env=os.environ | environment, capture_output=True, check=False
    )


LOCALES = [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "latin-1"}]


@pytest.mark.parametrize("environment", LOCALES)
def test_output_is_utf8_in_every_locale(tmp_path: Path, environment: dict[str, str]) -> None:
    (tmp_path / "plän.md").write_text(PLAN.replace("X", "日本"), encoding="utf-8")
    done = process(tmp_path, "-m", "planls", "check", "plän.md", PYTHONCOERCECLOCALE="0", **environment)
    assert done.returncode == 1
    assert done.stdout.decode().startswith("plän.md:1:")
    assert "日本" in done.stdout.decode()


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(PLAN, encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "planls", "check"]
    done = subprocess.run(command, cwd=tmp_path, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


IMPORTED = """
import sys
from planls.cli import main
code = main({words})
watched = "pygls", "lsprotocol", "pydantic", "pathspec"
print(code, *sorted(name for name in watched if name in sys.modules))
"""

IMPORTS = [
    (["check", "--exit-zero", "--output-format", "concise"], {}, []),
    (["check", "--exit-zero", "--output-format", "github"], {}, []),
    (["check", "--exit-zero", "--output-format", "sarif"], {}, []),
    (["check", "--exit-zero"], {"planls.toml": 'ignore = ["STR001"]'}, ["pydantic"]),
    (["check", "--exit-zero"], {"planls.toml": 'exclude = ["x"]'}, ["pathspec", "pydantic"]),
    (["check", "--exit-zero"], {".gitignore": "x"}, ["pathspec"]),
    (["check", "--fix", "--exit-zero"], {"pyproject.toml": "[project]"}, []),
    (["scope", "a.md"], {}, []),
    (["scope", "a.md", "--output-format", "json"], {"planls.toml": ""}, []),
    (["rules"], {}, []),
    (["kinds"], {}, []),
    (["new", "plan"], {}, []),
    (["new", "own"], {"planls.toml": 'kinds.own.template = "a.md"', "a.md": "# A\n\n## B\n"}, ["pydantic"]),
]


@pytest.mark.parametrize(("words", "files", "imported"), IMPORTS)
def test_nothing_is_imported_that_is_not_needed(
    tmp_path: Path, words: list[str], files: dict[str, str], imported: list[str]
) -> None:
    for name, text in {"a.md": PLAN, **files}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = process(tmp_path, "-c", IMPORTED.format(words=words))
    assert done.stdout.decode().splitlines()[-1] == " ".join(["0", *imported])
