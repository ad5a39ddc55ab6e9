// Brings a fresh clone to life: installs the packages where some are missing or others than the lock file names, and
// compiles where a source is newer than its output. Uses nothing but Node, so that it runs before anything else.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Node ${process.versions.node} is too old: odoo-supportdesk needs Node 20.19 or newer.`);
}

if (!isInstalled()) {
  run('Installing packages', 'npm', ['ci', '--no-audit', '--no-fund']);
}
const SETTINGS = ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'tsconfig.demo.json'];
if (isOlder('dist/demo/main.js', [...SETTINGS, ...['src', 'emulator', 'demo'].flatMap(filesIn)])) {
  run('Compiling', process.execPath, ['scripts/build.mjs', '--demo']);
}

// By what the lock file says, not by its age: git gives files a new age on every checkout.
function isInstalled() {
  const listing = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(listing)) return false;
  const installed = packagesIn(listing);
  const wanted = Object.entries(packagesIn(join(root, 'package-lock.json')));
  return wanted.every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

function packagesIn(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function isOlder(output, inputs) {
  const path = join(root, output);
  if (!existsSync(path)) return true;
  const made = statSync(path).mtimeMs;
  return inputs.some((input) => statSync(join(root, input)).mtimeMs > made);
}

function filesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

function run(what, command, args) {
  process.stderr.write(`${what} …\n`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail(`${what} failed.`);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
