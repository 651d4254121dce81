"""Words without which a text holds no evidence of a kind: a look for them is much cheaper than a reading."""

from collections.abc import Iterable

MOCKS = tuple(
    "mock fake stub dummy inmemory in_memory lorem sample canned hardcoded hard_coded sinon nock msw moto"
    " httpretty responses casual mimesis gock miniredis datafaker moq nsubstitute bogus respx testdouble"
    " json-server fixtures test-data testdata demo".split()
)
"""In lower case, as all but the names of classes and the tokens."""

STANDING = ("Mock", "Fake", "Stub", "Dummy", "InMemory")
SWALLOWED = (
    *(
        "except:",
        "except :",
        "exception",
        "catch",
        "suppress(",
        "|| true",
        "|| :",
        "||true",
        "||:",
        "set +e",
        "|| echo",
    ),
    *(
        "!= nil",
        "!=nil",
        "_ = err",
        "_=err",
        "err(_",
        ", _ :=",
        ", _ =",
        "rescue",
        "resume next",
        "\t_ = ",
        " _ = ",
    ),
)
INVENTED = ("catch", "except", "rescue", "startswith", "starts_with", "start_with", "hasprefix")
HOMES = ("/users/", "users\\", "/home/")
USERS = ("useradd", "adduser", "user ", "user=")
HOSTS = tuple(
    "10. 192.168. 172. .intern .intranet .local .lan .corp internal. intranet. staging. staging-"
    " stage. stage- stg. stg-"
    " preprod. preprod- prod- -prod prd- -prd dev. dev- qa. qa- uat. uat- amazonaws supabase"
    " mongodb.net neon.tech upstash ngrok windows.net aivencloud".split()
)
KEYS = (*"passw pwd secret key token passphrase bearer signing pepper hmac identified".split(), " -u ")
TOKENS = tuple(
    "AKIA ASIA ABIA ACCA ghp_ gho_ ghu_ ghs_ ghr_ glpat- gldt- glrt- xox k_live_ SG. T3BlbkFJ pypi-AgE"
    " sq0csp- eyJ hooks.slack.com AccountKey= PRIVATE elegram iscord"
    " github_pat_ npm_ hf_ dckr_pat_ AIza sk-ant- sk-proj- sk-svcacct-".split()
)


def has(text: str, signs: Iterable[str]) -> bool:
    """Whether a text has one of some words in it, as they are."""
    for sign in signs:  # noqa: SIM110  # twice as fast as `any`, and every block of a document is looked at
        if sign in text:
            return True
    return False
