"""Whether a text promises only that all will be well: nothing in it can be measured, or can fail.

All words are English; of another language nothing is said.
"""

import re

from planls.contract.saying import REASON, SHOWN, says_nothing

_CLAUSE = r"[,;.!]|\band\b"
_DELIGHT = (
    r"(?:\w+ ){1,4}(?:will|would|are going to|is going to) (?:really |absolutely |simply |all |just )?"
    r"(?:love|enjoy|adore|be (?:\w+ )?(?:happy|delighted|thrilled|amazed|impressed|excited|satisfied))\b"
    r"(?! (?:that|how|when|because|if|to)\b).*"
)
_ALWAYS = (
    r"(?:\w+ ){1,4}(?:will |just )?(?:works?|runs?|performs?|behaves?|scales?)(?: just)?"
    r" (?:seamlessly|flawlessly|perfectly|effortlessly|smoothly|beautifully|wonderfully|great|well|fine)"
    r" (?:everywhere|(?:in|under|for|on|at|across) (?:all|any|every|each|whatever) \w+|no matter what|always)"
)


def is_all_delight(text: str) -> bool:
    """Whether each clause says that people will love it, that it works in all cases, or nothing at all."""
    plain = " ".join(text.casefold().split())
    if SHOWN.search(plain) or not re.search(
        r"\b(?:love|enjoy|adore|be|works?|runs?|performs?|scales?)\b", plain
    ):
        return False
    clauses = [clause.strip() for clause in re.split(_CLAUSE, plain) if clause.strip()]
    told = [bool(re.fullmatch(_DELIGHT, clause) or re.fullmatch(_ALWAYS, clause)) for clause in clauses]
    return any(told) and all(
        is_told or says_nothing(clause, REASON) for clause, is_told in zip(clauses, told, strict=True)
    )
