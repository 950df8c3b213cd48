import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { inspectSheet } from '../../exchange/sheet/import/inspect-sheet.ts';
import {
  type ImportOutcome,
  type ImportProgress,
  resumeImport,
  startImport,
} from '../../exchange/sheet/import/import-sheet.ts';
import { type ColumnMapping, idColumn, type SheetAnswer } from '../../exchange/sheet/import/import-types.ts';
import { writeErrors } from '../../exchange/sheet/import/write-errors.ts';
import { refusals } from '../../exchange/sheet/read/sheet-refused.ts';
import type { AnyLedger } from '../../model/define-ledger.ts';
import { words } from '../../model/localized.ts';
import type { Store } from '../../store/api.ts';
import type { Input, StoreContext } from '../command.ts';
import { ledgerNamed } from '../ledger-named.ts';
import { Refusal, UsageError } from '../refusal.ts';
import { readText, storeCommand } from '../with-store.ts';

/** `zw import LEDGER FILE`: good rows in, every bad cell named. */
export const importCommand = storeCommand({
  name: 'import',
  summary: words(
    '导入 xlsx 或 csv；逐格报告错误，正确的行照常导入',
    'Imports xlsx or csv: names every bad cell, takes the good rows',
  ),
  positionals: ['LEDGER', 'FILE'],
  options: {
    'dry-run': { type: 'boolean', help: words('只检查，不写入', 'Check only, write nothing') },
    errors: {
      type: 'string',
      value: 'OUT.xlsx',
      help: words('把未导入的行写入该文件，改正后可再导入', 'Write refused rows to this workbook'),
    },
    map: {
      type: 'string',
      value: 'M.json',
      help: words(
        '列对应：{"表头": "字段"}，null 表示不导入该列',
        'Columns: {"header": "field"}; null leaves one out',
      ),
    },
    sheet: { type: 'string', value: 'NAME', help: words('工作表，默认第一个', 'Sheet, default the first') },
    resume: {
      type: 'string',
      value: 'BATCH',
      help: words('继续被中断的导入', 'Continue an import that was cut off'),
    },
  },
  prints:
    '{batch, read, created, updated, unchanged, rejected, errors:[{row, column, field, value, code, reason}]}',
  run: async (store, input, context) => {
    const ledger = ledgerNamed(input.positionals[0]);
    const answer = await runImport(store, ledger, { input, context });
    if (!answer.ok) {
      const { code, details } = answer.refusal;
      throw new Refusal('bad-file', filled(refusals[code], details), { kind: code, ...details });
    }
    const { result, failures } = answer.value;
    const out = input.options['errors'];
    if (typeof out === 'string' && failures.count > 0)
      await writeErrors(failures, path.resolve(out), context.language);
    return { ...result, errors: allErrors(answer.value, { ledger, context }) };
  },
});

function filled(
  text: { readonly zh: string; readonly en: string },
  details: Readonly<Record<string, string | number>>,
): { zh: string; en: string } {
  const fill = (sentence: string): string =>
    sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));
  return { zh: fill(text.zh), en: fill(text.en) };
}

async function runImport(
  store: Store,
  ledger: AnyLedger,
  { input, context }: { readonly input: Input; readonly context: StoreContext },
): Promise<SheetAnswer<ImportOutcome>> {
  const { caller, now } = context;
  const file = path.resolve(input.positionals[1] ?? '');
  const progress: ImportProgress = (done, total) => {
    context.progress(done, total);
    return true;
  };
  const resumed = input.options['resume'];
  if (typeof resumed === 'string')
    return resumeImport({ store, ledger, caller, batch: resumed, file, now }, progress);
  const sheet = typeof input.options['sheet'] === 'string' ? { sheet: input.options['sheet'] } : {};
  const mapped = await mappingOf(ledger, { input, file, sheet });
  if (!mapped.ok) return mapped;
  const mapping = mapped.value === null ? {} : { mapping: mapped.value };
  const dryRun = input.options['dry-run'] === true;
  return startImport(
    { store, ledger, caller, batch: randomUUID(), file, ...sheet, ...mapping, dryRun, now },
    progress,
  );
}

const mapShape = z.record(z.string(), z.string().nullable());

/** Columns by the file of `--map`; headers it does not name are matched as always. `null` = no such option. */
async function mappingOf(
  ledger: AnyLedger,
  {
    input,
    file,
    sheet,
  }: { readonly input: Input; readonly file: string; readonly sheet: { readonly sheet?: string } },
): Promise<SheetAnswer<readonly ColumnMapping[] | null>> {
  const mapFile = input.options['map'];
  if (typeof mapFile !== 'string') return { ok: true, value: null };
  const map = readMap(readText(mapFile));
  const wrong = Object.values(map).find(
    (field) => field !== null && field !== idColumn && !Object.hasOwn(ledger.fields, field),
  );
  if (typeof wrong === 'string')
    throw new UsageError(words(`--map 的字段不存在：${wrong}`, `--map names no field: ${wrong}`));
  const inspected = await inspectSheet({ ledger, file, ...sheet });
  if (!inspected.ok) return inspected;
  const mapping = inspected.value.columns.map(({ index, header, field }) => ({
    index,
    field: Object.hasOwn(map, header) ? (map[header] ?? null) : field,
  }));
  return { ok: true, value: mapping };
}

function readMap(text: string): z.infer<typeof mapShape> {
  try {
    return mapShape.parse(JSON.parse(text));
  } catch {
    throw new UsageError(
      words('--map 应为 JSON：{"表头": "字段"}', '--map must be JSON: {"header": "field"}'),
    );
  }
}

/** Longest piece of a cell's text repeated in an error, as in the window. */
const SHOWN_CHARACTERS = 100;

/** Every bad cell. The window lists the first 500; a script gets them all. */
function allErrors(
  { result, failures }: ImportOutcome,
  { ledger, context }: { readonly ledger: AnyLedger; readonly context: StoreContext },
): readonly unknown[] {
  if (result.errors.length < 500) return result.errors;
  const fieldByLabel = new Map(
    Object.entries(ledger.fields).map(([name, f]) => [f.label[context.language], name]),
  );
  return [...failures.rows()].flatMap(({ row, cells, problems }) =>
    problems.map(({ column, title, code, reason }) => ({
      row,
      column: title,
      field: fieldByLabel.get(title) ?? null,
      value: [...(cells[column] ?? '')].slice(0, SHOWN_CHARACTERS).join(''),
      code,
      reason,
    })),
  );
}
