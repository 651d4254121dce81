"""What names of files and folders look like: the extensions, files and folders that a reader knows."""

import re

EXTENSIONS = frozenset(
    """
    adoc asm astro awk bash bat bazel bib bicep bzl c cc cfg cjs clj cljs cls cmake cmd conf config cpp cs
    csproj css csv cts cu cue cxx dart db desktop dhall diff docx drawio edn eex ejs el elm env erb erl ex
    example exs feature fish fs fsproj gd geojson gif gltf go gql gradle graphql groovy gz h hbs hcl heex
    hpp hrl hs html http hxx ico iml in inc ini ipynb j2 java jinja jinja2 jl jpeg jpg js json json5 jsonc
    jsonl jsonnet jsx kdl key kt kts kusto l lean less liquid lisp lock log lua m map md mdx mermaid mjs mk
    ml mli mmd mod mp3 mp4 mts mustache nim ninja nix njk nomad npy npz onnx org out parquet patch pb pdf
    pem php pid pkl pl plist pm png po pot ppt pptx prisma prompt properties proto ps1 psql pug puml purs py
    pyi pyx r rb rego res resx rmd rs rst s sass scala scm scss service sh sln snap so socket sol spec sql
    sqlite sqlite3 srt storyboard styl sum sv svelte svg swift tape tar tcl template tex tf tfstate tfvars
    thrift timer tmpl toml tpl ts tsv tsx ttf twig txt v vb vhd vim vue wasm wat wav webp wgsl woff woff2
    work xaml xcodeproj xlsx xml xsd xsl xslt yaml yml zig zip zsh
    """.split()  # words without quotes are easier to read and to keep
)
"""Extensions, in lower case, by which a name in a drawing is a file's."""

FILES = frozenset(
    """
    AUTHORS Brewfile CHANGELOG CODEOWNERS CONTRIBUTING COPYING Caddyfile Containerfile Dockerfile Earthfile
    Fastfile GNUmakefile Gemfile Jenkinsfile Justfile LICENSE Makefile NOTICE Pipfile Podfile Procfile
    README Rakefile SECURITY Snakefile Taskfile Tiltfile VERSION Vagrantfile gradlew justfile makefile mvnw
    """.split()  # words without quotes are easier to read and to keep
)
"""Files without an extension that everybody calls the same."""

FOLDERS = frozenset(
    """
    adapters api app apps assets backend bin charts client cmd components conf config configs controllers
    core data db deploy docs e2e eval evals examples fixtures frontend handlers infra integration internal
    k8s lib libs middleware migrations models modules notebooks packages pages pkg prompts public reports
    resources routes schemas scripts server services shared spec src static styles templates test testdata
    tests tools types ui unit utils views web
    """.split()  # words without quotes are easier to read and to keep
)
"""Folders that one expects in a repository."""

_EXTENSION = re.compile(r"(?<=[^/])\.([A-Za-z][A-Za-z0-9]{0,11})[\]>})*]{0,8}\Z")


def extension(name: str) -> str:
    """A file name's extension in lower case, without the dot; the placeholder ``[x.py]`` has one, too."""
    found = _EXTENSION.search(name[-24:]) if "." in name else None
    written = found[1] if found else ""
    return written.lower() if written.islower() or name.isupper() else ""


def is_file(name: str) -> bool:
    """Whether a name (the last segment of a path) is one by which a reader knows a file."""
    return extension(name) in EXTENSIONS or name.partition(".")[0].partition("-")[0] in FILES


def is_hidden(name: str) -> bool:
    """Whether a name has a dot in front, as ``.github`` and ``.env`` have."""
    return name[:1] == "." and name[1:2].isalpha()
