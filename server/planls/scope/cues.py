"""Words and signs around a term that tell whether it is a technology."""

import re

VERSION = re.compile(
    r"(?: |@|:|-)?(?:v\.? ?\d|\d+\.(?:\d|x)|(?<=[ @])\d{1,4}\+)"
    r"|[ @](?!19|20)\d{1,2}(?= ?[,;.)|(]|$| (?:and|or|with|on|app)\b)"
)
"""Behind a term: a version such as ``3.5``, ``v4``, ``@14``."""
VERSION_SMALL = re.compile(r" v?\d+\.\d")
"""The same behind a term in small letters."""
MADE_WITH = re.compile(
    r"(?:\b(?:written|implemented|coded|built|based|developed|programmed|deployed|hosted|running|runs|run|served|"
    r"powered|managed|generated|provisioned|stored|installed|migrated?|ported|rewritten|backed|tested|packaged|"
    r"orchestrated|scheduled|containeri[sz]ed)\s(?:it\s)?(?:in|with|on|by|using|via|from|to|top of)"
    r"|\b(?:using|uses?|via|through))\s(?:the\s|a\s|an\s|plain\s|pure\s|modern\s)?[`*_]*$",
    re.IGNORECASE,
)
"""Before a term: "built with", "using"."""
WRITTEN_IN = re.compile(
    r"\b(?:written|implemented|coded|programmed|rewritten|developed) in [`*_]*$", re.IGNORECASE
)
LEADING = tuple("in with on by using use uses via from to of through the a an plain pure modern".split())
"""How all that the two above find ends, but for a blank: most texts end otherwise, and are not searched."""
LABEL = re.compile(
    r"\b(?:languages?|stack|frameworks?|back-?end|front-?end|databases?|db|runtime|tech(?:nolog(?:y|ies))?|"
    r"tools?|tooling|librar(?:y|ies)|platforms?|queue|broker|cache|storage|server|infra(?:structure)?|monitoring|"
    r"testing|tests|deployment|orchestration|ci(?:/cd)?|orm|ui|api|dependencies|packages?|provider|cloud|hosting)"
    r"\W{0,4}[:|]\W{0,5}$",
    re.IGNORECASE,
)
"""Before a term: what it is the value of, as in "Framework: Flask"."""
NOUN = re.compile(
    r"[`*_]*[ -](?:apps?|applications?|servers?|services?|microservices?|clients?|components?|modules?|"
    r"packages?|crates?|gems?|charts?|jobs?|clusters?|projects?|code|codebases?|back-?ends?|front-?ends?|UI|APIs?|"
    r"frameworks?|librar(?:y|ies)|language|runtimes?|plugins?|drivers?|SDKs?|CLIs?|routers?|middlewares?|hooks?|"
    r"playbooks?|manifests?|pods?|containers?|images?|binar(?:y|ies)|programs?|developers?|engineers?|versions?|"
    r"instances?|database|endpoint|dashboards?|pipelines?|workers?|models?|agents?|operators?|scripts?|tests?)\b",
)
"""Behind a term: what technologies are followed by, as in "React components"."""
OBJECT = re.compile(
    r" (?:the|an?|to|through|back|ahead|over|sure|it|this|that|these|those|your|our|their|its|each|every|all|"
    r"any|one|two|three|up|out|from|between|with|on|in|into|for|at|if|when|only|both|new|no|steps?)\b",
)
"""Behind an imperative: "Go to", "Express the", "Make sure"."""
IMPERATIVES = frozenset("make go express react render spark echo segment notice build flow rest".split())
"""Names that begin sentences as verbs."""
COMPONENTS = frozenset(
    """
    atom backbone beam bolt bootstrap box buffer build cache chart dagger dash drone flow flux gem glue go
    harbor hive linear link make mint nest next notice notion phoenix prefect queue rack remix render rest
    ring segment sentry shell solid spring square storm task teams vault
    """.split()
)
"""Names that parts of any system may have in a diagram."""
NODE_BEFORE = re.compile(r"(?:^|[|\[(>+*=:]|->|→|▶|►|-{2,}|\s{2})\s*$")
NODE_BEHIND = re.compile(r"\s*(?:$|[|\])<+*]|<-|←|-{2,}|\s{2}|→|->)")
"""Around what stands alone in a box or at the end of an arrow."""
STATEMENT = re.compile(
    r" (?:is|was|are|has|had|can|does|will|would|provides|offers|runs|serves|handles|gives|lets)\b"
)
"""Behind a name that begins a sentence."""
ORGANISATION = re.compile(
    r" (?:Academy|Foundation|Inc|Labs|GmbH|Corp|Ltd|LLC|School|University|Summit|Conf|Ventures)\b"
)
"""Behind the name of a company, a school or a conference."""
IN_LABEL = re.compile(r"[^.:|]{0,30}:(?:[\s*_]|$)")
"""Behind a word in a label."""
DOMAIN = re.compile(r"\.(?:com|org|io|dev|net|ai|co|app|so|to|sh|me|cloud|xyz|edu|gov|blog)\b(?!\.)")
NATIVE = re.compile(
    r"-(?:based|native|like|style|compatible|powered|specific|only|backed|flavou?red|side|managed)\b"
)
"""Behind a term: a suffix that leaves it the technology, as in "Redis-backed"."""
CHAINED = re.compile(r"-\w+-\w")
"""Behind the first word of an identifier: ``terraform-genai-release``."""
ENDS = re.compile(r"[*_~`\"”\]]*(?:\s*(?:v?\d[\w.+]*))?\s*(?:$|\||\(|[:—–]|-\s)")
"""Behind a term that is all that its item or cell says, notes on it aside."""
BETWEEN = re.compile(
    r"[\s*_~`\"”)\]]*(?:v?\d[\w.]*\+?)?\s*(?:\([^()]{0,40}\))?[*_~`]*\s*"
    r"(?:,|/|\||\+|&|·|→|and|or|, and|, or|->|;|(?=\())\s*[*_~`\"“(\[]*"
)
"""Between two neighbours of an enumeration."""
CAPITALISED_BEHIND = re.compile(r" [A-Z][a-z]+\b")
SMALL_BEFORE = re.compile(r"(?<![\w-])[a-z]{2,} $")
CAPITALISED_BEFORE = re.compile(r"[A-Z][a-z]+ $")
LONG_WORD = re.compile(r"[^\W\d_][\w'’-]{3,}")
"""A word of four letters or more: shorter ones are small even in title case."""
CLAUSE = re.compile(r"[.|\]:“?!(]\s?")
"""What ends the text that is looked at for title case."""
OPENING = re.compile(r".*(?:[|\[“(]|[.:*?!](?= ))")
"""All up to the sign that begins it."""
