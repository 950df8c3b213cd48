import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { workFolder, zw } from './zw.ts';

const { folder, remove } = workFolder();
const db = path.join(folder, 'town.db');
const acted = z.looseObject({
  from: z.string(),
  to: z.string(),
  due: z.string().nullable(),
  explanation: z.string().nullable(),
});
const refused = z.object({
  error: z.object({
    code: z.string(),
    details: z.looseObject({ findings: z.array(z.looseObject({ code: z.string() })) }),
  }),
});

/** One call on the town, at four in the afternoon of Wednesday 30 September 2026; 1–7 October are off. */
const call = (args: readonly string[]) =>
  zw([...args, '--db', db], { env: { ZW_NOW: '2026-09-30T08:00:00Z' } });
const codes = async (args: readonly string[]) =>
  refused.parse((await call(args)).json).error.details.findings.map(({ code }) => code);
let id = '';

beforeAll(async () => {
  expect((await call(['practice', '--people', '1000', '--seed', '3'])).code).toBe(0);
  const villages = z
    .object({ rows: z.array(z.looseObject({ code: z.string() })) })
    .parse((await call(['list', 'division', '--where', '{"level":"5"}', '--limit', '1'])).json);
  const issue = {
    title: '楼道堆放杂物',
    category: '01',
    issue_source: '02',
    reported_at: '2026-09-30 15:30',
    village: villages.rows[0]?.code,
    place_text: '银龙路10号二楼',
    description: '二楼楼道堆放纸箱',
  };
  id = z.object({ id: z.string() }).parse((await call(['save', 'issue', JSON.stringify(issue)])).json).id;
  const accept = await call(['act', 'issue', id, 'accept', '{"category":"01","level":"01"}']);
  expect(accept.code, accept.error).toBe(0);
});
afterAll(remove);

describe('zw act', () => {
  it('shows what an action would do without doing it', async () => {
    const shown = acted.parse(
      (await call(['act', 'issue', id, 'dispatch', '{"dispatched_to":"消防所","limit_days":3}', '--dry-run']))
        .json,
    );
    expect(shown).toMatchObject({ from: '20', to: '30' });
    expect(z.object({ state: z.string() }).parse((await call(['case', 'issue', id])).json).state).toBe('20');
  });

  it('takes it, tells the deadline with its reason, and keeps the step', async () => {
    const done = acted.parse(
      (
        await call([
          'act',
          'issue',
          id,
          'dispatch',
          '{"dispatched_to":"消防所","limit_days":3}',
          '--actor',
          '梁队长',
        ])
      ).json,
    );
    expect(done.due).toMatch(/^2026-10-10T08:00/);
    expect(done.explanation).toContain('国庆节');
    const state = z
      .object({ state: z.string(), steps: z.array(z.looseObject({ actor: z.string() })) })
      .parse((await call(['case', 'issue', id])).json);
    expect(state.state).toBe('30');
    expect(state.steps.at(-1)?.actor).toBe('梁队长');
  });

  it('refuses with exit code 1 what the state, the role or a plain save do not allow', async () => {
    expect((await call(['act', 'issue', id, 'close', '{}'])).code).toBe(1);
    expect(await codes(['act', 'issue', id, 'close', '{}'])).toEqual(['workflow-state']);
    const take = ['act', 'issue', id, 'take', '{"handler_name":"黄伟"}', '--roles', 'reporter'];
    expect(await codes(take)).toEqual(['workflow-role']);
    expect(await codes(['save', 'issue', `{"id":"${id}","status":"70"}`])).toEqual(['workflow-guarded']);
  });

  it('takes an action or a ledger it does not know as wrong usage', async () => {
    expect((await call(['act', 'issue', id, 'explode', '{}'])).code).toBe(2);
    expect((await call(['case', 'person', id])).code).toBe(2);
  });
});
