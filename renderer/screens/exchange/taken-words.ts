import type { z } from 'zod';
import type { takenFile } from '../../../electron/contract/exchange-calls.ts';
import type { Say, TextKey } from '../../text/index.ts';
import { rangesText } from './ranges-text.ts';

/** What became of a file that was taken in. */
export type TakenFile = z.infer<typeof takenFile>;

/** Look of a result: done, to be looked at, not taken. */
export type Tone = 'done' | 'due' | 'wrong';

/** How a file's result is marked. */
export function toneOf(file: TakenFile): Tone {
  if (file.status === 'refused') return 'wrong';
  if (file.status === 'fork' || file.alarm === 'copy') return 'wrong';
  const asks =
    file.returned + file.conflicts + file.duplicates + file.unfit > 0 ||
    file.problem !== null ||
    file.isRestored ||
    file.alarm !== null;
  return file.status === 'held' || file.status === 'skipped' || asks ? 'due' : 'done';
}

/** Everything to be said of a file, the most important sentence first. */
export function sentencesOf(file: TakenFile, t: Say): readonly string[] {
  if (file.status === 'refused') return [file.problem?.text ?? t('exchange.receive.unreadable')];
  // Accepted, but the answer did not get onto the stick: the reason tells what to do.
  const problem = file.problem === null ? [] : [file.problem.text];
  return [mainSentence(file, t), ...problem, ...noteSentences(file, t)];
}

function mainSentence(file: TakenFile, t: Say): string {
  const { sender, accepted, changed, returned } = file;
  const wrote = file.wrote ?? '';
  if (file.kind === 'receipt' && file.status === 'repeated') return t('exchange.taken.receipt.repeated');
  if (file.kind === 'receipt' && file.status === 'applied')
    return t('exchange.taken.receipt', { accepted, returned });
  switch (file.status) {
    case 'accepted':
      return t(acceptedKey(file), { sender, wrote });
    case 'held':
      return t('exchange.taken.held', { missing: rangesText(file.missing, t('list.comma')) });
    case 'fork':
      return t('exchange.taken.fork', { accepted });
    case 'repeated':
    case 'skipped':
      return t(`exchange.taken.${file.status}`);
    default:
      return changed === 0
        ? t('exchange.taken.applied.same', { accepted })
        : t('exchange.taken.applied', { accepted, changed });
  }
}

function acceptedKey(file: TakenFile): TextKey {
  if (file.kind === 'request')
    return file.wrote === null ? 'exchange.taken.request.only' : 'exchange.taken.request';
  if (file.kind === 'certificate') return 'exchange.taken.certificate';
  return file.wrote === null ? 'exchange.taken.card.only' : 'exchange.taken.card';
}

function noteSentences(file: TakenFile, t: Say): readonly string[] {
  const { returned, conflicts, duplicates, entered, unfit, released } = file;
  const isReceipt = file.kind === 'receipt';
  const returnedKey = isReceipt ? 'exchange.taken.receipt.returned' : 'exchange.taken.returned';
  return [
    returned > 0 ? t(returnedKey, { count: returned }) : '',
    conflicts > 0 ? t('exchange.taken.conflicts', { count: conflicts }) : '',
    duplicates > 0 ? t('exchange.taken.duplicates', { count: duplicates }) : '',
    entered > 0 ? t('exchange.taken.entered', { count: entered }) : '',
    unfit > 0 ? t('exchange.taken.unfit', { count: unfit }) : '',
    file.isRestored ? t('exchange.taken.restored') : '',
    file.alarm === null ? '' : t(`exchange.taken.alarm.${file.alarm}`),
    released.length > 0
      ? t('exchange.taken.released', { numbers: released.map(String).join(t('list.comma')) })
      : '',
  ].filter((sentence) => sentence !== '');
}
