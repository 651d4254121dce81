"""simple-icons and devicon: names of brands and technologies, no pictures."""

import json
from collections.abc import Iterator

from tests.tools.lexicon.archives import texts
from tests.tools.lexicon.model import Record

_KINDS = {
    "language": "language",
    "framework": "framework",
    "database": "database",
    "library": "library",
    "editor": "editor",
    "ide": "editor",
    "testing": "testing",
    "os": "os",
}


def simple_icons() -> Iterator[Record]:
    """Yield a record of every brand; its spelling is its own."""
    for _path, data in texts("simple-icons", "data/simple-icons.json"):
        for icon in json.loads(data):
            yield Record("simple-icons", icon["title"], "brand")


def devicon() -> Iterator[Record]:
    """Yield a record of every icon: its name is spelled without blanks and in small letters."""
    for _path, data in texts("devicon", "devicon.json"):
        for icon in json.loads(data):
            kind = next((_KINDS[tag] for tag in icon["tags"] if tag in _KINDS), "tool")
            yield Record("devicon", icon["name"], kind, aliases=tuple(icon.get("altnames", ())))
