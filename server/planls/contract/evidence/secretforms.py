"""The forms in which secrets are written: tokens of services, keys, URLs, values under a name."""

import re

TOKEN = re.compile(
    r"(?<![\w-])(?:(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{50,100}"
    r"|(?:glpat|gldt|glrt)-[\w-]{20,50}|npm_[A-Za-z0-9]{36}|hf_[A-Za-z0-9]{30,40}|dckr_pat_[\w-]{20,40}"
    r"|AIza[\w-]{35}|sk-(?:ant|proj|svcacct)-[\w-]{40,250}"
    r"|xox[abpors]-(?:\d+-)+[A-Za-z0-9]+|[rs]k_live_[0-9A-Za-z]{24,99}|SG\.[\w-]{22}\.[\w-]{43}"
    r"|sk-[\w-]{0,120}T3BlbkFJ[A-Za-z0-9]{20,120}|pypi-AgE[\w-]{70,400}|sq0csp-[0-9A-Za-z_-]{43}"
    r"|[MNO][A-Za-z\d_-]{23,25}\.[\w-]{6}\.[\w-]{27}"
    r"|\d{8,10}:[0-9A-Za-z_-]{35}|eyJ[\w-]{10,500}\.eyJ[\w-]{5,2000}\.[\w-]{20,500})(?![\w-])"
    r"|https://hooks\.slack\.com/services/T\w{5,20}/B\w{5,20}/\w{10,40}|AccountKey=[A-Za-z0-9+/=]{88}"
)
BESIDE = re.compile(r"A[KS]IA[0-9A-Z]{16}.{1,40}?['\"](?P<value>[A-Za-z0-9+/]{40})['\"]")
"""The secret that stands beside the id of an AWS key."""

PRIVATE_KEY = re.compile(r"-----BEGIN (?:[A-Z0-9]{2,10} )*PRIVATE KEY(?: BLOCK)?-----")
KEY_MATTER = re.compile(r"[ \t>\"'+]*[A-Za-z0-9+/]{40,80}={0,2}(?:\\n)?[\"'+ \t]*$")
URL = re.compile(
    r"\b[a-z][a-z0-9+]{1,20}://(?P<user>[^\s:/@'\"<>`{}]{0,64}):(?P<password>[^\s@/'\"<>`]{1,100})@"
    r"(?P<host>[^\s/:'\"<>`?,)]{1,120})",
    re.IGNORECASE,
)
LOCAL = re.compile(
    r"localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[?::1|host\.docker\.internal"
    r"|.*\.(?:test|invalid|localhost)|\$.*",
    re.IGNORECASE,
)
ALONE = re.compile(r"[\w-]+")
"""Hosts without a domain: containers beside this one, as a rule."""

RESERVED = re.compile(r"[^\w.~%-]")
"""Characters that a URL's password should not have as they are, and that people write all the same."""
EXAMPLE = re.compile(r".*[.-]?example(?:\.\w+)?", re.IGNORECASE)
"""Hosts of manuals: a password there is made up, unless it does not look so."""

ASSIGNED = re.compile(
    r"(?<![\w-])-{0,2}(?P<name>(?P<front>[A-Za-z_][\w-]{0,60}?)??(?P<word>passw(?:or)?d|passphrase|pwd"
    r"|secret[_-]?key|secret|api[_-]?key|access[_-]?key|auth[_-]?key|private[_-]?key|signing[_-]?key"
    r"|encryption[_-]?key|(?-i:(?<=_)KEY|SIGNING|PEPPER)|token))"
    r"(?P<quoted>['\"]?\]?)(?:\s?:\s?[\w.\[\]| ]{1,30}(?==))?"
    r"\s{0,30}(?::=|=>|[:=])\s{0,4}(?P<quote>['\"`]?)(?P<value>[^\s'\"`,;)]{6,200})(?P=quote)(?=[\s,;)}\]'\"`]|$)",
    re.IGNORECASE,
)
VALUE = r"(?P<value>[^\s'\"`,;)]{8,200})"
GIVEN = (
    (re.compile(rf"Authorization['\"]?\s?[:=,]\s?['\"]?(?:Bearer|Token)\s{VALUE}", re.IGNORECASE), "token"),
    (
        re.compile(rf"\bX-[\w-]{{0,30}}(?:Key|Token|Secret)['\"]?\s?[:=,]\s?['\"]?{VALUE}", re.IGNORECASE),
        "key",
    ),
    (re.compile(rf"\bcurl\b.{{0,200}}\s(?:-u|--user)[\s=]?['\"]?[\w.@-]{{1,60}}:{VALUE}"), "password"),
    (re.compile(rf"\b(?:PASSWORD|IDENTIFIED BY) '{VALUE}'", re.IGNORECASE), "password"),
    (re.compile(rf"\b(?:SECRET|TOKEN)\s{{1,20}}'{VALUE}'", re.IGNORECASE), "secret"),
    (re.compile(rf"[\s;][Pp](?:ass)?w(?:or)?d={VALUE}"), "password"),
    (
        re.compile(
            r"\b(?:SecretKeySpec|createHmac|hmac\.new|hmac\.New|hmacShaKeyFor|jwt\.(?:sign|encode|verify|decode))\("
            rf"[^\n'\"`]{{0,60}}(?:['\"](?:sha|md)-?\d{{1,3}}['\"],\s{{0,4}})?b?['\"`]{VALUE}['\"`]"
        ),
        "key",
    ),
    (
        re.compile(
            r"\bname['\"]?\s?[:=]\s?['\"]?[A-Z_]{0,40}(?:PASSWORD|SECRET|TOKEN|KEY)['\"]?,?\s{1,40}['\"]?"
            rf"value['\"]?\s?[:=]\s?['\"]?{VALUE}"
        ),
        "secret",
    ),
)
"""Other ways to say a secret: headers, SQL, connection strings, lists of variables."""

ENVIRONMENT = re.compile(r"env|\bconfig\(|default|\$\{", re.IGNORECASE)
DEFAULTS = (
    re.compile(
        r"\b(?P<name>[A-Za-z][\w.]{2,60})['\"]?\]?\)?\s{0,4}"
        r"(?:,\s{0,4}(?:default(?:_?value)?\s?[:=]\s?)?|\|\||\?\?|\?:|//|\bor\b"
        r"|\.unwrap_or(?:_else)?\((?:\|\w{0,10}\|\s?)?(?:String::from\()?)"
        r"\s{0,4}(?P<quote>['\"`])(?P<value>[^\s'\"`]{8,200})(?P=quote)",
        re.IGNORECASE,
    ),
    re.compile(r"\$\{(?P<name>[A-Za-z]\w{2,60})(?::[-=]|-)(?P<value>[^\s'\"`${}]{8,200})\}"),
    re.compile(r"\$\{(?P<name>[A-Za-z][\w.-]{2,60}):(?P<value>[^\s'\"`${}?=+-][^\s'\"`${}]{7,200})\}"),
)
"""What a variable is where the environment does not give it, in programs, and in shells and settings."""

KEPT = re.compile(
    r"(?P<word>passw(?:or)?d|passphrase|(?<![a-z])pass|pwd|secret|(?<!public.)(?<!publishable.)(?<!site.)(?<![a-z])key"
    r"|api_?key|token|pepper)['\"]?$",
    re.IGNORECASE,
)
"""The end of a name that a password or key is kept under; everybody may know a public key."""

JWT = re.compile(r"(?<![\w.-])eyJ[\w-]{10,500}\.[\w-]{10,2000}\.(?P<signature>[\w-]{12,500})(?![\w-])")
"""A JSON web token, of whose parts only the first needs to be read."""

COMPUTED = re.compile(
    r"environ(?!\[[^\]]*\]\s?=)|getenv|process\.env(?!\.\w+\s?=)|\benv[(.\[]|ENV\[|LookupEnv|getpass|input\("
    r"|read |vault|\$\(|\bcurl\b|\bhttp |email|user_?name",
    re.IGNORECASE,
)
