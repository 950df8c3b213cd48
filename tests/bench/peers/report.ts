import { readFileSync } from 'node:fs';

/** What a peer process says at its end, as one JSON line. */
export interface PeerReport {
  readonly rows: number;
  /** Characters of all cells: two readers that differ here have read different texts. */
  readonly characters: number;
  /** Cells with a character cut in two, where the peer is known to make such. */
  readonly damaged?: number;
  readonly cpu_s: number;
  readonly wall_s: number;
  readonly peak_mb: number;
}

/** Prints what this process has cost since it was started. */
export function report(counts: Pick<PeerReport, 'rows' | 'characters' | 'damaged'>): void {
  const { user, system } = process.cpuUsage();
  const cost = { cpu_s: (user + system) / 1e6, wall_s: performance.now() / 1000, peak_mb: peakMemory_mb() };
  process.stdout.write(`${JSON.stringify({ ...counts, ...cost })}\n`);
}

/** Largest resident memory so far; the kernel's own high-water mark where it is readable. */
function peakMemory_mb(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
  return Number(line?.[1] ?? 0) / 1024;
}
