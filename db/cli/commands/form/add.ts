import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { examineForm } from '../../../exchange/forms/fill-form.ts';
import { FormRefused } from '../../../exchange/forms/form-refused.ts';
import { keepFormFile } from '../../../exchange/forms/saved-form.ts';
import { formKinds, readPlaces, writePlaces, type FormPlace } from '../../../model/forms/form-mapping.ts';
import { formTemplate } from '../../../model/ledgers/base/form-template.ts';
import { words } from '../../../model/localized.ts';
import type { Input } from '../../command.ts';
import { ledgerNamed } from '../../ledger-named.ts';
import { preparedReport } from '../../prepared-figures.ts';
import { Refusal, UsageError } from '../../refusal.ts';
import { readText, storeCommand } from '../../with-store.ts';
import { onForm, toldProblems } from './form-of.ts';

/** `zw form add FILE`: keeps a form of a superior office. Wrong marks are told, and kept: they can be put right later. */
export const formAddCommand = storeCommand({
  name: 'form add',
  summary: words(
    '存入上级下发的表格，检查其中的标记',
    'Keeps a form of a superior office and checks its marks',
  ),
  positionals: ['FILE.xlsx|FILE.docx'],
  options: {
    ledger: {
      type: 'string',
      value: 'LEDGER',
      required: true,
      help: words('取数台账', 'Ledger it is filled from'),
    },
    kind: {
      type: 'string',
      value: 'record|list',
      required: true,
      help: words('一条记录一张，或多条记录一张', 'Filled with one record, or with a list'),
    },
    name: {
      type: 'string',
      value: 'NAME',
      help: words('表格名称，默认为文件名', 'Name, default that of the file'),
    },
    issuer: { type: 'string', value: 'TEXT', help: words('下发单位', 'Issued by') },
    marks: {
      type: 'string',
      value: 'M.json',
      help: words(
        '文件以外的标记：[{"at":"工作表!B3","text":"{姓名}"}]',
        'Marks beside those of the file: [{"at":"Sheet!B3","text":"{姓名}"}]',
      ),
    },
  },
  prints: '{id, name, marks, problems:[{at, code, token, nearest, text}]}',
  run: (store, input, context) =>
    onForm(async () => {
      const { caller, language } = context;
      const file = input.positionals[0] ?? '';
      const ledger = ledgerNamed(String(input.options['ledger']));
      const kind = formKinds.find((one) => one === input.options['kind']);
      if (kind === undefined) {
        throw new UsageError(words('--kind 应为 record 或 list', '--kind is record or list'));
      }
      const bytes = bytesOf(file);
      const places = marksOf(input);
      const examined = await examineForm({ ledger, kind, bytes, places }, preparedReport(store, context));
      const name = typeof input.options['name'] === 'string' ? input.options['name'] : path.parse(file).name;
      const hash = keepFormFile(store, { bytes, name: path.basename(file), kind: examined.kind });
      const id = randomUUID();
      const { issuer } = input.options;
      const values = {
        name,
        ledger: ledger.id,
        kind,
        file: [hash],
        mapping: writePlaces(places),
        ...(typeof issuer === 'string' ? { issuer } : {}),
      };
      const write = { ledger: formTemplate.id, id, op: 'create', values } as const;
      const outcome = store.write({ writeId: randomUUID(), caller, writes: [write] });
      if (!outcome.ok) {
        const sentence = words('表格没有存入，请检查名称是否重复', 'Not kept; perhaps the name is taken');
        throw new Refusal(outcome.problem.code, sentence, { ...outcome.problem });
      }
      return { id, name, marks: examined.marks, problems: toldProblems(examined.problems, language) };
    }),
});

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new FormRefused('no-file');
  }
}

function marksOf({ options }: Input): readonly FormPlace[] {
  const { marks } = options;
  const places = typeof marks === 'string' ? readPlaces(readText(marks)) : [];
  if (places !== null) return places;
  throw new UsageError(words('--marks 的内容有误', 'The content of --marks is wrong'));
}
