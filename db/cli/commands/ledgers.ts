import { areas } from '../../model/define-ledger.ts';
import { words } from '../../model/localized.ts';
import { ledgers } from '../../model/registry.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../refusal.ts';

/** `zw ledgers`: which ledgers there are, whose parts they are, and which are sensitive. */
export const ledgersCommand: Command = {
  name: 'ledgers',
  summary: words('列出全部台账，或一个分区的台账', 'Lists the ledgers, or those of an area'),
  positionals: [],
  options: {
    area: { type: 'string', value: 'AREA', help: words('只列这个分区', 'Only those of this area') },
  },
  prints: '[{id, label, area, revision, source, sensitive, partOf: ledger|null}]',
  run: ({ options }, { language }) => {
    const { area } = options;
    if (area !== undefined && !Object.keys(areas).includes(String(area))) {
      const known = Object.keys(areas).join(', ');
      throw new UsageError(
        words(`没有分区 ${String(area)}，有 ${known}`, `No area ${String(area)}; there are ${known}`),
      );
    }
    return ledgers
      .filter((ledger) => area === undefined || ledger.area === area)
      .map(({ id, label, area: of, revision, source, sensitive, partOf, fields }) => ({
        id,
        label: label[language],
        area: of,
        revision,
        source,
        sensitive,
        partOf: fields[partOf ?? '']?.target ?? null,
      }));
  },
};
