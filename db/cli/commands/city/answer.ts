import { randomUUID } from 'node:crypto';
import { divisionCodeOf } from '../../../exchange/sync/unit.ts';
import { words } from '../../../model/localized.ts';
import { replyKinds, type ReplyKind } from '../../../model/workflow/workflow-spec.ts';
import { keepAnswerFiles } from '../../exchange/answer-files.ts';
import { parentCommand } from '../../exchange/open-node.ts';
import { waitingCases } from '../../exchange/towns.ts';
import { textOf } from '../../exchange/told.ts';
import { ledgerNamed } from '../../ledger-named.ts';
import { UsageError } from '../../refusal.ts';
import { callerOf, invalid, written } from '../../with-store.ts';

/** `zw city answer`: accepts, sends back or closes a case handed up; the answer goes down with the next receipt. */
export const cityAnswerCommand = parentCommand({
  name: 'city answer',
  summary: words(
    '答复下级上报的事项：受理、退回或办结，可附 PDF、JPG、PNG 文件，随下次回执下发',
    'Answers a case handed up: accepted, sent back or handled, with files (PDF, JPG, PNG); goes down with the next answer',
  ),
  positionals: ['LEDGER', 'ID', 'accepted|returned|finished', 'FILE'],
  optionalPositionals: 1,
  repeats: true,
  options: {
    town: {
      type: 'string',
      value: 'CODE',
      required: true,
      help: words('事项属于哪个下级', 'Office below whose case it is'),
    },
    number: {
      type: 'string',
      value: 'TEXT',
      help: words('上级案件编号，受理时必填', 'Number given to the case; required with accepted'),
    },
    text: {
      type: 'string',
      value: 'TEXT',
      help: words('退回原因或办理结果', 'Why it is sent back, or how it was handled'),
    },
    by: {
      type: 'string',
      value: 'NAME',
      help: words('答复人，默认本机用户', 'Who answers; default the local user'),
    },
  },
  prints: '{ledger, id, town, kind, reply, documents:[{hash, name, bytes}]}',
  run: async ({ node, city, store }, input, context) => {
    const [name, id = '', kind = '', ...files] = input.positionals;
    const ledger = answeredLedger(name);
    if (!isReplyKind(kind))
      throw new UsageError(words(`答复应为 ${kindNames} 之一`, `The answer must be one of ${kindNames}`));
    const town = divisionCodeOf(textOf(input, 'town'));
    const caller = callerOf(context);
    const by = textOf(input, 'by') || caller.name;
    const reply = randomUUID();
    const documents = await keepAnswerFiles(node, files);
    const given = {
      ledger,
      id,
      kind,
      number: textOf(input, 'number'),
      content: textOf(input, 'text'),
      documents: documents.map(({ hash }) => hash),
    };
    const outcome = await city?.answerCase({ ...given, town, replyId: reply, author: by });
    if (outcome?.ok === false) throw invalid(outcome.findings);
    if (store !== null)
      written(store.sync.replies.answer({ ...given, by, replyId: reply, writeId: randomUUID(), caller }));
    return { ledger, id, town, kind, reply, documents };
  },
});

/** `zw city cases`: cases handed up that wait for an answer. */
export const cityCasesCommand = parentCommand({
  name: 'city cases',
  summary: words('列出下级上报、等待答复的事项', 'Cases handed up that wait for an answer'),
  positionals: [],
  options: {
    town: { type: 'string', value: 'CODE', help: words('只列该下级的', 'Only of this office below') },
  },
  prints:
    '{cases:[{town, ledger, id, title, since, replies:[{id, kind, number, content, documents, at, office, by, outcome, reason, followUp}]}]}',
  run: async (place, input, context) => {
    const { town } = input.options;
    const code = typeof town === 'string' ? divisionCodeOf(town) : null;
    return { cases: await waitingCases(place, { town: code, caller: callerOf(context) }) };
  },
});

const kindNames = Object.keys(replyKinds).join(', ');
const isReplyKind = (text: string): text is ReplyKind => text in replyKinds;

function answeredLedger(name: string | undefined): string {
  const { id, workflow } = ledgerNamed(name);
  if (workflow?.superior !== undefined) return id;
  throw new UsageError(words(`台账“${id}”的事项不上报`, `Cases of "${id}" are never handed up`));
}
