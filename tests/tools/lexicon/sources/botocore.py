"""botocore: the names of the services of AWS."""

import gzip
import json
import re
from collections.abc import Iterator

from tests.tools.lexicon.archives import texts
from tests.tools.lexicon.model import Record

_SERVICE = re.compile(r"(?:AWS|Amazon) [A-Z]")
_PART = re.compile(
    r" (?:API|APIs|Catalog|Core|Customer|Data|Domain|Metrics|Plane|Runtime|RealTime|REST|V\d|v\d)\b"
    r"|\W(?:and|for|on|with) "
)
"""Interfaces of a service that botocore counts as services of their own, and descriptions."""
_END = re.compile(r"(?: Services?)?(?: \(\w+\))?$")
_NOUNS = re.compile(
    r" (?:Database|Directory|Email|Kubernetes|Management|Notification|Queue|Storage|Token|Video|Workflow)"
    r" Service$"
)
"""What reads badly without its last word."""


def records() -> Iterator[Record]:
    """Yield a record of every service."""
    told = [
        json.loads(gzip.decompress(data))["metadata"] for _, data in texts("botocore", "*/service-2.json.gz")
    ]
    names = {_name(one["serviceFullName"]): one.get("serviceAbbreviation", "") for one in told}
    for name, short in sorted(names.items()):
        if _SERVICE.match(name) and not _PART.search(name):
            aliases = (short,) if _SERVICE.match(short) else ()
            yield Record("botocore", name, "cloud-service", "AWS", aliases)


def _name(full: str) -> str:
    return full if _NOUNS.search(full) else _END.sub("", full)
