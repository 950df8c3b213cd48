import { readFileSync } from 'node:fs';
import { run } from './run.ts';

// The entry of `zw`: the only file of this room that touches the process. Not `await`: the bundle is CommonJS.
void run(process.argv.slice(2), {
  environment: process.env,
  isInteractive: process.stderr.isTTY,
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  readStdin: () => readFileSync(0, 'utf8'),
}).then((code) => {
  process.exitCode = code;
});
