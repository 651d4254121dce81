"""Imports of Go, Rust, Java and its relatives, C#, Ruby and Elixir."""

import re
from collections.abc import Iterator

from planls.scope.code import names
from planls.scope.code.installs import go_module
from planls.scope.code.source import Form, Source, Use

_GO_BLOCK = re.compile(r"^[ \t]*(?P<what>import|require)[ \t]*\((?P<body>[^()]*)", re.MULTILINE)
_GO_ONE = re.compile(r"^[ \t]*import[ \t]+(?:[\w.]+[ \t]+)?\"(?P<path>[^\"\s]+)\"", re.MULTILINE)
_GO_QUOTED = re.compile(r"^[ \t]*(?:[\w.]+[ \t]+)?\"(?P<path>[^\"\s]+)\"", re.MULTILINE)
_GO_NEEDED = re.compile(r"^[ \t]*(?:require[ \t]+)?(?P<path>[\w./~-]+)[ \t]+v\d", re.MULTILINE)
_GO_MODULE = re.compile(r"^[ \t]*(?:module|go mod init)[ \t]+(?P<path>[\w./~-]+)", re.MULTILINE)

_RUST = re.compile(
    r"^[ \t]*(?:pub(?:\([\w: ]+\))?[ \t]+)?(?:use[ \t]+(?:::)?|extern[ \t]+crate[ \t]+)"
    r"(?P<name>[a-z_]\w*)(?P<rest>::|;|[ \t]+as\b)",
    re.MULTILINE,
)
_RUST_OWN = re.compile(r"\bmod[ \t]+(\w+)")
_RUST_STANDARD = frozenset("std core alloc crate self super proc_macro test".split())

_JAVA = re.compile(
    r"^[ \t]*import[ \t]+(?:static[ \t]+)?(?P<path>[a-z]\w*(?:\.[a-z_]\w*)*)\.(?:\w+|\*|\{)", re.MULTILINE
)
_JAVA_OWN = re.compile(r"^[ \t]*package[ \t]+(?P<path>[\w.]+)", re.MULTILINE)
_JAVA_STANDARD = frozenset(
    "java javax kotlin jakarta jdk sun scala groovy android kotlinx com.sun com.example".split()
)
_GRADLE = re.compile(
    r"\b(?:implementation|api|compileOnly|runtimeOnly|testImplementation|testRuntimeOnly|testCompileOnly|kapt|ksp"
    r"|annotationProcessor|developmentOnly|androidTestImplementation|classpath|platform|compile|testCompile)"
    r"[ \t(]+(?:platform\()?(?P<quote>['\"])(?P<group>[a-z][\w.-]*):(?P<rest>[\w.-]+)"
    r"(?::[^'\"\n]{0,60})?(?P=quote)"
)
_GRADLE_PLUGIN = re.compile(
    r"^[ \t]*id[ \t(]+(?P<quote>['\"])(?P<group>[a-z]\w*(?:\.[\w-]+)+)(?P=quote)", re.MULTILINE
)

_CSHARP = re.compile(
    r"^[ \t]*(?:global[ \t]+)?using[ \t]+(?:static[ \t]+)?(?:\w+[ \t]*=[ \t]*)?"
    r"(?P<name>[A-Z]\w*(?:\.\w+)*)[ \t]*;",
    re.MULTILINE,
)
_CSHARP_OWN = re.compile(r"^[ \t]*namespace[ \t]+(?P<name>\w+)", re.MULTILINE)

_RUBY = re.compile(
    r"^[ \t]*(?:require|gem)[ \t(]+(?P<quote>['\"])(?P<name>[a-z][\w/.-]*)(?P=quote)", re.MULTILINE
)
_RUBY_STANDARD = frozenset(
    """
    abbrev base64 benchmark bigdecimal bundler cgi coverage csv date delegate did_you_mean digest drb
    english erb etc fiddle fileutils find forwardable getoptlong io ipaddr irb json logger matrix minitest
    monitor mutex_m net objspace observer open3 openssl open-uri optparse ostruct pathname pp prime pstore
    psych pty racc readline resolv rexml ripper rss securerandom set shellwords singleton socket stringio
    strscan syslog tempfile test time timeout tmpdir tsort uri weakref yaml zlib rubygems
    """.split()
)
_ELIXIR = re.compile(
    r"\{[ \t]*:(?P<name>[a-z]\w*)[ \t]*,[ \t]*(?:\"[~><= ]*\d|(?:git|github|path|only|runtime)?:?[ \t]*\[)"
)


def go(source: Source) -> Iterator[Use]:
    """The modules that Go code imports and that a ``go.mod`` requires."""
    text = source.text
    own = {match["path"] for match in _GO_MODULE.finditer(text)} if "mod" in text else set[str]()
    parts = [(_GO_ONE, 0, len(text)), (_GO_NEEDED, 0, len(text))]
    blocks = (block for block in _GO_BLOCK.finditer(text) if block["what"] == "import")
    parts += [(_GO_QUOTED, *block.span("body")) for block in blocks]
    for pattern, start, end in parts:
        for match in pattern.finditer(text, start, end):
            name = go_module(match["path"])
            if name and name not in own and not any(match["path"].startswith(f"{one}/") for one in own):
                yield source.use(Form.IMPORT, "go", name, *match.span("path"))


def rust(source: Source) -> Iterator[Use]:
    """The crates that Rust code uses."""
    own = set(_RUST_OWN.findall(source.text)) | _RUST_STANDARD
    for match in _RUST.finditer(source.text):
        if match["name"] not in own and not names.is_placeholder(match["name"]):
            yield source.use(Form.IMPORT, "cargo", match["name"], *match.span("name"))


def java(source: Source) -> Iterator[Use]:
    """The groups that Java, Kotlin and Scala code imports, and those that a Gradle file names.

    An import alone does not tell a library from the project's own packages, hence ``MODULE``.
    """
    own = {".".join(match["path"].split(".")[:3]) for match in _JAVA_OWN.finditer(source.text)}
    for match in _JAVA.finditer(source.text):
        yield from _group(source, match["path"], match.start("path"), own, Form.MODULE)
    for pattern in (_GRADLE, _GRADLE_PLUGIN) if "'" in source.text or '"' in source.text else ():
        for match in pattern.finditer(source.text):
            yield from _group(source, match["group"], match.start("group"), own, Form.DEPENDENCY)


def _group(source: Source, path: str, start: int, own: set[str], form: Form) -> Iterator[Use]:
    labels = path.split(".")
    name = ".".join(labels[:3])
    known = _JAVA_STANDARD.isdisjoint((labels[0], ".".join(labels[:2])))
    if known and name not in own and not any(map(names.is_placeholder, labels[:2])):
        yield source.use(form, "maven", name, start, start + len(name))


def csharp(source: Source) -> Iterator[Use]:
    """The namespaces that C# code uses, except System and its own; those may still be the project's."""
    own = {match["name"] for match in _CSHARP_OWN.finditer(source.text)} | {"System", "Windows"}
    for match in _CSHARP.finditer(source.text):
        name = match["name"]
        if name.partition(".")[0] not in own and not names.is_placeholder(name):
            yield source.use(Form.MODULE, "nuget", name, *match.span("name"))


def ruby(source: Source) -> Iterator[Use]:
    """The gems that Ruby code requires and a Gemfile lists."""
    for match in _RUBY.finditer(source.text):
        name = match["name"].partition("/")[0]
        if name not in _RUBY_STANDARD and not names.is_placeholder(name):
            yield source.use(Form.IMPORT, "gem", name, match.start("name"), match.start("name") + len(name))


def elixir(source: Source) -> Iterator[Use]:
    """The dependencies of a ``mix.exs``."""
    for match in _ELIXIR.finditer(source.text):
        yield source.use(Form.DEPENDENCY, "hex", match["name"], *match.span("name"))
