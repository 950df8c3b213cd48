/** Properties that hold `undefined` left out; the store tells "not given" from a value by their absence. */
export type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** A copy without the properties that hold `undefined`. */
export function defined<T extends object>(given: T): Defined<T> {
  // Only properties whose value is not `undefined` are copied, which is what `Defined` says.
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Defined<T>;
}
