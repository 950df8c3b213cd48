const REQUIRED_NODE_MAJOR = 24;

/** Vitest global set-up: refuses to run on a Node older than 24, where the SQLite addon kills the process. */
export function setup(): void {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < REQUIRED_NODE_MAJOR) {
    throw new Error(
      `Node ${process.versions.node} is too old: start the tests with npm run, which puts Node 24 first.`,
    );
  }
}
