import { bundle } from './bundle.ts';

/** Vitest global set-up: what tests start as programs and threads is the bundle, made anew where the sources are newer. */
export async function setup(): Promise<void> {
  await bundle(['dbhost', 'zw'], (line) => {
    process.stderr.write(`${line}\n`);
  });
}
