"""What the sources and the overlay say of technologies."""

from dataclasses import dataclass
from enum import StrEnum

from planls.scope.tokens import key

KINDS = frozenset(
    """brand build cache ci cloud cloud-service container database editor format framework iac language
    library linter model monitoring orchestration os package-manager protocol queue runtime search service
    shell testing tool ui-framework vector-store web-framework web-server""".split()
)
ECOSYSTEMS = tuple("cargo cmd composer docker env file gem go hex maven npm nuget pypi scheme".split())


class Mark(StrEnum):
    """How a term counts in prose; the strongest first."""

    CERTAIN = ""
    CAPITAL = "^"
    VENDOR = "@"
    WORD = "~"
    LISTED = "*"
    SILENT = "-"


@dataclass(frozen=True)
class Record:
    """What one source says of one technology."""

    source: str
    name: str
    kind: str = "tool"
    parent: str = ""
    aliases: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Technology:
    """A technology as it is written to the lexicon.

    ``packages`` are those that the overlay gives it, ``found`` those of the other ``sources``.
    """

    name: str
    kind: str
    parent: str = ""
    implies: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    terms: tuple[tuple[Mark | None, str], ...] = ()
    packages: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    sources: frozenset[str] = frozenset()


def identity(name: str) -> str:
    """What two spellings of one name have in common: Node.js and NodeJS are one."""
    return key(name).replace(" ", "")
