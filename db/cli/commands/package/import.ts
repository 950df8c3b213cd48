import path from 'node:path';
import type { ReceiptResult } from '../../../exchange/sync/receipt.ts';
import { takeIn, type TakenIn } from '../../../exchange/sync/take-in.ts';
import { words } from '../../../model/localized.ts';
import { holdFolderOf } from '../../exchange/open-node.ts';
import { exchangeRefused } from '../../exchange/told.ts';
import { databaseFile, storeCommand } from '../../with-store.ts';

/** `zw package import`: a receipt, corrections from above, or what a restored file lacks. */
export const packageImportCommand = storeCommand({
  name: 'package import',
  summary: words('导入回执或下发包', 'Takes in a receipt or what came down'),
  positionals: ['FILE'],
  options: {},
  prints:
    '{kind:"receipt"|"down"|"give-back", status, accepted, returned, conflicts, duplicates, replies:{entered, unfit}, acknowledged, alarm, released}',
  run: async (store, input, context) => {
    const result = await takeIn(store.sync, {
      file: path.resolve(input.positionals[0] ?? ''),
      holdFolder: holdFolderOf(databaseFile(input)),
      now: context.now,
      onProgress: (done, total) => context.progress(done, total),
    });
    if (!result.ok) throw exchangeRefused(result);
    return result.status === 'receipt' ? receiptJson(result) : downJson(result);
  },
});

const noReplies = { entered: 0, unfit: 0 };

/** The outcome of a repeated package is that of the first time; this time nothing was entered. */
const repliesIn = (status: TakenIn['status'], outcome: TakenIn['outcome']): typeof noReplies =>
  status === 'repeated' ? noReplies : (outcome?.replies ?? noReplies);

const receiptJson = ({
  kind,
  status,
  number,
  accepted,
  returned,
  duplicates,
  acknowledged,
  alarm,
}: ReceiptResult) => ({
  kind,
  status,
  number,
  accepted,
  returned,
  conflicts: 0,
  duplicates,
  replies: noReplies,
  acknowledged,
  alarm,
  released: 0,
});

const downJson = ({ kind, status, to, outcome, released }: TakenIn) => ({
  kind: kind === 'give-back' ? kind : 'down',
  status,
  number: to,
  accepted: outcome?.accepted ?? 0,
  returned: outcome?.returned.length ?? 0,
  conflicts: outcome?.conflicts ?? 0,
  duplicates: outcome?.duplicates.length ?? 0,
  replies: repliesIn(status, outcome),
  acknowledged: null,
  alarm: null,
  released: released.length,
});
