"""trove-classifiers: frameworks of Python, programming languages, operating systems."""

import re
from collections.abc import Iterator

from tests.tools.lexicon.archives import texts
from tests.tools.lexicon.model import Record

_CLASSIFIER = re.compile(r'^    "(Framework|Programming Language) :: ([^":]+)",$', re.MULTILINE)
_OTHER = re.compile(r"^Other\b|^Setuptools Plugin$|/")


def records() -> Iterator[Record]:
    """Yield a record of every framework and language."""
    for _path, data in texts("trove-classifiers", "trove_classifiers/__init__.py"):
        for group, name in sorted(set(_CLASSIFIER.findall(data.decode()))):
            if not _OTHER.search(name):
                yield _framework(name) if group == "Framework" else Record("trove", name, "language")


def _framework(name: str) -> Record:
    return Record("trove", name, "framework", implies=("Python",))
