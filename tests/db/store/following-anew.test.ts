import { expect, test } from 'vitest';
import { registry } from '../../../db/model/registry.ts';
import type { OpeningProgress } from '../../../db/store/index.ts';
import { clerk, newStore, opened, rawFile } from './fixture.ts';

// Fields that follow from parts, in a file of the time before the ledger had them.

const at = '2026-11-01T02:00:00.000Z';

test('a file of before cases told their next session has it from the last of the sessions entered', () => {
  const { store, options } = newStore({ registry, practice: true });
  const session = (id: string, [med_case, day]: readonly [string, string], values: object) => ({
    id,
    at,
    values: { med_case, held_at: `${day}T02:00:00.000Z`, content: '双方陈述。', ...values },
  });
  store.bulk.add(
    'mediation_case',
    ['goes-on', 'followed', 'agreed', 'none'].map((id) => ({
      id,
      at,
      values: { case_name: id, status: '30' },
    })),
  );
  store.bulk.add('mediation_session', [
    session('s1', ['goes-on', '2026-11-02'], { result: '3', next_at: '2026-11-09T02:00:00.000Z' }),
    session('s2', ['followed', '2026-11-02'], { result: '3', next_at: '2026-11-09T02:00:00.000Z' }),
    session('s3', ['followed', '2026-11-09'], { result: '3', next_at: '2026-11-16T02:00:00.000Z' }),
    session('s4', ['agreed', '2026-11-02'], { result: '3', next_at: '2026-11-09T02:00:00.000Z' }),
    session('s5', ['agreed', '2026-11-09'], { result: '1' }),
  ]);
  store.bulk.finish();
  store.close();
  const raw = rawFile(options);
  raw.exec('DROP INDEX mediation_case_by_status__next_session_at__mediator__removed_at');
  raw.exec('ALTER TABLE mediation_case DROP COLUMN next_session_at');
  raw.exec("UPDATE ledger SET revision = 1 WHERE id = 'mediation_case'");
  raw.close();

  const told: OpeningProgress[] = [];
  const later = opened(options, (one) => told.push(one));

  const next = (id: string) => later.get('mediation_case', id, clerk)?.values['next_session_at'];
  expect(['goes-on', 'followed', 'agreed', 'none'].map(next)).toEqual([
    '2026-11-09T02:00:00.000Z',
    '2026-11-16T02:00:00.000Z',
    null,
    null,
  ]);
  expect(later.checkAll()).toMatchObject({ ok: true, findings: [] });
  expect(told.filter(({ phase }) => phase === 'following')).toEqual([
    { phase: 'following', done: 0, total: 4 },
    { phase: 'following', done: 4, total: 4 },
  ]);
  const [change] = later.history('mediation_case', 'goes-on', clerk);
  expect(change).toMatchObject({ user: '程序升级' });
  later.close();
  const again = opened(options);
  expect(again.history('mediation_case', 'goes-on', clerk)).toHaveLength(2);
  again.close();
});
