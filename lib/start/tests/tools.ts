import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

const oldestMajor = 15;

export type Tools = { postgres?: string; chromium?: string; missing: string[] };

/** PostgreSQL's binaries (with PostGIS beside them) and Chromium; in CI as root apt installs what is missing. */
export function findTools(): Tools {
  let tools = look();
  if (tools.missing.length > 0 && process.getuid?.() === 0 && process.env.CI && existsSync('/usr/bin/apt-get')) {
    install(tools);
    tools = look();
  }
  return tools;
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
  const usual = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
    (name) => `/usr/bin/${name}`,
  );
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return [...(named ? [named] : []), ...usual, mac].find((path) => existsSync(path));
}

/** The command that installs what is missing, for a person to type. */
export function installCommand(tools: Tools): string {
  const packages = [...(tools.postgres ? [] : ['postgresql-15-postgis-3']), ...(tools.chromium ? [] : ['chromium'])];
  return `sudo apt-get install --no-install-recommends ${packages.join(' ')}`;
}

function install(tools: Tools): void {
  const packages = [...(tools.postgres ? [] : [postgisPackage]), ...(tools.chromium ? [] : [() => 'chromium'])];
  console.log(`Installing for the tests: ${tools.missing.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'inherit' });
  const names = packages.map((name) => name());
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** The newest version that this system's package lists offer. */
function postgisPackage(): string {
  const offered = execFileSync('apt-cache', ['search', '--names-only', '^postgresql-[0-9]+-postgis-3$'], {
    encoding: 'utf8',
  });
  const names = [...offered.matchAll(/^postgresql-(\d+)-postgis-3/gm)].sort((a, b) => Number(b[1]) - Number(a[1]));
  return names[0]?.[0] ?? 'postgresql-15-postgis-3';
}
