"""diagrams: cloud services with their vendors, and what one runs oneself."""

import re
from collections.abc import Iterator

from tests.tools.lexicon.archives import texts
from tests.tools.lexicon.model import Record

_VENDORS = {
    "alibabacloud": ("Alibaba Cloud", "Alibaba Cloud"),
    "aws": ("AWS", "AWS"),
    "azure": ("Azure", "Microsoft Azure"),
    "digitalocean": ("DigitalOcean", "DigitalOcean"),
    "firebase": ("Firebase", "Firebase"),
    "gcp": ("Google Cloud", "Google Cloud"),
    "ibm": ("IBM Cloud", "IBM Cloud"),
    "oci": ("Oracle Cloud", "Oracle Cloud"),
    "openstack": ("OpenStack", "OpenStack"),
}
_OWN = frozenset({"elastic", "gis", "onprem", "programming", "saas"})
_KINDS = {
    "ci": "ci",
    "container": "container",
    "database": "database",
    "framework": "framework",
    "iac": "iac",
    "inmemory": "cache",
    "language": "language",
    "monitoring": "monitoring",
    "queue": "queue",
}
_NOT = frozenset({"client", "flowchart", "general", "generic", "logging"})
_CLASS = re.compile(r"^class ([A-Z]\w*)\(_\w+\):", re.MULTILINE)
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def records() -> Iterator[Record]:
    """Yield a record of every icon of a service or technology."""
    for path, data in texts("diagrams", "diagrams/*/*.py"):
        _, folder, file = path.removesuffix(".py").split("/")
        for class_ in _CLASS.findall(data.decode()) if file not in _NOT else ():
            words = " ".join(_HUMP.split(class_))
            if folder in _VENDORS:
                short, vendor = _VENDORS[folder]
                name = words if words.startswith(short) else f"{short} {words}"
                yield Record("diagrams", name, "cloud-service", vendor)
            elif folder in _OWN:
                yield Record("diagrams", class_, _KINDS.get(file, "tool"))
