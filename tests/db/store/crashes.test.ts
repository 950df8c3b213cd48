import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openStore, StorageError, type Store } from '../../../db/store/index.ts';
import {
  addDweller,
  change,
  clerk,
  created,
  newFolder,
  newStore,
  opened,
  optionsIn,
  save,
} from './fixture.ts';

const rounds = Number(process.env['ZW_KILL_ROUNDS'] ?? 20);
const loop = fileURLToPath(new URL('./save-loop.ts', import.meta.url));

/** Lets a child save until it is killed; returns the acknowledged ids. */
function killedWhileSaving(file: string, round: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [loop, file, String(round)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    let isDue = false;
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      if (isDue) return;
      isDue = true;
      setTimeout(() => child.kill('SIGKILL'), (round * 37) % 60);
    });
    child.on('error', reject);
    child.on('exit', () => {
      resolve(
        output
          .split('\n')
          .slice(0, -1)
          .map((line) => line.replace('ACK ', '')),
      );
    });
  });
}

test(
  'nothing acknowledged is lost and nothing half-written stays when the process is killed while saving',
  { timeout: 600_000 },
  async () => {
    const { store, options } = newStore({ now: () => new Date() });
    store.close();
    let acknowledged = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const ids = await killedWhileSaving(options.file, round);
      expect(ids.every((id) => id.startsWith(`r${round}-`))).toBe(true);
      expect(ids.length).toBeGreaterThan(0);
      const after = opened(options);
      for (const id of ids) expect(after.get('dweller', id, clerk)?.id).toBe(id);
      for (const id of ids.slice(0, -1)) expect(after.get('dweller', id, clerk)?.version).toBe(2);
      expect(after.notices).toEqual([]);
      acknowledged += ids.length;
      if (round % 10 === 0 || round === rounds) expect(after.checkAll().findings).toEqual([]);
      after.close();
    }
    expect(acknowledged).toBeGreaterThan(rounds);
  },
);

test('a full disk stops a write with its reason, keeps everything before it, and work goes on when there is room', () => {
  const { store, options } = newStore();
  store.close();
  // Blocks of 1 KiB: the log may grow to some hundred pages, then the system refuses.
  const limited = spawnSync(
    'bash',
    ['-c', `ulimit -f 900; trap '' XFSZ; exec "$0" "$@"`, process.execPath, loop, options.file, '1', 'fill'],
    {
      encoding: 'utf8',
    },
  );
  const lines = limited.stdout.split('\n');
  const ids = lines.filter((line) => line.startsWith('ACK ')).map((line) => line.slice(4));
  expect(lines.find((line) => line.startsWith('FAILED'))).toMatch(/^FAILED StorageError (disk-full|io)$/);
  expect(ids.length).toBeGreaterThan(5);
  const after = opened(options);
  expect(after.counts()['dweller']).toBe(ids.length);
  expect(after.checkAll().findings).toEqual([]);
  save(after, addDweller('later', { name: '后来' }));
  after.close();
});

test('a disk that is really full is told as such, when creating and when saving', (context) => {
  const folder = mountedTmpfs();
  if (folder === null) {
    context.skip('no small disk can be mounted here; the file size limit above stands in for it');
    return;
  }
  try {
    const options = optionsIn(folder);
    const store = created(options);
    const failure = fillUntilRefused(store);
    expect(failure).toBeInstanceOf(StorageError);
    expect(failure).toMatchObject({ kind: 'disk-full' });
    const kept = store.counts()['dweller'] ?? 0;
    expect(kept).toBeGreaterThan(3);
    expect(() => {
      created(optionsIn(folder, { file: path.join(folder, 'second.db') }));
    }).toThrow('disk-full');
    expect(asRoot(`mount -o remount,size=40m ${folder}`)).toBe(0);
    save(store, addDweller('later', { name: '后来' }));
    expect(store.checkAll().findings).toEqual([]);
    store.close();
    const again = opened(options);
    expect(again.counts()['dweller']).toBe(kept + 1);
    again.close();
  } finally {
    asRoot(`umount -l ${folder}`);
  }
});

function fillUntilRefused(store: Store): unknown {
  for (let i = 0; i < 5000; i += 1) {
    try {
      save(store, addDweller(`d${i}`, { name: `张${i}`, note: '满'.repeat(180) }));
    } catch (error) {
      return error;
    }
  }
  return null;
}

/** Exit code of a shell line; the paths in it are ours. */
function asRoot(line: string): number | null {
  return spawnSync('sh', ['-c', line]).status;
}

/** A 3 MiB memory disk, where the system lets us mount one (root outside a locked-down container). */
function mountedTmpfs(): string | null {
  if (process.getuid?.() !== 0) return null;
  const folder = newFolder();
  return asRoot(`mount -t tmpfs -o size=3m tmpfs ${folder}`) === 0 ? folder : null;
}

test('a lost write-ahead log is noticed, a new lineage begins, and what is there stays', () => {
  const { store, options, folder } = newStore();
  save(store, addDweller('d1', { name: '张伟' }));
  store.checkpoint();
  save(store, addDweller('d2', { name: '李娜' }));
  const crashed = newFolder();
  for (const name of readdirSync(folder)) copyFileSync(path.join(folder, name), path.join(crashed, name));
  store.close();
  truncateSync(path.join(crashed, 'town.db-wal'), 0);
  const after = opened({ ...options, file: path.join(crashed, 'town.db') });
  expect(after.notices).toMatchObject([{ code: 'wal-lost', details: { missing: 1 } }]);
  expect(after.counts()['dweller']).toBe(1);
  expect(after.info.lineage).not.toBe(store.info.lineage);
  save(after, addDweller('d3', { name: '王芳' }));
  expect(after.checkAll().findings.map((finding) => finding.code)).toEqual(['rolled-back']);
  after.close();
  const later = opened({ ...options, file: path.join(crashed, 'town.db') });
  expect(later.notices).toEqual([]);
  expect(later.checkAll().ok).toBe(true);
  later.close();
});

test('an old copy of the file put back is noticed and works on without reusing a change number', () => {
  const { store, options } = newStore();
  save(store, addDweller('d1', { name: '张伟' }));
  store.close();
  copyFileSync(options.file, `${options.file}.copy`);
  const second = opened(options);
  const lost = save(second, change('d1', { age: 5 })).records[0]?.change;
  second.close();
  copyFileSync(`${options.file}.copy`, options.file);
  const third = opened(options);
  expect(third.notices.map((notice) => notice.code)).toEqual(['rolled-back']);
  const fresh = save(third, change('d1', { age: 6 })).records[0]?.change;
  expect(fresh).not.toBe(lost);
  third.close();
});

test('a file ahead of its mark, and a file without one, open without a word', () => {
  const { store, options, folder } = newStore();
  copyFileSync(path.join(folder, 'town.db.mark.json'), path.join(folder, 'old-mark'));
  save(store, addDweller('d1', { name: '张伟' }));
  store.close();
  copyFileSync(path.join(folder, 'old-mark'), path.join(folder, 'town.db.mark.json'));
  const behind = opened(options);
  expect(behind.notices).toEqual([]);
  behind.close();
  rmSync(path.join(folder, 'town.db.mark.json'));
  const without = opened(options);
  expect(without.notices).toEqual([]);
  without.close();
  expect(existsSync(path.join(folder, 'town.db.mark.json'))).toBe(true);
  expect(existsSync(path.join(folder, 'town.db.lock'))).toBe(false);
});

test('a launch whose only write changed nothing is no rolled-back file', () => {
  const { store, options } = newStore();
  save(store, addDweller('d1', { name: '张伟' }));
  store.close();
  const second = opened(options);
  save(second, change('d1', { name: '张伟' }));
  second.close();
  const third = opened(options);
  expect(third.notices).toEqual([]);
  third.close();
});

test('an unfinished bulk load is refused instead of shown as a town', () => {
  const { store, options } = newStore({ practice: true });
  store.bulk.add('dweller', [{ id: 'd1', at: '2026-01-01T00:00:00.000Z', values: { name: '张伟' } }]);
  store.close();
  expect(openStore(options)).toMatchObject({
    ok: false,
    kind: 'damaged',
    details: { reason: 'unfinished-load' },
  });
});

test('bulk loading a real town is refused', () => {
  const { store } = newStore();
  expect(() => {
    store.bulk.add('dweller', [{ id: 'd1', at: '2026-01-01T00:00:00.000Z', values: { name: '张伟' } }]);
  }).toThrow('practice');
  store.close();
});
