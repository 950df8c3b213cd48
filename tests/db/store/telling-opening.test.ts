import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { integer } from '../../../db/model/fields/integer.ts';
import { text } from '../../../db/model/fields/text.ts';
import { words } from '../../../db/model/localized.ts';
import { makeRegistry } from '../../../db/model/registry.ts';
import {
  openSteps,
  openStore,
  type CreateOptions,
  type OpeningPhase,
  type OpeningProgress,
} from '../../../db/store/index.ts';
import { listBackups } from '../../../db/store/open/backup-files.ts';
import { placesOf } from '../../../db/store/open/places.ts';
import { addDweller, clerk, dweller, newStore, opened, place, rawFile, save } from './fixture.ts';

/** The dwellers one revision later: another field, found by its words. */
const laterRegistry = makeRegistry([
  {
    no: 101,
    ledger: {
      ...dweller,
      revision: 2,
      fields: {
        ...dweller.fields,
        floor: integer({ label: words('楼层', 'Floor'), since: 2, indexed: true }),
        nickname: text({ label: words('小名', 'Nickname'), max: 20, since: 2, search: true }),
      },
      sections: [...dweller.sections, { label: words('更多', 'More'), fields: ['floor', 'nickname'] }],
    },
  },
  { no: 102, ledger: place },
]);
const PEOPLE = 1200;

/** A closed file of the revision before, with people in it. */
function olderFile(): CreateOptions {
  const { store, options } = newStore();
  for (let i = 0; i < PEOPLE; i += 400)
    save(store, ...Array.from({ length: 400 }, (_, j) => addDweller(`d${String(i + j)}`, { name: '张伟' })));
  store.close();
  return { ...options, registry: laterRegistry };
}

/** Opens and closes; what was told meanwhile. */
function toldWhileOpening(options: CreateOptions): readonly OpeningProgress[] {
  const told: OpeningProgress[] = [];
  opened(options, (one) => told.push(one)).close();
  return told;
}

const phasesOf = (told: readonly OpeningProgress[]): readonly OpeningPhase[] => [
  ...new Set(told.map(({ phase }) => phase)),
];

test('an older file tells each step in its order, from nothing to all of it', () => {
  const options = olderFile();

  const told = toldWhileOpening(options);

  expect(phasesOf(told)).toEqual(['backing-up', 'counting', 'upgrading', 'checking', 'indexing']);
  for (const phase of phasesOf(told)) {
    const steps = told.filter((one) => one.phase === phase);
    const done = steps.map((one) => one.done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(done[0]).toBe(0);
    expect(new Set(steps.map((one) => one.total)).size).toBe(1);
    expect(done.at(-1)).toBe(steps[0]?.total);
  }
  // Each phase is told in one go, never in turns with another.
  const turns = told.filter((one, i) => one.phase !== told[i - 1]?.phase);
  expect(turns.map(({ phase }) => phase)).toEqual(phasesOf(told));
  const rows = told.filter(({ phase }) => phase === 'indexing');
  expect(rows.map(({ done }) => done)).toEqual([0, 500, 1000, 1200]);
  const [backup] = listBackups(placesOf(options.file));
  // The copy has fuller pages.
  expect(told[0]?.total).toBeGreaterThanOrEqual(backup?.bytes ?? Infinity);
  expect(told[0]?.total).toBeLessThan(1.5 * (backup?.bytes ?? 0));
});

test('a file that only has to be opened tells nothing', () => {
  const options = olderFile();
  expect(toldWhileOpening(options).length).toBeGreaterThan(0);

  expect(toldWhileOpening(options)).toEqual([]);
});

test('an index of search that is not made as this program makes it is all that is told where nothing else is to be done', () => {
  const { store, options } = newStore();
  save(store, addDweller('d1', { name: '张伟' }));
  store.close();
  const raw = rawFile(options);
  raw.exec("UPDATE ledger SET searched = 'of another program'");
  raw.close();

  expect(toldWhileOpening(options)).toEqual([
    { phase: 'indexing', done: 0, total: 1 },
    { phase: 'indexing', done: 1, total: 1 },
  ]);
  expect(listBackups(placesOf(options.file))).toEqual([]);
});

test('a backup is told before it is made, and stays when the opening is dropped behind it', () => {
  const options = olderFile();
  const steps = openSteps(options);
  const backups = () => listBackups(placesOf(options.file)).length;

  expect(steps.next()).toMatchObject({ value: { phase: 'backing-up', done: 0 } });
  expect(backups()).toBe(0);
  expect(steps.next()).toMatchObject({ value: { phase: 'backing-up' } });
  expect(backups()).toBe(1);
  dropped(steps);
  expect(backups()).toBe(1);
});

test.each(['counting', 'upgrading', 'checking'] as const)(
  'an opening dropped while %s leaves the file of the older program, and lets go of it',
  (phase) => {
    const options = olderFile();
    const steps = openSteps(options);
    expect(comesTo(steps, phase, 2)).toBe(true);
    expect(openStore(options)).toMatchObject({ ok: false, kind: 'locked' });

    dropped(steps);

    expect(existsSync(placesOf(options.file).lock)).toBe(false);
    const raw = rawFile(options);
    const columns = raw.prepare("SELECT name FROM pragma_table_info('dweller')").pluck().all();
    expect(columns).not.toContain('floor');
    expect(raw.prepare("SELECT revision FROM ledger WHERE id = 'dweller'").pluck().get()).toBe(1);
    raw.close();
    expect(phasesOf(toldWhileOpening(options))).toContain(phase);
  },
);

test('an opening dropped while the search index is made has migrated the file and makes the index the next time', () => {
  const options = olderFile();
  const steps = openSteps(options);
  expect(comesTo(steps, 'indexing', 2)).toBe(true);
  dropped(steps);

  expect(phasesOf(toldWhileOpening(options))).toEqual(['indexing']);
  const store = opened(options);
  expect(store.notices).toEqual([]);
  expect(store.search('张伟', 5, clerk).hits).toHaveLength(5);
  expect(store.checkAll()).toMatchObject({ ok: true, findings: [] });
  store.close();
});

/** Goes on until this has been told that often; `false` when it never was. */
function comesTo(steps: Iterator<OpeningProgress, unknown>, phase: OpeningPhase, times: number): boolean {
  for (let left = times; ;) {
    const step = steps.next();
    if (step.done === true) return false;
    if (step.value.phase === phase) left -= 1;
    if (left === 0) return true;
  }
}

const dropped = (steps: Iterator<OpeningProgress, unknown>): void => void steps.return?.();
