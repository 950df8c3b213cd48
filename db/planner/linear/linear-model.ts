/**
 * A mixed-integer linear model being built: minimise cost under rows, with a tag on whatever an explanation may have to
 * name. `T` is the planner's word for a reason (rule, person, day); the model never looks inside.
 */
export class LinearModel<T> {
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #cost: number[] = [];
  readonly #integer: boolean[] = [];
  readonly #variableTags: (T | null)[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #rowTags: (T | null)[] = [];
  readonly #starts: number[] = [0];
  readonly #indices: number[] = [];
  readonly #coefficients: number[] = [];

  get variableCount(): number {
    return this.#lower.length;
  }

  get rowCount(): number {
    return this.#rowLower.length;
  }

  get hasIntegers(): boolean {
    return this.#integer.includes(true);
  }

  /** Adds a variable and returns its index, 0, 1, 2 … in the order of the calls. */
  variable({
    lower = 0,
    upper = Infinity,
    cost = 0,
    integer = false,
    tag = null,
  }: VariableSpec<T> = {}): number {
    this.#lower.push(lower);
    this.#upper.push(upper);
    this.#cost.push(cost);
    this.#integer.push(integer);
    this.#variableTags.push(tag);
    return this.#lower.length - 1;
  }

  /** Adds a variable that is 0 or 1. */
  binary(spec: Omit<VariableSpec<T>, 'lower' | 'integer'> = {}): number {
    return this.variable({ upper: 1, ...spec, integer: true });
  }

  /** Adds a row and returns its index. */
  row(row: RowSpec<T>): number {
    const merged = mergedTerms(row.terms);
    for (const [variable, coefficient] of merged) {
      if (!(variable >= 0 && variable < this.variableCount))
        throw new RangeError(`row names variable ${String(variable)}`);
      this.#indices.push(variable);
      this.#coefficients.push(coefficient);
    }
    this.#starts.push(this.#indices.length);
    this.#rowLower.push(row.lower ?? -Infinity);
    this.#rowUpper.push(row.upper ?? Infinity);
    this.#rowTags.push(row.tag ?? null);
    return this.#rowLower.length - 1;
  }

  variableTag(variable: number): T | null {
    return this.#variableTags[variable] ?? null;
  }

  rowTag(row: number): T | null {
    return this.#rowTags[row] ?? null;
  }

  /** The model as it stands, rows compressed (CSR). Later changes do not reach the arrays. */
  arrays(): ModelArrays {
    return {
      variableLower: Float64Array.from(this.#lower),
      variableUpper: Float64Array.from(this.#upper),
      cost: Float64Array.from(this.#cost),
      integer: Int32Array.from(this.#integer, Number),
      rowLower: Float64Array.from(this.#rowLower),
      rowUpper: Float64Array.from(this.#rowUpper),
      starts: Int32Array.from(this.#starts),
      indices: Int32Array.from(this.#indices),
      coefficients: Float64Array.from(this.#coefficients),
    };
  }
}

export interface VariableSpec<T> {
  /** Default 0. */
  readonly lower?: number;
  /** Default infinite. */
  readonly upper?: number;
  readonly cost?: number;
  readonly integer?: boolean;
  /** Reason of the bounds. */
  readonly tag?: T | null;
}

/** `lower ≤ Σ coefficient · variable ≤ upper`; an absent side is open. */
export interface RowSpec<T> {
  readonly lower?: number;
  readonly upper?: number;
  /** Pairs of variable and coefficient; a variable named twice counts twice. */
  readonly terms: Iterable<Term>;
  readonly tag?: T | null;
}

export type Term = readonly [variable: number, coefficient: number];

export interface ModelArrays {
  readonly variableLower: Float64Array;
  readonly variableUpper: Float64Array;
  readonly cost: Float64Array;
  readonly integer: Int32Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** `rowCount + 1` offsets into `indices` and `coefficients`. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly coefficients: Float64Array;
}

/** HiGHS refuses a row that names a variable twice. */
export function mergedTerms(terms: Iterable<Term>): ReadonlyMap<number, number> {
  const merged = new Map<number, number>();
  for (const [variable, coefficient] of terms)
    merged.set(variable, (merged.get(variable) ?? 0) + coefficient);
  return merged;
}
