"""Which options of a command take the word behind them, and what commands are run through another one."""

from collections.abc import Iterator, Sequence

from planls.scope.code.shell import Word

_CONTAINER = (
    "-p -e -v -u -w -m -h -l -c --name --network --net --env --env-file --user --workdir --volume --mount "
    "--memory --cpus --restart --entrypoint --hostname --label --link --add-host --platform --gpus --publish "
    "--pull --log-driver --log-opt --health-cmd --health-interval --shm-size --ulimit --cap-add --cap-drop "
    "--security-opt --tmpfs --device --dns --expose --ip --volumes-from --stop-signal --pid --ipc --runtime "
    "--network-alias --cidfile --file --project-name --index --scale --cpu-shares -f"
)
_TAKES = {
    "pypi": "-r -c -e -i -t -f -G -n -p --requirement --constraint --editable --index-url --extra-index-url "
    "--target --find-links --python --group --extra --from --index --platform --prefix --name --channel "
    "--source --optional --trusted-host --directory --project --package --only-binary --no-binary "
    "--abi --default-index",
    "npm": "-C -F --prefix --registry --workspace --filter --dir --cwd --call -c --tag --loglevel --cache",
    "cargo": "-F -p --features --git --path --package --version --branch --rev --tag --rename "
    "--registry --root",
    "gem": "-v -s --version --source --install-dir --platform",
    "docker": _CONTAINER,
    "helm": "-f -n --set --set-string --namespace --version --values --repo --kube-context --timeout",
    "apt": "-t -o -c --repository --virtual",
    "nuget": "-v -s -f --version --source --framework",
    "composer": "--working-dir -d",
    "exec": "-u -w -e -n -c -i --user --workdir --env --namespace --container --with --python --group "
    "--extra "
    "--package --project --directory --env-file --context --index -f --file -p",
}
TAKES = {ecosystem: frozenset(options.split()) for ecosystem, options in _TAKES.items()}
"""By ecosystem the options whose value is the next word."""


def arguments(words: Sequence[Word], at: int, ecosystem: str) -> Iterator[int]:
    """The indices of the words, from one on, that are no options and no values of options."""
    takes = TAKES.get(ecosystem, frozenset())
    skip = False
    for index in range(at, len(words)):
        text = words[index].text
        if skip or (text[:1] == "-" and len(text) > 1):
            skip = not skip and text in takes
        else:
            yield index
