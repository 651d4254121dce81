"""Too few, too many, too short, too long."""

from tests.generators.spec_edits import as_answers, as_titles, body, entries, listed, swap, table
from tests.generators.spec_faults.model import Fault

_CRITERIA = entries("Success criteria")
_BOXED = [f"[ ] {text}" for text in _CRITERIA]
_MORE = [f"[ ] The replay of day {day} ends with the totals in its file name" for day in range(1, 5)]
_SIGNALS = entries("What this PoC demonstrates in interviews")
_CASES = entries("Test cases")
_DECISIONS = entries("3 architecture decisions + trade-offs")
_QUESTIONS = entries("5 likely interviewer questions + strong answers")
_LINE = "One client that retries in a loop takes every worker, and nobody on call can say which client.\n"
_SPOKEN = "Every call takes a token from its client's bucket, or is told how long it has to wait for one.\n"
_TITLE = "**Title**: Tollgate, a thread-safe token-bucket rate limiter"
_TITLED = (
    "**Title:** Token buckets in bounded memory, with exact waits, configuration and the replay of calls"
)


COUNTS = (
    Fault(
        "wrong-count",
        "Success criteria",
        {
            "four criteria": body("Success criteria", listed(_BOXED[:4])),
            "nine criteria with asterisks": body("Success criteria", listed([*_BOXED, *_MORE], "*")),
            "three numbered criteria": body("Success criteria", listed(_BOXED[:3], "1.")),
        },
    ),
    Fault(
        "missing-checkbox",
        _CRITERIA[0],
        {
            "no boxes": body("Success criteria", listed(_CRITERIA)),
            "numbers instead of boxes": body("Success criteria", listed(_CRITERIA, "1.")),
            "one box forgotten": body("Success criteria", listed([_CRITERIA[0], *_BOXED[1:]], "*")),
        },
    ),
    Fault(
        "wrong-count",
        "What this PoC demonstrates in interviews",
        {
            "four signals": body("What this PoC demonstrates in interviews", listed(_SIGNALS[:4])),
            "ten numbered signals": body(
                "What this PoC demonstrates in interviews", listed([*_SIGNALS, *_CRITERIA], "1.")
            ),
            "two signals with plus signs": body(
                "What this PoC demonstrates in interviews", listed(_SIGNALS[:2], "+")
            ),
        },
    ),
    Fault(
        "wrong-length",
        "Problem statement",
        {
            "a problem in one line": body("Problem statement", "Our API has no limits."),
            "a problem in seven lines": body("Problem statement", _LINE * 7),
            "a problem in one endless line": body("Problem statement", _LINE.replace("\n", " ") * 7),
        },
    ),
    Fault(
        "wrong-length",
        "Title",
        {
            "a title that is a sentence": swap(
                (
                    _TITLE,
                    "**Title**: Tollgate, which limits how often any of our many clients may call our API",
                )
            ),
            "a title below its label": swap(
                (
                    _TITLE,
                    "**Title**:\n\nA library that limits how often each of the clients of an API may call it",
                )
            ),
            "a title with all that it has": swap(
                (
                    _TITLE,
                    _TITLED,
                )
            ),
        },
    ),
    Fault(
        "wrong-count",
        "Test cases",
        {
            "four test cases": body("Test cases", listed(_CASES[:4], "1.")),
            "three test cases in a table": body("Test cases", table("# | Case", _CASES[:3])),
            "four test cases with bullets": body("Test cases", listed(_CASES[:4])),
            "test cases in a sentence": body("Test cases", "Refill, burst, wait, threads and eviction."),
        },
    ),
    Fault(
        "wrong-count",
        "3 architecture decisions + trade-offs",
        {
            "two decisions": body("3 architecture decisions + trade-offs", listed(_DECISIONS[:2], "1.")),
            "two decisions below headings": body(
                "3 architecture decisions + trade-offs", as_titles("Decision", _DECISIONS[:2])
            ),
            "two decisions in a table": body(
                "3 architecture decisions + trade-offs", table("# | Decision and trade-off", _DECISIONS[:2])
            ),
        },
    ),
    Fault(
        "wrong-count",
        "5 likely interviewer questions + strong answers",
        {
            "four questions": body(
                "5 likely interviewer questions + strong answers", listed(_QUESTIONS[:4], "1.")
            ),
            "three questions below headings": body(
                "5 likely interviewer questions + strong answers", as_titles("Q", _QUESTIONS[:3])
            ),
            "four questions in bold": body(
                "5 likely interviewer questions + strong answers", as_answers(_QUESTIONS[:4])
            ),
        },
    ),
    Fault(
        "wrong-length",
        "60-second explanation",
        {
            "a speech of one sentence": body("60-second explanation", _SPOKEN),
            "a speech of three minutes": body("60-second explanation", _SPOKEN * 24),
            "a speech of eighty words in quotes": body("60-second explanation", f"> “{_SPOKEN * 4}”"),
        },
    ),
)
