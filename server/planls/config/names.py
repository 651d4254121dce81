"""The names that users write: of rules and kinds. An unknown one is answered with the nearest."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

import planls_rules
from planls_rules.kinds import KINDS

NO_KIND = "none"
"""What front matter calls a document that planls shall leave alone."""

_NAME = re.compile(r"[\w-]+")

_NEAR = 0.5
"""From this ratio of difflib on, a known word is worth naming."""


def rule_code(word: str) -> str:
    """The code of the rule that is meant by its name or code; ValueError names the nearest one."""
    if rule := planls_rules.find_rule(word):
        return rule.code
    raise ValueError(unknown_rule(word))


def unknown_rule(word: str) -> str:
    """What to say of a rule that does not exist."""
    known = [known for rule in planls_rules.RULES for known in (rule.name, rule.code)]
    return unknown("rule", word, known, "`planls rules` lists them all")


def kind_names(own: Iterable[str] = ()) -> list[str]:
    """The names of all kinds: the team's own ones, then those that come with planls."""
    return list(dict.fromkeys([*own, *KINDS]))


def unknown_kind(name: str, own: Iterable[str] = ()) -> str:
    """What to say of a configured kind that neither comes with planls nor has a template."""
    known = kind_names(own)
    rest = f"known: {', '.join(known)}; a kind of your own needs a `template`"
    return unknown("kind", name, known, rest)


def misnamed_kind(name: str) -> str:
    """What is wrong with the name of a kind, which front matter must be able to say; empty: nothing."""
    if name == NO_KIND:
        return f"`{NO_KIND}` is no name for a kind: in front matter it says that a document is of none"
    if _NAME.fullmatch(name) and name == name.lower():
        return ""
    return f"`{name}` is no name for a kind: write small letters, digits, `-` and `_`"


def unknown(what: str, word: str, known: Iterable[str], rest: str = "") -> str:
    """What to say of an unknown word: the nearest known one, or else ``rest`` or all that are known."""
    names = list(known)
    likeness = [SequenceMatcher(None, word.lower(), name.lower()).ratio() for name in names]
    near = names[likeness.index(max(likeness))] if max(likeness) >= _NEAR else ""
    hint = f"did you mean `{near}`?" if near else rest or f"known: {', '.join(names)}"
    return f"unknown {what} `{word}`; {hint}"
