import { spawnSync } from 'node:child_process';

const steps = [
  ['formatting and lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
  // without .next/types: those speak of the last build, not of the sources
  ['types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'lib/start/tsconfig.verify.json']],
] as const;

for (const [name, command] of steps) {
  const began = performance.now();
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✔' : '✖'} ${name} (${seconds} s)`);
  if (status !== 0) process.exitCode = 1;
}
