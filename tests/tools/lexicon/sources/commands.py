"""@withfig/autocomplete: the names of commands."""

from collections.abc import Iterator

from tests.tools.lexicon.archives import texts


def commands() -> Iterator[str]:
    """Yield the commands by the names of the files that complete them."""
    for path, _data in texts("@withfig/autocomplete", "build/*.js"):
        name = path.removeprefix("build/").removesuffix(".js")
        if "/" not in name and name[0].isalpha():
            yield name.lower()
