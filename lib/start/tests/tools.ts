import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

const oldestMajor = 15;
const headlessShell = '/usr/bin/chromium-headless-shell';

export type Tools = { postgres?: string; chromium?: string; missing: string[] };

/**
 * PostgreSQL's binaries (with PostGIS beside them) and Chromium, rather its headless shell: the same engine without windows,
 * a third faster. In CI as root apt installs what is missing.
 */
export function findTools(): Tools {
  const tools = look();
  const mayInstall = process.env.CI && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall || (tools.missing.length === 0 && tools.chromium === headlessShell)) return tools;
  install(tools);
  return look();
}

function look(): Tools {
  const postgres = findPostgres();
  const chromium = findChromium();
  const missing = [...(postgres ? [] : ['PostgreSQL 15 or later with PostGIS']), ...(chromium ? [] : ['Chromium'])];
  return { postgres, chromium, missing };
}

function findPostgres(): string | undefined {
  const installed = globSync('/usr/lib/postgresql/*').sort((a, b) => major(b) - major(a));
  return installed
    .filter((home) => major(home) >= oldestMajor)
    .filter((home) => existsSync(`/usr/share/postgresql/${major(home)}/extension/postgis.control`))
    .map((home) => join(home, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
}

const major = (home: string) => Number(home.split('/').at(-1));

function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const usual = [headlessShell, ...names.map((name) => `/usr/bin/${name}`)];
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return [...(named ? [named] : []), ...usual, mac].find((path) => existsSync(path));
}

/** The command that installs what is missing, for a person to type. */
export function installCommand(tools: Tools): string {
  const packages = [
    ...(tools.postgres ? [] : ['postgresql-15-postgis-3']),
    ...(tools.chromium ? [] : ['chromium-headless-shell']),
  ];
  return `sudo apt-get install --no-install-recommends ${packages.join(' ')}`;
}

function install(tools: Tools): void {
  const packages = [
    ...(tools.postgres ? [] : [postgisPackage]),
    ...(tools.chromium === headlessShell ? [] : [chromiumPackage]),
  ];
  console.log(`Installing for the tests: ${tools.missing.join(', ') || 'a lighter Chromium'} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'inherit' });
  const names = packages.map((name) => name());
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Some systems have the whole of Chromium only. */
function chromiumPackage(): string {
  const offered = execFileSync('apt-cache', ['search', '--names-only', '^chromium-headless-shell$'], {
    encoding: 'utf8',
  });
  return offered ? 'chromium-headless-shell' : 'chromium';
}

/** The newest version that this system's package lists offer. */
function postgisPackage(): string {
  const offered = execFileSync('apt-cache', ['search', '--names-only', '^postgresql-[0-9]+-postgis-3$'], {
    encoding: 'utf8',
  });
  const names = [...offered.matchAll(/^postgresql-(\d+)-postgis-3/gm)].sort((a, b) => Number(b[1]) - Number(a[1]));
  return names[0]?.[0] ?? 'postgresql-15-postgis-3';
}
