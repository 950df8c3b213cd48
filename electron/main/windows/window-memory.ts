import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const shape = z.object({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(1100).max(20_000),
  height: z.int().min(640).max(20_000),
  isMaximized: z.boolean(),
  language: z.enum(['zh', 'en']),
});

/** What the window remembers from one start to the next. */
export type WindowMemory = z.infer<typeof shape>;

/** The office screen the product is drawn for. */
export const firstWindow: WindowMemory = { width: 1366, height: 768, isMaximized: false, language: 'zh' };

/** Reads the file; a missing or damaged one is the first start. */
export function recallWindow(file: string): WindowMemory {
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return firstWindow;
  }
}

/** Keeps it; a disk that refuses costs the user a window of the default size, nothing else. */
export function keepWindow(file: string, memory: WindowMemory): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(memory));
    renameSync(`${file}.new`, file);
  } catch {
    // Said above.
  }
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The remembered place when enough of it is on a screen that is still plugged in; else no place, which centres. */
export function placeOnScreen(memory: WindowMemory, screens: readonly Area[]): Partial<Area> {
  const { x, y, width, height } = memory;
  if (x === undefined || y === undefined) return { width, height };
  const isVisible = screens.some(
    (area) =>
      x + 100 < area.x + area.width &&
      x + width > area.x + 100 &&
      y >= area.y &&
      y + 40 < area.y + area.height,
  );
  return isVisible ? { x, y, width, height } : { width, height };
}
