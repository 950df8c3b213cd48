import { randomUUID } from 'node:crypto';
import type { AnyLedger } from '../../model/define-ledger.ts';
import { type IntervalSpec, type MoveAction, moveActions } from '../../model/interval-spec.ts';
import { words } from '../../model/localized.ts';
import { reasonText } from '../../model/reasons.ts';
import type { MovePreview, MoveQuestion, Store, WrittenRecord } from '../../store/api.ts';
import type { Input, StoreContext } from '../command.ts';
import { ledgerNamed } from '../ledger-named.ts';
import { readValues } from '../read-values.ts';
import { UsageError } from '../refusal.ts';
import { invalid, jsonObject, storeCommand, written } from '../with-store.ts';

/** `zw move LEDGER ACTION JSON|-`: 迁入, 变更, 迁出, 注销 of a subject of an interval ledger, all in one write. */
export const moveCommand = storeCommand({
  name: 'move',
  summary: words(
    '办理迁入、变更、迁出、注销：结束原来的区间，开始新的区间，同时更新本人记录',
    'Moves the subject of an interval ledger: ends the open interval, opens the next, updates the subject',
  ),
  positionals: ['LEDGER', 'enter|change|leave|cancel', 'JSON|-'],
  options: {
    'dry-run': { type: 'boolean', help: words('只预览，不写入', 'Preview only, write nothing') },
    'end-subject': {
      type: 'boolean',
      help: words('同时注销本人记录（死亡等）', "Ends the subject's own record too (death)"),
    },
    'write-id': {
      type: 'string',
      value: 'UUID',
      help: words(
        '写入编号；重试时用同一编号不会重复写入',
        'Id of this write; repeating it with the same id changes nothing',
      ),
    },
  },
  prints: '{sentence, records:[{ledger, id, change}], subject:[{field, old, now}], warnings:[text]}',
  run: (store, input, context) => {
    const ledger = ledgerNamed(input.positionals[0]);
    const question = questionOf(store, { ledger, interval: intervalOf(ledger) }, { input, context });
    const look = store.lookMove(question);
    if (input.options['dry-run'] === true) {
      if (!look.ok) return written(look);
      if (look.preview.findings.some((f) => f.level === 'error')) throw invalid(look.preview.findings);
      return told(look.preview, [], context);
    }
    const writeId = input.options['write-id'];
    const outcome = store.move({
      ...question,
      writeId: typeof writeId === 'string' ? writeId : randomUUID(),
      newId: randomUUID(),
    });
    const records = written(outcome);
    // Looked at after its own success, a repeated move would be said to be impossible.
    const isFirst = outcome.ok && !outcome.repeated && look.ok;
    return told(isFirst ? look.preview : done, records, context);
  },
});

/** What is said of a move that was carried out before. */
const done: MovePreview = { findings: [], filled: {}, sentence: '', subject: [] };

function told(preview: MovePreview, records: readonly WrittenRecord[], { language }: StoreContext) {
  return {
    sentence: preview.sentence,
    records: records.map(({ ledger, id, change }) => ({ ledger, id, change })),
    subject: preview.subject,
    warnings: preview.findings.map((finding) => reasonText(finding.code, finding.args, language)),
  };
}

/** The intervals of a ledger. @throws UsageError when it has none. */
function intervalOf(ledger: AnyLedger): IntervalSpec {
  if (ledger.interval !== undefined) return ledger.interval;
  throw new UsageError(
    words(`台账“${ledger.id}”不按区间登记`, `The records of "${ledger.id}" are no intervals`),
  );
}

function questionOf(
  store: Store,
  { ledger, interval }: { readonly ledger: AnyLedger; readonly interval: IntervalSpec },
  { input, context }: { readonly input: Input; readonly context: StoreContext },
): MoveQuestion {
  const [, name, json = ''] = input.positionals;
  const action = actionNamed(name);
  const given = jsonObject(json === '-' ? context.readStdin() : json, 'JSON');
  const { [interval.subject]: subject, ...values } = readValues(ledger, given, store.names(context.language));
  if (typeof subject !== 'string') {
    const label = ledger.fields[interval.subject]?.label;
    throw new UsageError(
      words(
        `JSON 中缺少“${interval.subject}”（${label?.zh ?? ''}）`,
        `"${interval.subject}" is missing in the JSON`,
      ),
    );
  }
  return {
    ledger: ledger.id,
    subject,
    action,
    values,
    endsSubject: input.options['end-subject'] === true,
    caller: context.caller,
  };
}

function actionNamed(name: string | undefined): MoveAction {
  const action = moveActions.find((known) => known === name);
  if (action !== undefined) return action;
  const known = moveActions.join(', ');
  throw new UsageError(
    words(`没有“${name ?? ''}”这项操作：${known}`, `There is no action "${name ?? ''}": ${known}`),
  );
}
