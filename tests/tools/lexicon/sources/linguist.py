"""linguist-languages: languages and formats."""

import re
from collections.abc import Iterator

from tests.tools.lexicon.archives import texts
from tests.tools.lexicon.model import Record

_NAME = re.compile(r"^  name: (['\"])(.+?)\1,", re.MULTILINE)
_TYPE = re.compile(r"^  type: '(\w+)',", re.MULTILINE)


def records() -> Iterator[Record]:
    """Yield a record of every language: a format, if one does not program in it."""
    for _path, data in texts("linguist-languages", "data/*.js"):
        text = data.decode()
        name, type_ = _NAME.search(text), _TYPE.search(text)
        if name and type_:
            yield Record("linguist", name[2], "language" if type_[1] == "programming" else "format")
