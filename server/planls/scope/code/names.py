"""Names of packages and images: what is one, and what only stands for one."""

import re
from functools import lru_cache

from planls.document.filenames import FOLDERS

_STANDS_FOR_ONE = frozenset(
    """
    bar baz dep dependencies dependency example foo foobar image image-name lib library module name package
    package-name package_name packages pkg project qux something test-package thing tool x xxx xyz y z
    """.split()
)
_OWN = re.compile(
    r"(?:your|my|our|some|example|sample|acme|placeholder)(?:[-_./]|$)|your[a-z]|acme|example|some(?:package|lib|module)"
    r"|my(?:app|api|image|service|package|project|lib|library|module|repo|server"
    r"|company|org|container|registry|db|user)\b"
)
_MARKS = re.compile(r"[<>\[\]{}$%*…|]|\.\.\.")

_PYPI = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
_PYPI_TAIL = re.compile(r"\s*(?:\[[\w\s,.-]*\])?\s*(?:$|[=<>!~;@#,(]|\d)")
_NPM = re.compile(r"(?:@[a-z0-9~][a-z0-9._~-]*/)?[a-z0-9][a-z0-9._~-]*", re.IGNORECASE)
_SEPARATORS = re.compile(r"[-_.]+")

_TAG = re.compile(r"(?P<path>[a-z0-9][a-z0-9._/-]*)(?::[\w$][\w.${}:-]*)?(?:@sha256:[0-9a-f]+)?")
_OWN_IMAGES = FOLDERS | frozenset("base builder demo gateway hello hello-world scratch worker".split())
"""What projects call the images that they build, and what is no base at all."""

_PUBLIC = frozenset(
    """
    docker.io registry-1.docker.io index.docker.io ghcr.io quay.io mcr.microsoft.com public.ecr.aws gcr.io
    registry.k8s.io k8s.gcr.io docker.elastic.co nvcr.io lscr.io registry.access.redhat.com
    registry.redhat.io cgr.dev container-registry.oracle.com
    """.split()
)


@lru_cache(maxsize=1_024)
def is_placeholder(name: str) -> bool:
    """Whether a name stands for one that the reader is to put in: ``<package>``, ``your-app``, ``foo``."""
    lower = name.lower()
    return bool(lower in _STANDS_FOR_ONE or _OWN.match(lower.lstrip("@")) or _MARKS.search(name))


def is_shouted(name: str) -> bool:
    """Whether a name is all capitals, as placeholders in commands are."""
    return len(name) > 1 and name.isupper()


def pypi(text: str) -> str:
    """The name as written at the start of a requirement; empty if there is none."""
    match = _PYPI.match(text)
    if not match or not _PYPI_TAIL.match(text, match.end()) or text[-4:] in (".whl", ".txt", ".zip", "r.gz"):
        return ""
    name = match[0]
    return "" if is_placeholder(name) or is_shouted(name) or not re.search("[A-Za-z]", name) else name


def pypi_key(name: str) -> str:
    """A Python package's name as it is looked up."""
    return _SEPARATORS.sub("-", name).lower()


def npm(text: str) -> str:
    """The name as written at the start of ``name@version``; empty if there is none."""
    match = _NPM.match(text)
    if not match or (match.end() < len(text) and text[match.end()] != "@"):
        return ""
    name = match[0]
    scope, _, last = name.rpartition("/")
    odd = is_placeholder(name) or is_placeholder(last) or is_shouted(last) or name.endswith((".tgz", ".js"))
    return "" if odd or (not scope and last.isdigit()) else name


def image(text: str) -> tuple[str, str]:
    """An image's name without registry and tag, and the part of the text that says it; empty if none."""
    match = _TAG.match(text)
    if not match or match.end() < len(text) or _MARKS.search(match["path"]):
        return "", ""
    return _without_registry(*_split(match["path"], text))


def _split(path: str, text: str) -> tuple[str, str]:
    """The registry's host, if there is one, and the path behind it."""
    host, slash, rest = path.partition("/")
    port = text[len(host) : len(host) + 1] == ":" and "/" in text
    if port and not slash:
        return "localhost", path
    return (host, rest) if slash and ("." in host or host == "localhost") else ("", path)


def _without_registry(host: str, path: str) -> tuple[str, str]:
    """Of a private registry nothing; ``library/`` is Docker's own prefix."""
    if host and host not in _PUBLIC:
        return "", ""
    name = path.removeprefix("library/")
    odd = is_placeholder(name) or is_placeholder(name.rpartition("/")[2]) or not name or name in _OWN_IMAGES
    return ("", "") if odd else (name, name)
