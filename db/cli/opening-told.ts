import { words, type Localized } from '../model/localized.ts';
import type { OpeningPhase, OpeningProgress } from '../store/api.ts';
import type { Context } from './command.ts';

const phases: Readonly<Record<OpeningPhase, Localized>> = {
  'restoring-lists': words('正在补建列表索引', 'rebuilding indexes of lists'),
  'backing-up': words('正在备份数据库', 'backing up the database'),
  counting: words('正在清点数据', 'counting what is there'),
  upgrading: words('正在升级数据', 'upgrading the data'),
  checking: words('正在核对升级后的数据', 'checking the upgraded data'),
  indexing: words('正在重建搜索索引', 'rebuilding the search index'),
  absorbing: words('正在启用以前收到、当时不认识的内容', 'taking over what arrived before it was known here'),
  following: words('正在补算新增的栏目', 'working out new fields'),
};

const MEGABYTE = 2 ** 20;

/** Hears an opening and says on stderr what is done to the file first: a line for each step, on a terminal also how far it is. */
export function openingTold(
  context: Pick<Context, 'say' | 'progress' | 'language'>,
): (told: OpeningProgress) => void {
  let at: OpeningPhase | null = null;
  return ({ phase, done, total }) => {
    if (phase !== at) context.say(`${phases[phase][context.language]}${sizeOf(phase, total)}`);
    at = phase;
    if (phase !== 'backing-up') context.progress(done, total);
  };
}

/** A backup does not say how far it is; how much it is says how long it may take. */
const sizeOf = (phase: OpeningPhase, total: number): string =>
  phase === 'backing-up' ? ` (${String(Math.ceil(total / MEGABYTE))} MB)` : '';
