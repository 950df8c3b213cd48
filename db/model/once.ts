/** Makes a value when it is first asked for, and keeps it: four thousand fields have checks, and a day's work needs few of them. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
