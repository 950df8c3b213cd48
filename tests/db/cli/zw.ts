import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '../../../db/cli/run.ts';
import { runningClock } from '../../fixtures/running-clock.ts';

/** The launcher behind `npm run zw`: a third of the time of the sources, which are read and stripped at every start. */
const program = path.resolve(import.meta.dirname, '../../../build/zw.mjs');

/** At full cost the derivation alone takes half a second a call; contract.test.ts pays it. */
const CHEAPEST_KDF = 1024;

/** What one call of `zw` did. */
export interface Call {
  readonly code: number;
  /** The one JSON value on stdout; `undefined` when there was none (help). */
  readonly json: unknown;
  readonly out: string;
  readonly error: string;
}

/** How a call differs from the usual one, which is made on a fixed day. */
export interface CallOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** One call in this process: starting the program takes four times as long. That it starts, `zwProgram` shows. */
export async function zw(args: readonly string[], { env = {}, input = '' }: CallOptions = {}): Promise<Call> {
  let out = '';
  let error = '';
  const code = await run(args, {
    environment: { ZW_NOW: runningClock(), ...env },
    isInteractive: false,
    kdfCost: CHEAPEST_KDF,
    out: (text) => (out += text),
    error: (text) => (error += text),
    readStdin: () => input,
  });
  return { code, json: parsed(out), out, error };
}

/** Runs the real program in a process of its own. */
export function zwProgram(args: readonly string[], { env = {}, input }: CallOptions = {}): Call {
  const clean = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    ZW_NOW: runningClock(),
    ...env,
  };
  const result = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    env: clean,
    maxBuffer: 100_000_000,
    ...(input === undefined ? {} : { input }),
  });
  return { code: result.status ?? -1, json: parsed(result.stdout), out: result.stdout, error: result.stderr };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A folder of its own for a test file. */
export function workFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zw-cli-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
