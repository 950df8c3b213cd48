import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const text = readFileSync(path.resolve(import.meta.dirname, '../../package-lock.json'), 'utf8');
const locked: Readonly<Record<string, LockedPackage>> = JSON.parse(text).packages;

test('the lock file records no download addresses', () => {
  expect(text).not.toContain('"resolved"');
});

// A registry that lacks one platform's binary lets `npm install` pass but writes a lock that `npm ci` refuses.
test('every platform binary a tool may need has a locked version', () => {
  const wanted = Object.values(locked).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));

  const unlocked = wanted.filter(
    (name) =>
      !Object.entries(locked).some(
        ([place, { version }]) => place.endsWith(`node_modules/${name}`) && version,
      ),
  );

  expect(wanted.length).toBeGreaterThan(0);
  expect(unlocked).toEqual([]);
});
