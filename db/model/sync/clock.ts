/**
 * When and where a value was written: a hybrid reading (`milliseconds * 1024 + tick`, whole number) and the node.
 * The order is total, so any two nodes that hold the same two values keep the same one.
 */
export type Clock = readonly [at: number, node: string];

/** True when `a` wins over `b`: the later reading, at equal readings the greater node id. Equal clocks do not win. */
export function isLater(a: Clock, b: Clock): boolean {
  return a[0] === b[0] ? a[1] > b[1] : a[0] > b[0];
}
