"""The command line: `main` is what ``planls`` runs.

Start-up counts, so a command's module is imported when the command runs. Exit codes: 0 clean,
1 findings, 2 a usage, configuration or file error, 130 interrupted, 141 nobody reads on.
"""

import io
import os
import sys
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence

from planls import __version__


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command in ``argv`` (default: the process's own) and return the exit code.

    Raises SystemExit on wrong usage, as argparse does.
    """
    _speak_utf8()
    arguments = _parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains at its exit
        return 141
    return code


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale, line ends as they are, and what cannot be encoded as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")


def _parser() -> ArgumentParser:
    """All commands and options."""
    parser = ArgumentParser("planls", description="Reviews plan and spec documents in Markdown.")
    parser.add_argument("--version", action="version", version=f"planls {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(name: str, run: Callable[[Namespace], int], summary: str) -> ArgumentParser:
        added = commands.add_parser(name, help=summary, description=summary)
        added.set_defaults(run=run, usage_error=added.error)
        return added

    _add_check(command("check", _check, "Check documents and print what is wrong with them."))
    _add_scope(command("scope", _scope, "Print the technologies of a document, and which its notes allow."))
    explain = command("explain", _explain, "Print the page of a rule.")
    explain.add_argument("rule", metavar="RULE", help="name or code, for example missing-section or STR001")
    command("rules", _rules, "List all rules.")
    kinds = command("kinds", _kinds, "List the kinds of document that count in this folder.")
    new = command("new", _new, "Print the template of a new document.")
    new.add_argument("kind", metavar="KIND", help="for example plan; `planls kinds` lists them all")
    for one in (kinds, new):
        one.add_argument("--config", metavar="FILE", help="this configuration instead of the nearest one")
    server = command("server", _server, "Run the language server on standard input and output.")
    server.add_argument("--stdio", action="store_true", help=SUPPRESS)
    return parser


def _add_check(check: ArgumentParser) -> None:
    """The options of ``planls check``."""
    add = check.add_argument
    add(
        "paths",
        nargs="*",
        default=["."],
        metavar="PATH",
        help="files, folders, globs, or - for standard input",
    )
    add("--stdin-filename", metavar="NAME", help="what standard input is called in settings and findings")
    _add_fixing(check)
    _add_choosing(check)
    _add_output(check)


def _add_fixing(check: ArgumentParser) -> None:
    add = check.add_argument_group("fixing").add_argument
    add("--fix", action="store_true", help="apply the safe fixes and report what remains")
    add(
        "--unsafe-fixes",
        action="store_true",
        help="let --fix and --diff apply unsafe fixes, too; alone it does nothing",
    )
    add(
        "--diff",
        action="store_true",
        help="print what --fix would change and change nothing, even with --fix",
    )


def _add_choosing(check: ArgumentParser) -> None:
    title = "choosing rules and settings (rules by name or code, comma-separated)"
    add = check.add_argument_group(title).add_argument
    add(
        "--select",
        action="extend",
        type=_codes,
        metavar="RULES",
        help="only these, even those ignored elsewhere",
    )
    add("--ignore", action="extend", type=_codes, metavar="RULES", help="not these")
    add("--config", metavar="FILE", help="this configuration for all documents, instead of the nearest one")
    add(
        "--force-exclude",
        action="store_true",
        help="for hooks, which name files: leave out those that the configuration excludes, too, and say "
        "nothing of those that are of no kind",
    )


def _add_output(check: ArgumentParser) -> None:
    add = check.add_argument_group("output and exit code").add_argument
    add(
        "--output-format",
        choices=["full", "concise", "json", "github", "sarif"],
        help="default: full, and github under GitHub Actions",
    )
    add("--statistics", action="store_true", help="count the findings of each rule, on standard error")
    severities = ["error", "warning", "information", "hint"]
    add(
        "--fail-on",
        choices=severities,
        default="warning",
        help="exit 1 from this severity up; default: warning",
    )
    add("--exit-zero", action="store_true", help="exit 0 even with findings")


def _add_scope(scope: ArgumentParser) -> None:
    """The options of ``planls scope``."""
    add = scope.add_argument
    add("file", metavar="FILE", help="a Markdown file, or - for standard input")
    add(
        "--stdin-filename",
        metavar="NAME",
        help="what standard input is called, and where its notes are looked for",
    )
    add("--config", metavar="FILE", help="this configuration instead of the nearest one")
    add("--output-format", choices=["text", "json"], default="text", help="default: text")


def _codes(words: str) -> list[str]:
    """The codes of the rules in a comma-separated list."""
    from planls.config.names import rule_code

    try:
        return [rule_code(word.strip()) for word in words.split(",") if word.strip()]
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None


def _check(arguments: Namespace) -> int:
    """``planls check``."""
    from planls.cli.check import check

    return check(arguments)


def _scope(arguments: Namespace) -> int:
    """``planls scope``."""
    from planls.cli.scope import scope

    return scope(arguments)


def _explain(arguments: Namespace) -> int:
    """``planls explain``."""
    from planls.cli.pages import explain

    return explain(arguments.rule)


def _rules(_: Namespace) -> int:
    """``planls rules``."""
    from planls.cli.pages import rules

    return rules()


def _kinds(arguments: Namespace) -> int:
    """``planls kinds``."""
    from planls.cli.kinds import kinds

    return kinds(arguments.config)


def _new(arguments: Namespace) -> int:
    """``planls new``."""
    from planls.cli.kinds import new

    return new(arguments.kind, arguments.config)


def _server(_: Namespace) -> int:
    """``planls server``."""
    from planls.lsp.server import main as serve

    return serve()
