import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Values } from '../../../../db/model/field-kind.ts';
import type { ReplyKind } from '../../../../db/model/workflow/workflow-spec.ts';
import { startPostgres, whyNoPostgres, type TestServer } from '../../city/start-postgres.ts';
import { clerk, townAndCity, type TownAndCity } from './town-and-city.ts';

/** A case as a clerk enters it, how it is handed up, and where what the city says must stand. */
interface Handing {
  readonly ledger: string;
  readonly values: (village: string) => Values;
  readonly action: string;
  readonly given: Values;
  readonly state: string;
  readonly isWith: string;
  readonly back: string;
  readonly done: string;
  readonly text: string;
}

const handings: readonly Handing[] = [
  {
    ledger: 'liaison_opinion',
    values: (village) => ({
      title: '公交加班次',
      collected_on: '2026-11-20',
      way: '1',
      village,
      matter: '01',
      content: '早高峰候车超过半小时',
      resident_name: '陈志明',
    }),
    action: 'report_up',
    given: { unit: '市交通运输局', deadline: '2026-12-20' },
    state: 'state',
    isWith: '25',
    back: '10',
    done: '30',
    text: 'answer',
  },
  {
    ledger: 'dispute',
    values: (village) => ({ title: '跨镇征地补偿纠纷', kind: '17', occur_date: '2026-11-20', village }),
    action: 'to_city',
    given: {},
    state: 'status',
    isWith: '36',
    back: '20',
    done: '20',
    text: 'resolve_detail',
  },
];

describe.skipIf(whyNoPostgres() !== null).each(['sqlite', 'postgres'] as const)(
  'cases handed up to a city on %s',
  { timeout: 120_000 },
  (kind) => {
    let server: TestServer | null = null;
    let places: TownAndCity;
    beforeAll(async () => {
      if (kind === 'postgres') server = await startPostgres();
      places = await townAndCity(server?.newDatabase() ?? null);
    }, 120_000);
    afterAll(async () => {
      await places.close();
      await server?.stop();
    });

    const handUp = (of: Handing, id: string): void => {
      const { ledger, action, given: values } = of;
      if (places.town.get(ledger, id, clerk) === null) places.save(ledger, id, of.values(places.village));
      const ids = { writeId: randomUUID(), stepId: randomUUID(), newId: randomUUID() };
      const opinion = '超出镇级权限';
      const outcome = places.town.act({ ledger, id, action, values, opinion, caller: clerk, ...ids });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
    };
    const answer = async (
      [ledger, id]: readonly [string, string],
      what: ReplyKind,
      said: string,
    ): Promise<void> => {
      const number = what === 'returned' ? null : `DG-${id}`;
      const of = { ledger, id, kind: what, number, content: said, documents: [], replyId: randomUUID() };
      const { store, postgres } = places.city;
      const outcome =
        (await postgres?.answerCase({ ...of, town: places.code, author: '王工' })) ??
        store?.sync.replies.answer({ ...of, by: '王工', writeId: randomUUID(), caller: clerk });
      if (outcome?.ok !== true) throw new Error(JSON.stringify(outcome));
    };
    const valuesOf = ({ ledger }: Handing, id: string): Values =>
      places.town.get(ledger, id, clerk)?.values ?? {};

    it.each(handings)('of $ledger are sent back, accepted and answered, each once', async (of) => {
      const { ledger, state } = of;
      const id = `${ledger}-1`;
      handUp(of, id);
      await places.up();
      expect(valuesOf(of, id)[state]).toBe(of.isWith);
      await answer([ledger, id], 'returned', '请先由镇核实');
      expect((await places.down())?.outcome?.replies).toEqual({ entered: 1, unfit: 0 });
      expect(valuesOf(of, id)[state]).toBe(of.back);
      expect(places.town.caseState(ledger, id, clerk)?.steps.at(-1)).toMatchObject({
        actor: '东莞市',
        opinion: '请先由镇核实',
      });

      handUp(of, id);
      await places.up();
      await answer([ledger, id], 'accepted', '已转市级部门');
      await answer([ledger, id], 'finished', '市级已协调办理');
      expect((await places.down())?.outcome?.replies).toEqual({ entered: 2, unfit: 0 });
      expect(valuesOf(of, id)).toMatchObject({
        [state]: of.done,
        city_no: `DG-${id.toUpperCase()}`,
        [of.text]: '市级已协调办理',
      });
    });
  },
);
