"""How a vendor's services are spelled: AWS EKS is Amazon EKS."""

from collections.abc import Iterator

PREFIXES = {
    "AWS": ("AWS ", "Amazon "),
    "Alibaba Cloud": ("Alibaba Cloud ",),
    "DigitalOcean": ("DigitalOcean ",),
    "Firebase": ("Firebase ",),
    "Google Cloud": ("Google Cloud ", "GCP ", "Google "),
    "IBM Cloud": ("IBM Cloud ",),
    "Microsoft Azure": ("Azure ", "Microsoft Azure ", "Microsoft "),
    "OpenStack": ("OpenStack ",),
    "Oracle Cloud": ("Oracle Cloud ", "OCI "),
}
"""What the name of a service of a vendor may begin with, the longer before what it begins with."""


def bare(name: str, vendor: str) -> str:
    """Return the name of a service without its vendor."""
    starts = PREFIXES.get(vendor, ())
    return next((name.removeprefix(start) for start in starts if name.startswith(start)), name)


def spellings(name: str, vendor: str) -> Iterator[str]:
    """Yield a name; of a vendor's service also with each other prefix, and without any."""
    yield name
    if vendor in PREFIXES:
        rest = bare(name, vendor)
        yield rest
        yield from (start + rest for start in PREFIXES[vendor] if not rest.startswith(start.split()[0]))
