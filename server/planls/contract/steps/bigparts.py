"""Big parts: what a task names in a word or two, and what is a project of its own."""

import re
from collections.abc import Iterator

_MANY = r"(?:three|four|five|six|seven|eight|nine|ten|twelve|[3-9]|[1-9]\d)"

_KINDS = {
    "a user interface": r"(?:web |admin |review )?(?:ui|front[ -]?end|screens|portal|web ?app)|back ?office"
    r"|tui|(?:terminal|text|graphical|user) interface"
    r"|admin (?:pages?|panel|console|area)|(?:mobile|desktop|single[ -]page) app",
    "dashboards": r"dashboards?",
    "alerting": r"alerting|alerts|on[ -]call|pager ?duty|opsgenie|slos?",
    "single sign-on": r"sso|single sign[ -]on|oidc|openid(?: connect)?|oauth ?2?|saml|ldap"
    r"|active directory|mfa|2fa",
    "roles": r"rbac|role[ -]based|access control|four[ -]eyes|multi[ -]?tenan\w+",
    "an audit log": r"audit (?:log|trail)s?",
    "translations": r"i18n|l10n|internationali[sz]ation|locali[sz]ation|translations"
    rf"|(?:in(?:to)? )?{_MANY} (?:languages|locales)",
    "an API": r"admin api|crud|graphql|openapi|public api|sdks?|client librar(?:y|ies)",
    "a command line": r"cli on top|command[ -]line (?:tool|client)",
    "other systems": r"erp|sap|idocs?|crm|salesforce|edi|ebics|sharepoint"
    r"|(?:all|every|each|two more|three|four|five|six|seven) (?:banks?|tenants?|customers|vendors|providers?"
    r"|source systems|partners|databases)",
    "a migration": r"(?:archive|legacy|histor(?:y|ical)) (?:import\w*|migration|data)|backfill\w*"
    rf"|data migration|migrate (?:all|the|every|existing|{_MANY} years)",
    "an operator": r"operator|crds?|custom resource\w*",
    "an engine": r"(?:rules?|workflow|query|recommendation|pricing|scoring|matching) engine|plug-?in system",
    "learning": r"learning loop|(?:model )?training pipeline|hyper-?parameter\w*|retrain\w*|drift detection"
    r"|feature store|model registry|reinforcement learning|fine-?tun\w+|neural net\w*"
    r"|deep learning|active learning",
    "recognition": r"ocr|handwriting|speech recognition",
    "search": r"(?:full[ -]text|semantic|vector) search",
    "a cluster": r"helm(?: charts?)?|service mesh|istio|linkerd|argo ?cd|gitops|autoscal\w+",
    "infrastructure": r"terraform(?: modules?)?|multi[ -]region|vpn|landing zone|vault",
    "failover": r"failover|disaster recovery|high availability|sharding|partitioning|blue[ -]green\w*"
    r"|canary\w*|zero[ -]downtime",
    "a pipeline": r"ci ?/ ?cd|(?:ci|build|release|deployment) pipelines?",
    "load tests": r"(?:load|stress|chaos|performance)[ -]tests?|fuzzing|fuzz(?:ers?| tests?)",
    "packages": r"(?:packages|installers) for|(?:debian|rpm|homebrew) packages?|app store",
    "a test suite": r"(?:e2e|end[ -]to[ -]end|playwright|cypress|regression)(?: test)? suite",
    "a live connection": r"websockets?|real[ -]time (?:sync|updates|collaboration)|crdt"
    r"|server[ -]sent events",
    "key rotation": r"(?:key|secret) rotation|rotat\w+ (?:the )?(?:keys|secrets)",
}
_BIG = re.compile(
    "|".join(rf"(?P<k{at}>\b(?:{words})(?!\w))" for at, words in enumerate(_KINDS.values())), re.IGNORECASE
)
_LOOKS = re.compile(
    r"(?:run|check|verify|confirm|open|look|read|note|document|describe|list|update|rename|move|remove|delete"
    r"|drop|test|see|make sure|ensure|review|compare|commit|push|copy|install|mention|link|skip|decide|ask"
    r"|agree|fix|adjust|bump)\b",
    re.IGNORECASE,
)
"""What a task begins with that builds nothing new."""

_CODE = re.compile(r"`[^`]*`")


def big_parts(task: str) -> Iterator[str]:
    """The kinds of big parts that a task is to build, each once; a code span is a name of something."""
    text = _CODE.sub(" ", task).lstrip("*_ ")
    if not _LOOKS.match(text):
        seen = {match.lastgroup for match in _BIG.finditer(text)}
        yield from (name for at, name in enumerate(_KINDS) if f"k{at}" in seen)
