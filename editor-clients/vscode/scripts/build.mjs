// Bundles the extension, or with the word "test" each of its unit tests: `node scripts/build.mjs [test]`.

import { readdirSync } from 'node:fs';
import { build } from 'esbuild';

const common = { bundle: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'warning' };

await (process.argv[2] === 'test'
    ? build({ ...common, entryPoints: readdirSync('test').map(file => `test/${file}`), outdir: 'build', sourcemap: 'inline' })
    : build({ ...common, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'], minify: true }));
