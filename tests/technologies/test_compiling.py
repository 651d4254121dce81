"""How sources and overlay become the lexicon, on records made up for the purpose."""

import pytest

from tests.tools.lexicon.compiling import lines
from tests.tools.lexicon.marking import Marker
from tests.tools.lexicon.model import Record
from tests.tools.lexicon.overlay import OverlayError, read_overlay

WORDS = {"harbor": 35, "batch": 20, "users": 10, "lambda": 60, "key": 10, "vault": 35, "flask": 35}
OVERLAY = """
[container]
Docker = { mark = "^", docker = "docker", cmd = "docker" }
[cloud]
AWS = { mark = "" }
[language]
Python = { mark = "^", terms = "~py" }
[framework]
Flask = { mark = "~", implies = "Python", pypi = "Flask" }
[services.AWS]
"AWS Lambda" = {}
[words]
silent = "Quietly"
dropped = "Nonsense"
unmapped = "file:package.json"
"""


def compiled(*records: Record, commands: tuple[str, ...] = ()) -> str:
    """Return the blocks that records and the overlay above give."""
    overlay = read_overlay(OVERLAY)
    return "\n".join(lines(overlay, records, Marker(overlay, WORDS), commands))


GIVES = [
    ("an alias that is a name", Record("a", "Docker", aliases=("Harbor",)), "harbor", False),
    ("one spelling of a name", Record("a", "docker"), "docker\t^Docker", True),
    ("a word", Record("a", "Harbor", packages=("npm:harbor",)), "harbor\t-Harbor", True),
    ("a word without any package", Record("a", "Harbor"), "Harbor", False),
    ("no word", Record("specfy", "Zorblat"), "zorblat\tZorblat", True),
    ("no word, from an unsure source", Record("devicon", "Zorblat"), "zorblat\t^Zorblat", True),
    ("a brand", Record("simple-icons", "Zorblat", "brand"), "Zorblat", False),
    ("a brand with a package", Record("specfy", "Zorb", "brand", packages=("npm:zorb",)), "-Zorb", True),
    ("what is short", Record("specfy", "Zor", packages=("npm:zor",)), "zor\t-Zor", True),
    ("what is dropped", Record("specfy", "Nonsense"), "Nonsense", False),
    ("what is silent", Record("specfy", "Quietly", packages=("npm:q",)), "quietly\t-Quietly", True),
    (
        "a service",
        Record("botocore", "Amazon Zorblat", "cloud-service", "AWS"),
        "aws zorblat\tAmazon Z",
        True,
    ),
    ("a service's phrase", Record("botocore", "AWS Key Vault", "x", "AWS"), "aws key vault\tAWS Key", True),
    ("... without AWS", Record("botocore", "AWS Key Vault", "x", "AWS"), "\nkey vault\t-AWS Key", True),
    ("a service by hand", Record("botocore", "AWS Lambda", "x", "AWS"), "\nlambda\t@AWS Lambda", True),
    ("a format", Record("specfy", "Zorblat", "format", packages=("npm:z",)), "zorblat\t-Zorblat", True),
    ("a variable", Record("specfy", "Zorblat", packages=("env:ZORBLAT",)), "env:ZORBLAT\tZorblat", True),
    ("a variable of two words", Record("specfy", "Key Zor", packages=("env:KEY_ZOR",)), "env:KEY_ZOR", True),
    ("a variable that is a word", Record("specfy", "Harbor", packages=("env:HARBOR",)), "env:HARBOR", False),
    ("a short variable", Record("specfy", "Zor", packages=("env:ZOR",)), "env:ZOR", False),
    ("a variable by another name", Record("specfy", "Zorblat", packages=("env:BLATZ",)), "env:", False),
    ("a service by a common word", Record("botocore", "AWS Batch", "x", "AWS"), "AWS Batch", False),
    ("another prefix", Record("specfy", "Amazon Lambda", "x", "AWS"), "amazon lambda\tAWS Lambda", True),
    ("an unmapped package", Record("a", "Docker", packages=("file:package.json",)), "package.json", False),
    ("a package by hand", Record("a", "Zorblat", packages=("pypi:flask",)), "pypi:flask\tFlask", True),
    ("a spelling of PyPI", Record("a", "Python", packages=("pypi:A_b.C",)), "pypi:a-b-c\tPython", True),
]


@pytest.mark.parametrize(("record", "line", "given"), [pytest.param(*row[1:], id=row[0]) for row in GIVES])
def test_a_record_gives(record: Record, line: str, *, given: bool) -> None:
    assert (line in compiled(record)) == given


def test_an_alias_of_two_is_that_of_its_name_alone() -> None:
    text = compiled(Record("specfy", "Docker", aliases=("Zorblat",)), Record("specfy", "Zorblat"))
    assert "zorblat\tZorblat" in text.splitlines()


def test_what_two_claim_is_nobodys() -> None:
    text = compiled(*(Record("specfy", name, packages=("npm:zorb",)) for name in ("Zorblat", "Blatzor")))
    assert "npm:zorb" not in text


def test_a_command_named_like_a_technology_is_its() -> None:
    assert "cmd:zorblat\tZorblat" in compiled(Record("specfy", "Zorblat"), commands=("zorblat", "ls"))


def test_the_order_of_what_a_source_says_does_not_matter() -> None:
    told = [Record("specfy", name, packages=(f"npm:{name.lower()}",)) for name in ("Zorblat", "Blatzor")]
    assert compiled(*told) == compiled(*reversed(told))


FAULTS = [
    ("[framwork]\nFlask = {}", "kinds: 'framwork' is none of brand"),
    ('[framework]\nFlask = { marks = "~" }', "Flask: 'marks' is none of"),
    ('[framework]\nFlask = { implies = "Pyton" }', "Flask: there is no technology 'Pyton' in the overlay"),
    ("[framework]\nNext-JS = {}\n[library]\nNextJS = {}", "NextJS: it is in the overlay twice, as Next-JS"),
    ('[words]\nloud = "x"', "words: 'loud' is none of dropped"),
    ("[framework]\nFlask = {}", "Flask: it reads as a word; give it a mark"),
    ('[framework]\nFlask = { mark = "!" }', "Flask: '!' is no mark"),
    ('[framework]\nFlask = { pypi = ["flask"] }', "Flask: 'pypi' is no text"),
]


@pytest.mark.parametrize(("text", "message"), FAULTS)
def test_a_fault_in_the_overlay_is_told(text: str, message: str) -> None:
    with pytest.raises(OverlayError, match=message):
        list(lines(overlay := read_overlay(text), (), Marker(overlay, WORDS), ()))
