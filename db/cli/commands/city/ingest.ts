import path from 'node:path';
import { takeIn, type TakeInResult, type TakenIn } from '../../../exchange/sync/take-in.ts';
import { exchangeRefusalText } from '../../../exchange/sync/refusal.ts';
import { divisionCodeOf } from '../../../exchange/sync/unit.ts';
import { words } from '../../../model/localized.ts';
import type { Context } from '../../command.ts';
import { parentCommand } from '../../exchange/open-node.ts';
import { RefusedInPart } from '../../refusal.ts';

/** `zw city ingest`: takes packages in, in any order and however often. */
export const cityIngestCommand = parentCommand({
  name: 'city ingest',
  summary: words('导入下级数据包，可一次多个', 'Takes in packages of the offices below'),
  positionals: ['FILE'],
  repeats: true,
  options: {},
  prints:
    '{packages:[{file, town, name, status:"applied"|"repeated"|"held"|"refused", reason, from, to, accepted, changed, returned, quarantined, duplicates, conflicts, missing, fork, restored}]}',
  run: async ({ node, holdFolder }, input, context) => {
    const packages: PackageJson[] = [];
    for (const file of input.positionals) {
      const result = await takeIn(node, {
        file: path.resolve(file),
        holdFolder,
        now: context.now,
        onProgress: (done, total) => context.progress(done, total),
      });
      packages.push(...packagesOf(file, result, context));
    }
    const answer = { packages };
    if (packages.some(({ status }) => status === 'refused')) throw new RefusedInPart(answer);
    return answer;
  },
});

type PackageJson = ReturnType<typeof takenJson> | ReturnType<typeof refusedJson>;

function packagesOf(file: string, result: TakeInResult, context: Context): readonly PackageJson[] {
  if (!result.ok) {
    context.say(`${file}: ${exchangeRefusalText(result)[context.language]}`);
    return [refusedJson(file, result.code, exchangeRefusalText(result)[context.language])];
  }
  if (result.status === 'receipt') return [];
  const released = result.released.map((one) => takenJson(null, one, context));
  return [takenJson(file, result, context), ...released];
}

const refusedJson = (file: string, reason: string, message: string) => ({
  file,
  town: null,
  status: 'refused' as const,
  reason,
  message,
  accepted: 0,
  returned: 0,
  quarantined: 0,
});

function takenJson(file: string | null, taken: TakenIn, { language }: Context) {
  const { outcome, missing, sender } = taken;
  const returned = outcome?.returned.length ?? 0;
  return {
    file,
    town: divisionCodeOf(sender.unit),
    name: sender.name,
    status: taken.status === 'fork' ? ('applied' as const) : taken.status,
    reason: reasonOf(taken, language),
    from: taken.from,
    to: taken.to,
    accepted: outcome?.accepted ?? 0,
    changed: outcome?.changed ?? 0,
    returned,
    quarantined: returned,
    duplicates: outcome?.duplicates.length ?? 0,
    conflicts: outcome?.conflicts ?? 0,
    missing,
    fork: taken.status === 'fork',
    restored: taken.isRestored,
    digest: taken.digest,
  };
}

const reasons = {
  held: words(
    '缺少之前的包，已留存，补齐后自动导入',
    'Earlier packages are missing; kept, and taken in when they come',
  ),
  fork: words(
    '同一序号曾收到另一内容：该单位可能有两份数据在用',
    'The same number came with other content: two copies of this office may be in use',
  ),
  restored: words(
    '该单位曾恢复过备份，所缺数据将随回执带回',
    'This office was restored from a backup; what it lacks goes back with the answer',
  ),
} as const;

function reasonOf({ status, isRestored }: TakenIn, language: 'zh' | 'en'): string | null {
  if (status === 'held' || status === 'fork') return reasons[status][language];
  return isRestored ? reasons.restored[language] : null;
}
