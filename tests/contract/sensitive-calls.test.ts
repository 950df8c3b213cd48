import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { calls, type CallsAt, type Input } from '../../electron/contract/calls.ts';
import { sensitiveTown, type SensitiveTown } from './sensitive-town.ts';

/** How a call is asked about sensitive records. */
type Way<N extends CallsAt<'dbhost'>> =
  /** Who may open them is shown something, and that is written down; who may not is shown nothing. */
  | { readonly shows: (town: SensitiveTown) => Input<N> }
  /** Who may not open them is refused: it writes, or begins long work. */
  | { readonly refuses: (town: SensitiveTown) => Input<N> }
  /** It is about them and tells nobody what stands in them: counts, states, ids of what was given. */
  | { readonly hides: (town: SensitiveTown) => Input<N> }
  /** Why it has nothing to do with records of a sensitive ledger. */
  | { readonly aside: string };

const opens = 'opens and closes the file';
const duty =
  'duty rosters: their ledgers are not sensitive, and the store throws for one that is read in nobody’s name';
const sealed = 'packages are sealed for another office; registers, sticks and keys';
const codes = 'codes, settings of the user, shipped records';

/**
 * Every call of the data process. A new one does not compile before it says here how it stands to sensitive ledgers; where
 * it can show their records, the test asks it about some.
 */
const ways: { readonly [N in CallsAt<'dbhost'>]: Way<N> } = {
  'session.clock': { aside: opens },
  'session.status': { aside: opens },
  'session.towns': { aside: opens },
  'session.create': { aside: opens },
  'session.unlock': { aside: opens },
  'session.lock': { aside: opens },
  'session.openPractice': { aside: opens },
  'session.restore': { aside: opens },
  'session.dismiss': { aside: opens },

  'record.page': { shows: () => ({ ledger: 'care_guardian', where: {}, limit: 10 }) },
  'record.total': { hides: () => ({ ledger: 'care_guardian', where: {} }) },
  'record.get': { shows: ({ guardian }) => ({ ledger: 'care_guardian', id: guardian }) },
  'record.reveal': { shows: ({ guardian }) => ({ ledger: 'care_guardian', id: guardian, field: 'address' }) },
  'record.save': {
    refuses: ({ guardian }) => ({
      writeId: randomUUID(),
      ledger: 'care_guardian',
      id: guardian,
      base: 2,
      values: { agreement_no: 'x' },
    }),
  },
  'record.remove': {
    refuses: ({ guardian }) => ({
      writeId: randomUUID(),
      ledger: 'care_guardian',
      id: guardian,
      base: 2,
      reason: 'x',
    }),
  },
  'record.restore': {
    refuses: ({ guardian }) => ({ writeId: randomUUID(), ledger: 'care_guardian', id: guardian }),
  },
  'record.check': {
    shows: ({ guardian }) => ({
      ledger: 'care_guardian',
      id: guardian,
      values: { agreement_on: '2026-01-01' },
    }),
  },
  'record.suggest': { hides: () => ({ ledger: 'care_guardian', field: 'agreement_no', text: '某' }) },
  'record.options': { shows: () => ({ ledger: 'care_guardian', text: '', limit: 10 }) },
  'record.history': { shows: ({ guardian }) => ({ ledger: 'care_guardian', id: guardian }) },
  'record.related': { shows: ({ person }) => ({ ledger: 'person', id: person }) },
  'record.states': { hides: ({ clue }) => ({ ledger: 'clue', ids: [clue] }) },
  'change.undo': { refuses: ({ change }) => ({ writeId: randomUUID(), change }) },

  'workflow.state': { aside: 'no sensitive ledger has a workflow; the store’s own test covers one that has' },
  'workflow.look': { aside: 'as workflow.state' },
  'workflow.act': { aside: 'as workflow.state' },
  'workflow.actMany': { aside: 'as workflow.state' },
  'workflow.answer': { aside: 'as workflow.state' },

  'interval.open': { shows: ({ person }) => ({ ledger: 'care_label', subject: person }) },
  // Its sentence names the place the subject is at, which labels have none of; the look is written down all the same.
  'interval.look': {
    hides: ({ person }) => ({
      ledger: 'care_label',
      subject: person,
      action: 'change',
      values: { level: '02', from_day: '2026-11-22' },
    }),
  },
  'interval.move': {
    refuses: ({ person }) => ({
      ledger: 'care_label',
      subject: person,
      action: 'change',
      writeId: randomUUID(),
      values: { level: '02', from_day: '2026-11-22' },
      newId: randomUUID(),
    }),
  },

  'batch.preview': {
    shows: ({ guardian }) => ({
      ledger: 'care_guardian',
      selection: { ids: [guardian] },
      values: { agreement_no: 'x' },
    }),
  },
  'batch.apply': {
    refuses: ({ guardian }) => ({
      batch: randomUUID(),
      ledger: 'care_guardian',
      selection: { ids: [guardian] },
      values: { agreement_no: 'x' },
    }),
  },
  'batch.list': { hides: () => ({}) },
  'batch.undo': { refuses: ({ batch }) => ({ batch }) },

  'search.find': { shows: () => ({ text: '某涉密标记某', limit: 10 }) },
  'code.list': { aside: codes },
  'code.save': { aside: codes },
  'preference.get': { aside: codes },
  'preference.set': { aside: codes },
  'preference.list': { aside: codes },
  'ready.list': { aside: codes },
  'ready.add': { aside: codes },

  'import.inspect': { refuses: ({ sheet }) => ({ ledger: 'clue', file: sheet }) },
  'import.start': {
    refuses: ({ sheet }) => ({
      batch: randomUUID(),
      ledger: 'clue',
      file: sheet,
      dryRun: true,
      mapping: [{ index: 0, field: 'found_on' }],
    }),
  },
  'import.resume': { refuses: ({ refused, sheet }) => ({ batch: refused, file: sheet }) },
  'import.saveErrors': { refuses: ({ refused, out }) => ({ batch: refused, file: out('errors.xlsx') }) },
  'import.template': { refuses: ({ out }) => ({ ledger: 'clue', file: out('template.xlsx') }) },
  'export.start': {
    refuses: ({ out }) => ({
      ledger: 'care_guardian',
      where: {},
      fields: ['name'],
      format: 'csv',
      file: out('x.csv'),
    }),
  },
  // Refused rows are the user's own sheet: they are kept from who may not open the ledger, and not logged as looks.
  'job.get': { hides: ({ job }) => ({ job }) },
  'job.list': { hides: () => ({}) },
  'job.cancel': { aside: 'stops work and tells nothing' },

  'attachment.add': { aside: 'takes a file in' },
  'attachment.read': { shows: ({ hash }) => ({ hash }) },
  'attachment.save': { refuses: ({ hash, out }) => ({ hash, file: out('scan.pdf') }) },
  'document.record': { shows: ({ guardian }) => ({ ledger: 'care_guardian', id: guardian }) },
  'document.list': { shows: () => ({ ledger: 'care_guardian', where: {}, fields: ['name'] }) },
  'document.kinds': { hides: ({ guardian }) => ({ ledger: 'care_guardian', id: guardian }) },
  'document.statutory': {
    refuses: ({ guardian }) => ({ ledger: 'care_guardian', id: guardian, document: 'any' }),
  },
  'document.workbook': {
    refuses: ({ guardian, out }) => ({
      ledger: 'care_guardian',
      id: guardian,
      document: 'any',
      file: out('table.xlsx'),
    }),
  },
  'document.dossier': { refuses: ({ guardian }) => ({ ledger: 'care_guardian', id: guardian }) },

  'store.check': { aside: 'findings name ids of damaged records, and no value' },
  'store.backup': { aside: 'a backup is sealed as the file is' },
  'store.backups': { aside: 'as store.backup' },
  'store.saveSqlcipherCopy': {
    refuses: ({ out }) => ({ file: out('copy.db'), passphrase: 'a long passphrase' }),
  },

  'day.board': { hides: () => ({}) },
  'day.rows': { shows: () => ({ of: 'today', limit: 100 }) },
  'day.calendar': { hides: () => ({ from: '2026-11-01', to: '2026-11-30' }) },
  'day.document': { hides: () => ({ month: '2026-11' }) },
  'day.reminder': { hides: () => ({}) },
  'day.told': { aside: 'cases of workflows: as workflow.state' },
  'deadline.look': { aside: 'as workflow.state' },
  'deadline.move': { aside: 'as workflow.state' },
  'deadline.keep': { aside: 'as workflow.state' },

  'figure.table': {
    hides: () => ({ ledger: 'care_label', where: {}, field: 'kind', period: null }),
  },
  'figure.trend': { hides: () => ({ ledger: 'clue', where: {}, period: '2026-11' }) },
  'figure.document': {
    refuses: () => ({ ledger: 'clue', where: {}, field: null, period: null, indicator: 'count' }),
  },
  'figure.export': {
    refuses: ({ out }) => ({
      ledger: 'clue',
      where: {},
      field: null,
      period: null,
      indicator: 'count',
      file: out('figures.xlsx'),
    }),
  },
  'figure.report': { hides: () => ({ month: '2026-11' }) },
  'figure.reportDocument': { hides: () => ({ month: '2026-11' }) },
  'figure.reportFile': {
    hides: ({ out }) => ({ month: '2026-11', format: 'xlsx', file: out('report.xlsx') }),
  },

  'form.look': { aside: 'takes a file in' },
  'form.view': { refuses: ({ hash }) => ({ hash }) },
  'form.check': { refuses: ({ hash }) => ({ ledger: 'clue', kind: 'record', hash, places: [] }) },
  'form.list': { hides: () => ({}) },
  'form.fill': { aside: 'sensitive ledgers go into no form, whoever asks (tests/db/exchange/forms)' },

  'inspection.sheet': { aside: 'check lists are not sensitive; asked in the name of the caller' },
  'inspection.lists': { aside: 'as inspection.sheet' },
  'inspection.order': { aside: 'as inspection.sheet' },
  // The closed ledgers are left out; the rules themselves are not sensitive.
  'reckoning.look': { hides: () => ({ ledger: 'care_visit_rule' }) },
  'reckoning.apply': { refuses: () => ({ batch: randomUUID(), ledger: 'care_visit_rule' }) },
  // A title in the log of looks is one.
  'look.page': { shows: () => ({ ledger: 'care_guardian', limit: 200 }) },
  'look.people': { hides: () => ({}) },
  'look.export': { refuses: ({ out }) => ({ ledger: 'care_guardian', file: out('looks.xlsx') }) },
  'reward.make': { aside: 'reward sheets are not sensitive; asked in the name of the caller' },

  'duty.teams': { aside: duty },
  'duty.board': { aside: duty },
  'duty.why': { aside: duty },
  'duty.fairness': { aside: duty },
  'duty.sheet': { aside: duty },
  'duty.calendar': { aside: duty },
  'duty.now': { aside: duty },
  'duty.setUp': { aside: duty },
  'duty.edit': { aside: duty },
  'duty.pin': { aside: duty },
  'duty.setState': { aside: duty },
  'duty.look': { aside: duty },
  'duty.change': { aside: duty },
  'duty.cancel': { aside: duty },
  'duty.plan': { aside: duty },
  'duty.repair': { aside: duty },
  'duty.stop': { aside: duty },
  'duty.proposal': { aside: duty },
  'duty.planning': { aside: duty },
  'duty.relax': { aside: duty },
  'duty.keep': { aside: duty },
  'duty.discard': { aside: duty },
  'duty.document': { aside: duty },
  'duty.export': { aside: duty },
  'duty.readSheet': { aside: duty },

  'exchange.overview': { hides: () => ({}) },
  'exchange.drives': { aside: sealed },
  'exchange.preview': {
    aside: 'counts by ledger; names records of ordinary ledgers only (tests/electron/exchange.test.ts)',
  },
  'exchange.export': { aside: sealed },
  'exchange.sent': { aside: sealed },
  'exchange.received': { aside: sealed },
  'exchange.markLost': { aside: sealed },
  'exchange.confirmByPhone': { aside: sealed },
  'exchange.phoneCode': { aside: sealed },
  'exchange.slip': { aside: sealed },
  'exchange.scan': { aside: sealed },
  'exchange.takeIn': { aside: sealed },
  'exchange.answer': { aside: sealed },
  'exchange.writeCard': { aside: sealed },
  'exchange.rotate': { aside: sealed },
  'exchange.revoke': { aside: sealed },
  'exchange.registerStick': { aside: sealed },
  'exchange.sticks': { aside: sealed },

  'conflict.list': { shows: () => ({ settled: false }) },
  'conflict.resolve': {
    refuses: ({ conflict }) => ({ writeId: randomUUID(), id: conflict, choice: 'stands' }),
  },
  'twin.list': { shows: () => ({}) },
  'twin.merge': {
    refuses: ({ twins, guardian }) => ({ writeId: randomUUID(), id: twins, keep: guardian }),
  },
  'twin.part': { refuses: ({ twins }) => ({ writeId: randomUUID(), id: twins }) },
  'twin.renumber': { refuses: ({ twins }) => ({ writeId: randomUUID(), id: twins }) },
  'twin.keepApart': { refuses: ({ twins }) => ({ id: twins }) },
  'returned.list': { shows: () => ({}) },
  'returned.duplicates': { shows: () => ({}) },
  'returned.waiting': { shows: () => ({}) },
  'returned.retry': { hides: () => ({}) },
};

const asked = Object.entries(ways).flatMap(([name, way]) => ('aside' in way ? [] : [[name, way] as const]));

let town: SensitiveTown;

beforeAll(async () => {
  town = await sensitiveTown();
}, 120_000);

/** What a call gives: its reply, bytes in it spelt out. */
async function given(
  name: string,
  input: unknown,
): Promise<{ readonly isOk: boolean; readonly text: string }> {
  const reply = await town.desk.askAnything(name, input);
  const text = JSON.stringify(reply, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value,
  );
  return { isOk: reply.ok, text };
}

const secretsIn = (text: string): readonly string[] => town.secrets.filter((secret) => text.includes(secret));

test('every call is said to show, refuse or hide sensitive records, or to have nothing to do with them', () => {
  const there = Object.entries(calls).flatMap(([name, { at }]) => (at === 'dbhost' ? [name] : []));
  expect(Object.keys(ways).toSorted()).toEqual(there.toSorted());
  expect(asked.length).toBeGreaterThan(50);
});

test.each(asked)('%s gives nothing of a sensitive ledger to who may not open it', async (name, way) => {
  const input = Object.values(way)[0]?.(town);
  town.seat({ user: `barred ${name}`, seesSensitive: false });
  const reply = await given(name, input);
  expect({ name, secrets: secretsIn(reply.text) }).toEqual({ name, secrets: [] });
  if ('refuses' in way) expect({ name, isOk: reply.isOk }).toEqual({ name, isOk: false });
});

test.each(asked.filter(([, way]) => 'shows' in way))(
  '%s shows sensitive records to who may open them',
  async (name, way) => {
    const input = Object.values(way)[0]?.(town);
    town.seat({ user: `open ${name}`, seesSensitive: true });
    const { text } = await given(name, input);
    expect({ name, hasShown: secretsIn(text).length > 0, text }).toMatchObject({ name, hasShown: true });
  },
);

test.each(asked.filter(([, way]) => 'hides' in way))(
  '%s is answered, or closed, without a value whoever asks',
  async (name, way) => {
    const input = Object.values(way)[0]?.(town);
    town.seat({ user: `open ${name}`, seesSensitive: true });
    expect(await given(name, input)).toMatchObject({ isOk: true });
  },
);

test('conflicts, twins, rows sent back and rows that wait are counted for who may open them, as they are listed', async () => {
  const { desk, seat } = town;
  const numbersFor = async (seesSensitive: boolean) => {
    seat({ user: `counts ${String(seesSensitive)}`, seesSensitive });
    const { conflicts, twins, returned, waiting } = await desk.value('exchange.overview', {});
    const lists = [
      await desk.value('conflict.list', { settled: false }),
      await desk.value('returned.list', {}),
      await desk.value('returned.waiting', {}),
    ];
    expect([conflicts, returned, waiting]).toEqual(lists.map(({ length }) => length));
    const { left } = await desk.value('returned.retry', {});
    expect(left).toBe(waiting);
    return { conflicts, twins, returned, waiting };
  };
  expect(await numbersFor(true)).toMatchObject({ conflicts: 1, returned: 1, waiting: 1 });
  expect(await numbersFor(false)).toEqual({ conflicts: 0, twins: 0, returned: 0, waiting: 0 });
});

test('what was shown stands in the log under the name of who saw it, and nothing was written to a file for the others', async () => {
  const looks = await town.close();
  const users = new Set(looks.map(({ user }) => user));
  const shown = asked.filter(([, way]) => 'shows' in way).map(([name]) => `open ${name}`);
  expect(shown.length).toBeGreaterThan(15);
  expect(shown.filter((user) => !users.has(user))).toEqual([]);
  expect([...users].filter((user) => user.startsWith('barred'))).toEqual([]);
  for (const name of [
    'errors.xlsx',
    'template.xlsx',
    'x.csv',
    'copy.db',
    'figures.xlsx',
    'table.xlsx',
    'looks.xlsx',
  ])
    expect({ name, exists: existsSync(town.out(name)) }).toEqual({ name, exists: false });
});
