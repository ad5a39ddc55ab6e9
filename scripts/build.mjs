// Compiles the product into dist/src, and with `--demo` the emulator and the demo beside it; then copies what the code
// reads from its own folders and the compiler leaves behind. Uses nothing but Node and the compiler.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isDemo = process.argv.includes('--demo');
const ASSETS = ['.json', '.py', '.sql', '.yaml'];

const project = isDemo ? 'tsconfig.demo.json' : 'tsconfig.build.json';
const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], {
  cwd: root,
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);
for (const folder of isDemo ? ['src', 'emulator', 'demo'] : ['src']) copyAssets(folder);

function copyAssets(folder) {
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !ASSETS.includes(extname(entry.name))) continue;
    const target = join(root, 'dist', relative(root, entry.parentPath));
    mkdirSync(target, { recursive: true });
    copyFileSync(join(entry.parentPath, entry.name), join(target, entry.name));
  }
}
