import Database from 'better-sqlite3-multiple-ciphers';
import { nativeBinding } from '../../../db/store/open/native-binding.ts';

/** What went through the SQLite driver of this process. */
export interface DriverCounts {
  /** Statements executed, whatever they are; those of one `exec` singly. */
  readonly statements: number;
  /** Rows handed over to JavaScript. */
  readonly rows: number;
}

type Method = (this: object, ...args: readonly unknown[]) => unknown;
type Wrapper = (method: Method) => Method;

/**
 * Counts what goes through the SQLite driver of this process, from outside: the calls of the driver are replaced, the
 * product knows nothing of it. Made once in a process, before anything is opened.
 */
export class CountingDriver {
  #statements = 0;
  #rows = 0;
  #sources = new Set<string>();
  #last: Database.Database | null = null;
  #planted: RegExp | null = null;
  /** The statement that does nothing, by connection. */
  readonly #idle = new WeakMap<Database.Database, Database.Statement>();

  constructor() {
    const statement = statementPrototype();
    replace(
      statement,
      'run',
      this.#counting(() => 0),
    );
    replace(
      statement,
      'get',
      this.#counting((row) => (row === undefined ? 0 : 1)),
    );
    replace(
      statement,
      'all',
      this.#counting((rows) => (Array.isArray(rows) ? rows.length : 0)),
    );
    replace(statement, 'iterate', (iterate) => {
      const counted = this.#counting(() => 0)(iterate);
      const addRow = (): void => void (this.#rows += 1);
      return function (...args) {
        return countedRows(Reflect.apply(counted, this, args), addRow);
      };
    });
    replace(Database.prototype, 'exec', (exec) => {
      const note = (text: string): void => this.#noteText(text);
      return function (...args) {
        note(String(args[0]));
        return Reflect.apply(exec, this, args);
      };
    });
  }

  counts(): DriverCounts {
    return { statements: this.#statements, rows: this.#rows };
  }

  /** Texts of the statements executed since this was last asked. */
  takeSources(): ReadonlySet<string> {
    const taken = this.#sources;
    this.#sources = new Set();
    return taken;
  }

  /** The connection that executed the last statement. */
  connection(): Database.Database {
    if (this.#last === null) throw new Error('nothing was asked of the driver yet');
    return this.#last;
  }

  /** From now on each statement with such a text is followed by one more that does nothing; `null`: no longer. */
  plant(after: RegExp | null): void {
    this.#planted = after;
  }

  #counting(rowsOf: (result: unknown) => number): Wrapper {
    return (method) => {
      const before = (statement: object): void => this.#noteStatement(statement);
      const after = (result: unknown): void => void (this.#rows += rowsOf(result));
      return function (...args) {
        before(this);
        const result: unknown = Reflect.apply(method, this, args);
        after(result);
        return result;
      };
    };
  }

  #noteText(text: string): void {
    this.#statements += text.split(';').filter((part) => part.trim() !== '').length;
    this.#sources.add(text);
  }

  #noteStatement(statement: object): void {
    const source = String(Reflect.get(statement, 'source'));
    this.#statements += 1;
    this.#sources.add(source);
    const database: unknown = Reflect.get(statement, 'database');
    if (!(database instanceof Database)) throw new Error('the driver no longer tells the connection');
    this.#last = database;
    if (this.#planted?.test(source) === true) this.#askForNothing(database);
  }

  /** Counts itself, as it comes by here again. */
  #askForNothing(database: Database.Database): void {
    const idle = this.#idle.get(database) ?? database.prepare('SELECT 1 WHERE 0');
    this.#idle.set(database, idle);
    idle.all();
  }
}

/** Where the calls of all statements lie; the class itself is inside the addon. */
function statementPrototype(): object {
  const binding = nativeBinding();
  const database = new Database(
    ':memory:',
    // As in db/store/open/cipher-client.ts: the driver also takes the loaded addon, its types only know the path.
    binding === undefined ? {} : { nativeBinding: binding as unknown as string },
  );
  const prototype: unknown = Object.getPrototypeOf(database.prepare('SELECT 1'));
  database.close();
  if (typeof prototype !== 'object' || prototype === null) throw new Error('the driver has no statements');
  return prototype;
}

function replace(target: object, name: string, wrapper: Wrapper): void {
  const method: unknown = Reflect.get(target, name);
  if (!isMethod(method)) throw new Error(`the driver has no ${name}`);
  if (!Reflect.set(target, name, wrapper(method)))
    throw new Error(`${name} of the driver cannot be replaced`);
}

const isMethod = (value: unknown): value is Method => typeof value === 'function';

/** The same rows, told one by one; begun and ended as the original is. */
function countedRows(rows: unknown, addRow: () => void): IterableIterator<unknown> {
  if (!isIterator(rows)) throw new Error('iterate of the driver gives no iterator');
  return {
    next: () => {
      const next = rows.next();
      if (next.done !== true) addRow();
      return next;
    },
    return: (value?: unknown) => rows.return?.(value) ?? { done: true, value },
    [Symbol.iterator]() {
      return this;
    },
  };
}

const isIterator = (value: unknown): value is Iterator<unknown> =>
  typeof value === 'object' && value !== null && 'next' in value && typeof value.next === 'function';
