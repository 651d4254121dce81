"""Whether an item is only what is left of one: it has moved, or was dropped, and its number stays."""

import re

from planls.contract.stretch import Stretch
from planls.document.blocks import Blank, Break, Paragraph

_GONE = re.compile(
    r"(?:^|[\s:([–—-])(?:re)?(?:moved|merged|removed|dropped|deleted|superseded|obsolete|withdrawn|cancell?ed|retired"
    r"|reserved|folded|absorbed|skipped|deferred|postponed|(?:no longer|not) needed)"
    r"(?=\s*(?:$|[])}.,;:–—-])|\s+(?:to|into|in|by|from|since|with|for|until|see|as)\b)",
    re.IGNORECASE,
)
_MOST = 60
"""Words that say where it went."""


def is_tombstone(part: Stretch) -> bool:
    """Whether a heading says that what it was is gone, and only a few words follow: ``Step 6: (moved)``.

    One whose heading is struck through is one, whatever follows.
    """
    if part.title.lstrip().startswith("~~"):
        return True
    if not _GONE.search(part.title) or part.marked:
        return False
    blocks = [block for at, block in part.placed if at >= part.first_body_line]
    words = sum(len(line.split()) for line in part.lines[part.first_body_line :])
    return words <= _MOST and all(isinstance(block, Paragraph | Blank | Break) for block in blocks)
