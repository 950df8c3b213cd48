import type { Stored } from '../../../model/field-kind.ts';
import { chinaDay, chinaDayStart } from '../../../model/office-time.ts';
import type { ColumnFile } from './column-file.ts';
import type { FigureColumn } from './figure-layout.ts';

/** Length of an instant up to its hour. */
const TO_HOUR = 13;
const instantShape = /^\d{4}-\d\d-\d\dT\d\d:[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** Numbers of the values of one column, given in the order they are met. */
export class ValueCodes {
  readonly #file: ColumnFile;
  readonly #column: FigureColumn;
  readonly #known = new Map<Exclude<Stored, null>, number>();
  readonly #dayByHour = new Map<string, string | null>();
  /** There are values in the file that are not known yet. */
  readonly #isOpen: boolean;
  #last: number;

  constructor(file: ColumnFile, column: FigureColumn) {
    this.#file = file;
    this.#column = column;
    this.#last = file.lastCode(column);
    this.#isOpen = this.#last > 0;
  }

  /** Number of what a row holds; a value met for the first time gets the next one. */
  take(stored: Stored): number {
    return this.find(stored) ?? this.#add(this.#kept(stored));
  }

  /** Number of what a row holds; `null` when it has none yet. */
  find(stored: Stored): number | null {
    const value = this.#kept(stored);
    if (value === null) return 0;
    const known = this.#known.get(value);
    if (known !== undefined || !this.#isOpen) return known ?? null;
    const code = this.#file.codeOf(this.#column, value);
    if (code !== null) this.#known.set(value, code);
    return code;
  }

  #add(value: Stored): number {
    if (value === null) return 0;
    this.#last += 1;
    this.#file.keepCode(this.#column, this.#last, value);
    this.#known.set(value, this.#last);
    return this.#last;
  }

  /** An instant stands for its day in China by the first moment of it; what is no instant stands for itself. */
  #kept(stored: Stored): Stored {
    if (!this.#column.isDay || typeof stored !== 'string' || !instantShape.test(stored)) return stored;
    const hour = stored.slice(0, TO_HOUR);
    const known = this.#dayByHour.get(hour);
    if (known !== undefined) return known ?? stored;
    const day = dayOfHour(hour);
    this.#dayByHour.set(hour, day);
    return day ?? stored;
  }
}

/** `null` for an hour the calendar does not have, as of 31 February. */
function dayOfHour(hour: string): string | null {
  const text = `${hour}:00:00.000Z`;
  const at = new Date(text);
  if (Number.isNaN(at.getTime()) || at.toISOString() !== text) return null;
  return chinaDayStart(chinaDay(at));
}
