import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';

const KEPT_LINES = 200;
const LARGEST_FILE_bytes = 1_000_000;
const LONGEST_LINE = 2000;
/** Six digits in a row may be part of an id number, a phone number or a birth day. */
const longNumber = /\d{6,}[Xx]?/g;
const hanText = /\p{Script=Han}+/gu;

/** The log of the data process: a file for the administrator, the last lines for a crash notice. No personal data. */
export interface HostLog {
  write(line: string): void;
  /** Writes every line of a stream. */
  follow(stream: Readable): void;
  /** The last 200 lines. */
  tail(): readonly string[];
}

/** Log in `folder`, kept to two files of 1 MB. A log that cannot be written stops nothing. */
export function openLog(folder: string, now: () => Date): HostLog {
  const file = path.join(folder, 'dbhost.log');
  const last: string[] = [];

  function write(line: string): void {
    const clean = `${now().toISOString()} ${withoutPersonalData(line).slice(0, LONGEST_LINE)}`;
    last.push(clean);
    if (last.length > KEPT_LINES) last.shift();
    append(file, clean);
  }

  return {
    write,
    follow(stream) {
      let rest = '';
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => {
        const lines = `${rest}${chunk}`.split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) write(line);
      });
      stream.on('end', () => {
        if (rest !== '') write(rest);
      });
    },
    tail: () => [...last],
  };
}

/** Names are Han text, numbers are digits: neither has business in a log written in English. */
function withoutPersonalData(line: string): string {
  return line.replace(longNumber, '#').replace(hanText, '…');
}

function append(file: string, line: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size > LARGEST_FILE_bytes) renameSync(file, `${file}.old`);
    appendFileSync(file, `${line}\n`);
  } catch {
    // A full or read-only disk is reported by the data process itself; the log must not make it worse.
  }
}
