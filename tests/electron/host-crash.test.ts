import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createHost, type Host } from '../../electron/main/host/host.ts';
import { forkOnNode } from '../../electron/main/host/host-process.ts';
import { openLog } from '../../electron/main/host/log.ts';
import { newId } from './data-process-fixture.ts';

/** The data process as it ships; vitest.config.ts has it built. */
const script = path.resolve(import.meta.dirname, '../../out/dbhost/index.cjs');

interface Broker {
  readonly host: Host;
  readonly published: { readonly topic: string; readonly payload: unknown }[];
  readonly lastLog: () => string;
}

/** The broker's keeper of the data process, with a real process under it. */
function startBroker(folder = mkdtempSync(path.join(os.tmpdir(), 'zw-host-')), now_ms = Date.now): Broker {
  const published: Broker['published'] = [];
  const log = openLog(path.join(folder, 'logs'), () => new Date());
  const host = createHost({
    start: () => forkOnNode({ script, compiled: path.join(folder, 'compiled') }, process.execPath),
    config: () => ({
      file: path.join(folder, 'town.db'),
      practiceFile: path.join(folder, 'practice.db'),
      practice: { people: 1000, seed: 1, keep: true },
    }),
    publish: (topic, payload) => published.push({ topic, payload }),
    log,
    now_ms,
  });
  return { host, published, lastLog: () => log.tail().join('\n') };
}

async function untilReady({ host }: Broker): Promise<void> {
  for (let i = 0; i < 400; i += 1) {
    const reply = await host.ask('session.status', {}, 'zh');
    if (reply.ok && typeof reply.value === 'object' && reply.value !== null && 'state' in reply.value) {
      if (reply.value.state === 'ready') return;
      if (reply.value.state === 'failed') throw new Error(JSON.stringify(reply.value));
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the practice town did not open');
}

const hostStates = ({ published }: Broker): unknown[] =>
  published.filter(({ topic }) => topic === 'host').map(({ payload }) => payload);

/** Takes the process away as a power cut would, in the middle of whatever it does. */
function kill({ host }: Broker): void {
  const pid = host.pid();
  if (pid === undefined) throw new Error('no process to kill');
  process.kill(pid, 'SIGKILL');
}

describe('code compiled by an earlier start', () => {
  test('is kept in its folder, and damaged or impossible to keep does not stop a start', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'zw-host-'));
    const compiled = path.join(folder, 'compiled');
    await startAndClose(folder);
    const kept = filesOf(compiled);
    expect(kept.length).toBeGreaterThan(3);
    for (const file of kept) writeFileSync(file, Buffer.alloc(statSync(file).size, 7));
    await startAndClose(folder);

    const other = mkdtempSync(path.join(os.tmpdir(), 'zw-host-'));
    writeFileSync(path.join(other, 'compiled'), 'a file where the folder should be');
    await startAndClose(other);
  }, 60_000);

  async function startAndClose(folder: string): Promise<void> {
    const broker = startBroker(folder);
    await untilReady(broker);
    await broker.host.close();
    expect(broker.lastLog()).toBe('');
  }

  const filesOf = (folder: string): readonly string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(folder, name))
      .filter((file) => statSync(file).isFile());
});

describe('a data process killed while it saves', () => {
  /** Each round starts the process anew; `KILL_ROUNDS=100` is the long run. */
  const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 5);

  test(
    'loses nothing that was acknowledged, comes back with the same file, and repeating an unanswered save is harmless',
    { timeout: 30_000 + ROUNDS * 20_000 },
    async () => {
      // An hour between two looks at the clock: crashes far apart, so that restarting is never given up.
      let hours = 0;
      const broker = startBroker(undefined, () => (hours += 1) * 3_600_000);
      await untilReady(broker);
      const acknowledged: string[] = [];
      let unanswered = 0;

      for (let round = 0; round < ROUNDS; round += 1) {
        setTimeout(
          () => {
            kill(broker);
          },
          20 + round * 17,
        );
        for (let isAlive = true; isAlive;) {
          const save = {
            writeId: newId(),
            ledger: 'division',
            id: newId(),
            base: 0,
            values: {
              code: `9${String(acknowledged.length + 100_000).padStart(11, '0')}`,
              name: '测试社区',
              level: '5',
            },
          };
          const reply = await broker.host.ask('record.save', save, 'zh');
          if (reply.ok) {
            acknowledged.push(save.id);
            continue;
          }
          expect(reply.failure.code).toBe('host-gone');
          isAlive = false;
          unanswered += 1;
          await untilReady(broker);
          const repeated = await broker.host.ask('record.save', save, 'zh');
          expect(repeated).toMatchObject({ ok: true, value: { id: save.id, version: 1 } });
          acknowledged.push(save.id);
        }
      }

      expect(unanswered).toBe(ROUNDS);
      expect(acknowledged.length).toBeGreaterThan(ROUNDS);
      for (const id of acknowledged) {
        const reply = await broker.host.ask('record.get', { ledger: 'division', id }, 'zh');
        expect(reply).toMatchObject({ ok: true, value: { id, version: 1 } });
      }
      const restarts = hostStates(broker).slice(0, 2);
      expect(restarts).toEqual([{ state: 'restarting' }, { state: 'up' }]);
      await broker.host.close();
    },
  );

  test(
    'three times in five minutes is given up, and every question says so at once',
    { timeout: 60_000 },
    async () => {
      const broker = startBroker();
      for (let i = 0; i < 3; i += 1) {
        await untilReady(broker);
        kill(broker);
        await broker.host.ask('job.list', {}, 'zh');
      }
      for (let i = 0; i < 100 && hostStates(broker).length < 5; i += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      const reply = await broker.host.ask('session.status', {}, 'zh');

      expect(hostStates(broker).at(-1)).toEqual({ state: 'given-up' });
      expect(reply).toMatchObject({ ok: false, failure: { code: 'host-gone', kind: 'given-up' } });
      await broker.host.close();
    },
  );

  test('asked to close, ends by itself with its file closed', { timeout: 60_000 }, async () => {
    const broker = startBroker();
    await untilReady(broker);
    const pid = broker.host.pid();
    await broker.host.close();

    expect(broker.lastLog()).not.toContain('killed');
    expect(() => process.kill(pid ?? 0, 0)).toThrow('ESRCH');
    expect(hostStates(broker)).toEqual([]);
    expect(await broker.host.ask('session.status', {}, 'zh')).toMatchObject({
      failure: { code: 'host-gone' },
    });
  });
});
