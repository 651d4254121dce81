/** Versions of the server, as `planls --version` prints them. */

/** The oldest server that has all that this extension asks for. */
export const LEAST = '0.1.0';

/** The version in what `planls --version` printed; undefined: this is no planls. */
export function versionIn(output: string): string | undefined {
    return /^planls (\d+(?:\.\d+)+\S*)\s*$/m.exec(output)?.[1];
}

/** Whether one version comes before the other; what follows the numbers does not count. */
export function isOlder(one: string, other: string): boolean {
    const [mine, others] = [numbers(one), numbers(other)];
    const at = mine.findIndex((number, index) => number !== (others[index] ?? 0));
    return at < 0 ? others.slice(mine.length).some(number => number > 0) : (mine[at] ?? 0) < (others[at] ?? 0);
}

function numbers(version: string): number[] {
    return (/^\d+(?:\.\d+)*/.exec(version)?.[0] ?? '0').split('.').map(Number);
}
