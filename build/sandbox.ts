/** Chromium refuses to sandbox for root; for everybody else the sandbox stays on. */
export function sandboxSwitches(say: (line: string) => void): readonly string[] {
  if (process.getuid?.() !== 0) return [];
  say('Running as root: Chromium starts without its sandbox. Use an ordinary account for real data.');
  return ['--no-sandbox'];
}
