/** Nothing signed nests deeper; the bound keeps a hostile file from exhausting the stack. */
const deepest = 16;

/**
 * Canonical spelling by RFC 8785 of strings, whole numbers, null, arrays and objects; `undefined` for anything else
 * (fractions, booleans, lone surrogates, too deep). Equal values have equal bytes, so that they can be signed.
 */
export function canonicalJson(value: unknown, depth = 0): string | undefined {
  if (value === null) return 'null';
  if (typeof value === 'string') return value.isWellFormed() ? JSON.stringify(value) : undefined;
  if (typeof value === 'number') return wholeNumber(value);
  if (typeof value !== 'object' || depth === deepest) return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => canonicalJson(item, depth + 1));
    return items.includes(undefined) ? undefined : `[${items.join(',')}]`;
  }
  const members = membersOf(value, depth);
  return members.includes(undefined) ? undefined : `{${members.join(',')}}`;
}

const wholeNumber = (value: number) =>
  Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : undefined;

function membersOf(value: object, depth: number): (string | undefined)[] {
  const members = Object.entries(value).map(([name, item]) => ({
    name,
    item: canonicalJson(item, depth + 1),
  }));
  // `<` compares UTF-16 code units, as RFC 8785 §3.2.3 asks.
  members.sort((a, b) => (a.name < b.name ? -1 : 1));
  return members.map(({ name, item }) =>
    item === undefined || !name.isWellFormed() ? undefined : `${JSON.stringify(name)}:${item}`,
  );
}

/** Bytes of a value that is known to have a canonical spelling. */
export function canonicalBytes(value: unknown): Buffer {
  const text = canonicalJson(value);
  if (text === undefined) throw new TypeError('the value has no canonical spelling');
  return Buffer.from(text, 'utf8');
}

/**
 * Reads canonical JSON; `undefined` when the bytes are not exactly the canonical spelling of what they say. Comparing
 * bytes shuts out duplicate and inherited names, number tricks, blanks and byte order marks in one step.
 */
export function readCanonical(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return canonicalJson(value) === text ? value : undefined;
  } catch (error) {
    // TypeError: not UTF-8. RangeError: nested so deep that even the parser gave up.
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError)
      return undefined;
    throw error;
  }
}
