// `npm run proof [-- NAME …]`: the long form of tests that run in a short one with all the others; without a name it lists them.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { proofs } from './proof-list.ts';
import { root } from './places.mjs';

// `| head` closes the stream when it has seen enough: nobody is left to be told anything.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(proofs, name));
if (asked.length === 0 || unknown.length > 0) {
  const list = Object.entries(proofs).map(([name, { about }]) => `${name.padEnd(12)} ${about}\n`);
  const mistakes = unknown.map((name) => `There is no proof named ${name}.\n`);
  const stream = unknown.length > 0 ? process.stderr : process.stdout;
  stream.write([...mistakes, ...list].join(''));
  process.exitCode = unknown.length > 0 ? 2 : 0;
} else {
  const failed = asked.filter((name) => !isProven(name));
  for (const name of failed) process.stderr.write(`not proven: ${name}\n`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

function isProven(name: string): boolean {
  const proof = proofs[name];
  if (proof === undefined) return false;
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...proof.files], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, [proof.variable]: proof.long },
  });
  return status === 0;
}
