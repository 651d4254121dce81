"""Fields that are missing, empty or silent on what they should speak of."""

from tests.generators.spec_edits import body, entries, fenced, listed, section, swap, together, without
from tests.generators.spec_faults.model import Fault

_LOGGED = [text.partition(": ")[2] for text in entries("Logging strategy")]
_COMMANDS = {
    "environment": "python3 -m venv .venv && . .venv/bin/activate",
    "install": 'pip install -e ".[dev]"',
    "run": "tollgate replay --class free traffic.csv",
    "test": "pytest -q",
}
_OUTPUTS = "**Expected outputs**:\n\n- Nothing but the totals of the replay"
_MODULES = {
    "environment": "python3 -m venv .venv && . .venv/bin/activate",
    "install": "python -m pip install .",
    "run": "python -m tollgate.cli replay traffic.csv",
    "test": "python -m pytest",
}


def _commented(topic: str) -> str:
    """Commands below comments, without those of a topic."""
    told = (f"# {name}\n{command}" for name, command in _COMMANDS.items() if name != topic)
    block = fenced("\n\n".join(told), "bash")
    return f"**Commands**:\n\n{block}\n\n{_OUTPUTS}"


def _apart(topic: str) -> str:
    """A block for each command, without that of a topic."""
    told = (fenced(command, "bash") for name, command in _MODULES.items() if name != topic)
    return "\n\n".join([*told, _OUTPUTS])


def _named(topic: str) -> str:
    """A list of commands without that of a topic."""
    told = listed([f"`{command}`" for name, command in _COMMANDS.items() if name != topic], "1.")
    return f"**Commands**:\n\n{told}\n\n{_OUTPUTS}"


RUNS = tuple(
    Fault(
        "missing-aspect",
        "H) Run Instructions",
        {
            f"no {topic} among comments": section("Run Instructions", _commented(topic)),
            f"no {topic} among blocks": section("Run Instructions", _apart(topic)),
            f"no {topic} in a list": section("Run Instructions", _named(topic)),
        },
    )
    for topic in _COMMANDS
)
FIELDS = (
    Fault(
        "missing-field",
        "C) Architecture",
        {
            "no components": without("Components & responsibilities"),
            "remarks for components": together(
                body("Components & responsibilities", "Each arrow is a call, and no call waits for another."),
                swap(("**Components & responsibilities**:", "**Remarks**:")),
            ),
            "no diagram": without("Diagram"),
        },
    ),
    Fault(
        "missing-field",
        "D) Repo Structure",
        {
            "no key files": without("Key files"),
            "conventions for key files": together(
                body("Key files", "- Names are short\n- No module knows the command line"),
                swap(("**Key files**:", "**Conventions**:")),
            ),
            "no tree": without("Folder tree"),
        },
    ),
    Fault(
        "missing-aspect",
        "Logging strategy",
        {
            "a list without levels": body("Logging strategy", listed(_LOGGED)),
            "a sentence without levels": body(
                "Logging strategy", "We log each load of the limits and each client that is refused."
            ),
            "numbers without levels": body("Logging strategy", listed(_LOGGED, "1.")),
            "a list of levels": body("Logging strategy", listed(["INFO", "WARNING", "ERROR"])),
            "levels on a line": body("Logging strategy", "DEBUG, INFO, WARNING and ERROR."),
            "a sentence of levels": body(
                "Logging strategy", "We use the standard levels INFO, WARNING and ERROR."
            ),
        },
    ),
    Fault(
        "missing-field",
        "G) Quality Bar",
        {
            "no logging": without("Logging strategy"),
            "no error handling": without("Error handling strategy"),
            "no configuration": without("Configuration strategy"),
            "no testing": without("Testing strategy"),
            "no test cases": without("Test cases"),
            "style for error handling": swap(("**Error handling strategy**:", "**Style**:")),
        },
    ),
    Fault(
        "empty-field",
        "Error handling strategy",
        {
            "a label alone": body("Error handling strategy", ""),
            "a label and a comment": body("Error handling strategy", "<!-- later -->"),
            "a label and an empty block": body("Error handling strategy", "```text\n```"),
        },
    ),
    Fault(
        "missing-field",
        "H) Run Instructions",
        {
            "no outputs": without("Expected outputs"),
            "hints for outputs": together(
                body("Expected outputs", "When a call waits too long, look at the limits first."),
                swap(("**Expected outputs**:", "**Troubleshooting**:")),
            ),
            "no commands": without("Commands"),
        },
    ),
    Fault(
        "missing-field",
        "I) Interview Talk Track",
        {
            "no speech": without("60-second explanation"),
            "no decisions": without("3 architecture decisions + trade-offs"),
            "no questions": without("5 likely interviewer questions + strong answers"),
        },
    ),
)
