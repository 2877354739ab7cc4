// Runs on an old Node and without dependencies: finds the pinned runtime, installs what is missing, hands over.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const oldestMinor = 12;
const oldestMajor = 22;
const jobs = {
  '--start': ['lib/start/serve.ts'],
  '--dev': ['lib/start/serve.ts', '--dev'],
  '--test': ['lib/start/tests/run.ts'],
  '--build': ['lib/start/build.ts'],
  '--verify': ['lib/start/verify.ts'],
  '--bench': ['lib/start/bench.ts'],
  '--run': [],
};

const args = process.argv.slice(2);
const job = args[0] in jobs ? args.shift() : '--start';

install();
const node = runtime();
if (!node) {
  fail(
    `Mineclue needs Node ${oldestMajor}.${oldestMinor} or newer; this one is ${process.version}, and no runtime is packaged for ` +
      `${process.platform} on ${process.arch}. Install a current Node from https://nodejs.org and try again.`,
  );
}
hand(node, jobs[job].concat(args));

/** Installs when node_modules is missing or differs from the lock file. */
function install() {
  const missing = firstDifference();
  if (!missing) return;
  const first = !existsSync(join(root, 'node_modules'));
  say(
    first
      ? 'First start: installing packages (about 300 MB, a minute or more) …'
      : `Installing packages (${missing} differs) …`,
  );
  // npm start gives its own path; without it, npm is looked up like any command
  const npm = process.env.npm_execpath;
  const command = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const rest = command.slice(1).concat(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  const done = spawnSync(command[0], rest, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && command[0] === 'npm',
    // NODE_ENV=production would leave out what the build needs
    env: Object.assign({}, process.env, { NODE_ENV: '', npm_config_engine_strict: 'false' }),
  });
  if (done.error) fail(`npm could not be run: ${done.error.message}`);
  if (done.status !== 0) {
    const tooOld = /^npm\/[1-6]\./.test(process.env.npm_config_user_agent || '');
    fail(
      tooOld
        ? 'This npm is too old to read the list of packages: npm 7 or newer comes with every Node from 16 on (https://nodejs.org).'
        : 'The installation failed; what npm says stands above. Nothing was started.',
    );
  }
  say('Packages installed.');
}

/** npm's own record of what it installed against the lock file: the first package that differs. */
function firstDifference() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return 'node_modules';
  const have = JSON.parse(readFileSync(record, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.keys(want).find((path) => {
    if (path === '' || (!have[path] && (want[path].optional || want[path].devOptional))) return false;
    return !have[path] || have[path].version !== want[path].version;
  });
}

function runtime() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const folder = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin');
  const packaged = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
  const works = existsSync(packaged) && spawnSync(packaged, ['--version']).status === 0;
  if (works) return packaged;
  return newEnough(process.versions.node) ? process.execPath : undefined;
}

function newEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/** Before 22.18 Node needs to be told to run TypeScript, before 22.13 to have SQLite; later ones accept the flags. */
function flags(node) {
  if (node !== process.execPath) return [];
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major === 22 && minor < 18 ? ['--experimental-strip-types', '--experimental-sqlite'] : [];
}

function hand(node, rest) {
  const child = spawn(node, flags(node).concat(['--disable-warning=ExperimentalWarning'], rest), {
    cwd: root,
    // the channel tells the child when this process is gone, killed perhaps
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // Ctrl-C in a terminal reaches the child by itself; a signal sent to this process alone must be passed on
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code === null ? (signal === 'SIGINT' ? 130 : 1) : code));
  child.on('error', (error) => fail(error.message));
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
