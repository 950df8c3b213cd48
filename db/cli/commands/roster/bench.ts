import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { words } from '../../../model/localized.ts';
import { benchInstance, type InstanceResult } from '../../../planner/public/bench-instance.ts';
import type { Command } from '../../command.ts';
import { Refusal } from '../../refusal.ts';
import { wholeNumber } from '../../with-store.ts';

/** `zw roster bench`: public shift-scheduling instances, read where they lie, solved one after the other. */
export const rosterBenchCommand: Command = {
  name: 'roster bench',
  summary: words(
    '用公开排班算例（Curtois 与 Qu 格式）检验求解器，逐个复核',
    'Solves public instances (Curtois and Qu) and checks every roster',
  ),
  positionals: ['DIR'],
  options: {
    limit: {
      type: 'string',
      value: 'S',
      help: words('每个算例的秒数，默认 60', 'Seconds for each instance, default 60'),
    },
  },
  prints:
    '[{instance, feasible, cost, bound, gap, proven, seconds, cpu_s, work, course:[{seconds, cost, bound}], problems:[…]}]',
  run: async (input, context) => {
    const limit_s = wholeNumber(input, 'limit', { fallback: 60, min: 1, max: 86_400 });
    const folder = input.positionals[0] ?? '';
    const results: InstanceResult[] = [];
    for (const { name, text } of instancesIn(folder)) {
      const result = await benchInstance(name, text, { limit_s });
      context.say(`${name}: ${String(result.cost)} ≥ ${String(result.bound)} (${String(result.seconds)} s)`);
      results.push(result);
    }
    return results;
  },
};

/** Every text file that has a horizon, `Instance2` before `Instance10`. */
function instancesIn(folder: string): readonly { readonly name: string; readonly text: string }[] {
  return filesIn(folder)
    .filter((file) => file.endsWith('.txt'))
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((file) => ({
      name: path.basename(file, '.txt'),
      text: readFileSync(path.join(folder, file), 'utf8'),
    }))
    .filter(({ text }) => /^\s*SECTION_HORIZON/m.test(text));
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const text = words(`文件夹读不出：${folder}`, `Cannot read the folder ${folder}`);
    throw new Refusal('bad-file', text, { kind: error.code, folder });
  }
}
