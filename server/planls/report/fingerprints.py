"""What tells findings apart that does not change when lines move."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

from planls.report.checked import Checked, identity, veiled
from planls.rule import Finding

_LINE_NUMBERS = re.compile(r"\blines? \d+(?:(?:, | and | to )\d+)*")


def fingerprints(document: Checked) -> Iterator[str]:
    """One for each finding of the document: of its rule, its line's text and its message.

    Equal ones are numbered from 1. Secrets have no part in them.
    """
    seen: Counter[str] = Counter()
    for finding in document.findings:
        digest = _digest(document, finding)
        seen[digest] += 1
        yield f"{digest}:{seen[digest]}"


def _digest(document: Checked, finding: Finding) -> str:
    rule, _ = identity(finding)
    message = _LINE_NUMBERS.sub("line", finding.message)
    text = "\0".join([rule.code, veiled(document, finding.span.line).strip(), message])
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
