import type { AnyLedger } from '../define-ledger.ts';
import { checkValues } from '../derive/row-check.ts';
import { recordTitle } from '../derive/title.ts';
import type { Names, Value, Values } from '../field-kind.ts';
import { chinaDay } from '../office-time.ts';
import type { Finding } from '../reasons.ts';
import type { ActionQuestion } from './plan-action.ts';
import { replyOutcomes } from './replies-ledger.ts';
import { replyKinds, type AnswerSpec, type ReplyKind, type SuperiorSpec } from './workflow-spec.ts';

/** An answer the office above wants to give. */
export interface Reply {
  readonly kind: ReplyKind;
  /** Number it gave the case; required where it accepts. */
  readonly number: string | null;
  /** Why it is sent back, how it was handled; required there. */
  readonly content: string | null;
  /** Ids of attachments that go with it: the letter of reply, a scan; kept at this office before. */
  readonly documents: readonly string[];
  /** Person who answers. */
  readonly by: string;
}

/** What the office above knows of the case it answers. */
export interface ReplyFacts {
  readonly id: string;
  /** Values of the case as they stand there. */
  readonly row: Values;
  readonly isRemoved: boolean;
  /** Answers given before, oldest first. */
  readonly earlier: readonly { readonly id: string; readonly values: Values }[];
  /** Attachments named in the answer that are kept there. */
  readonly kept: ReadonlySet<string>;
  /** Name of the answering office. */
  readonly office: string;
  readonly now: Date;
  readonly names: Names;
}

/** Kinds of answers that fit a case as it stands at the office above; none when it was answered to the end, or recalled. */
export function possibleReplies({ workflow }: AnyLedger, facts: ReplyFacts): readonly ReplyKind[] {
  const superior = workflow?.superior;
  if (superior === undefined || facts.isRemoved || facts.row[workflow?.state ?? ''] !== superior.state)
    return [];
  return kinds.filter((kind) => standing(superior, kind, facts) === undefined);
}

/** The record of an answer, or why it cannot be given; pure. The ledger has a workflow with a superior. */
export function planReply(
  of: { readonly ledger: AnyLedger; readonly replies: AnyLedger },
  reply: Reply,
  facts: ReplyFacts,
): { readonly values: Values } | { readonly findings: readonly Finding[] } {
  const entries = readEntries(of.replies, reply, facts.names);
  const findings = [
    ...whyNotReply(of.ledger, reply.kind, facts),
    ...entries.findings,
    ...wrongEntries(of.ledger, { kind: reply.kind, values: entries.values }, facts),
    ...(reply.documents.every((hash) => facts.kept.has(hash))
      ? []
      : [{ field: 'documents', code: 'not-attachment', level: 'error' } as const]),
  ];
  if (findings.length > 0) return { findings };
  return {
    values: {
      case_record: facts.id,
      handed_up_at: facts.row[superiorOf(of.ledger).since] ?? null,
      kind: replyKinds[reply.kind],
      ...entries.values,
      documents: reply.documents.length === 0 ? null : reply.documents,
      replied_at: facts.now.toISOString(),
      office: [...facts.office].slice(0, OFFICE_MAX).join(''),
    },
  };
}

/** The action an answer is where the case was handed up from, or why it is none for this case; pure. */
export function actionOfReply(
  ledger: AnyLedger,
  reply: Values,
  row: Values,
): { readonly question: ActionQuestion } | { readonly findings: readonly Finding[] } {
  const superior = superiorOf(ledger);
  const kind = kinds.find((one) => replyKinds[one] === reply['kind']);
  if (kind === undefined) throw new Error(`an answer of unknown kind ${String(reply['kind'])}`);
  const isWithSuperior = row[ledger.workflow?.state ?? ''] === superior.state;
  if (isWithSuperior && row[superior.since] !== reply['handed_up_at'])
    return { findings: [{ field: null, code: 'reply-other', level: 'error' }] };
  const answer = superior.answers[kind];
  const { content } = reply;
  return {
    question: {
      action: answer.action,
      values: valuesOfAnswer(answer, reply),
      opinion: typeof content === 'string' ? content : null,
      documents: documentsOf(reply),
      actor: String(reply['office'] ?? ''),
      at: String(reply['replied_at']),
    },
  };
}

/** Ids of the attachments of an answer. */
function documentsOf({ documents }: Values): readonly string[] {
  return typeof documents === 'object' && documents !== null ? documents.map(String) : [];
}

/** Number and text in the fields of the case that take them. */
function valuesOfAnswer({ number, text }: AnswerSpec, reply: Values): Values {
  const said = [
    [number, reply['case_no'] ?? null],
    [text, reply['content'] ?? null],
  ] as const;
  return Object.fromEntries(
    said.flatMap(([field, value]) =>
      field === undefined || value === null ? [] : [[field, value] as const],
    ),
  );
}

/** Longest name of an office in an answer and in the step it becomes. */
const OFFICE_MAX = 50;

// The keys of an object literal declared `as const` are exactly its key type.
const kinds = Object.keys(replyKinds) as readonly ReplyKind[];

function superiorOf({ id, workflow }: AnyLedger): SuperiorSpec {
  if (workflow?.superior === undefined) throw new Error(`cases of ${id} are never handed up`);
  return workflow.superior;
}

/** The answer to the same hand-over that leaves no room for this one. */
function standing(superior: SuperiorSpec, kind: ReplyKind, { row, earlier }: ReplyFacts): Values | undefined {
  const before = earlier.find(
    ({ values }) =>
      values['handed_up_at'] === row[superior.since] &&
      values['outcome'] !== replyOutcomes.unfit &&
      (values['kind'] !== replyKinds.accepted || kind === 'accepted'),
  );
  return before?.values;
}

function whyNotReply(ledger: AnyLedger, kind: ReplyKind, facts: ReplyFacts): readonly Finding[] {
  const superior = superiorOf(ledger);
  const { names, row } = facts;
  const of = (code: Finding['code'], args: Finding['args'] = {}): readonly Finding[] => [
    { field: null, code, args, level: 'error' },
  ];
  if (facts.isRemoved) return of('reply-removed');
  const state = String(row[ledger.workflow?.state ?? ''] ?? '');
  const nameOf = (code: string): string => names.codeName('superior_reply', code) ?? code;
  const wanted = nameOf(replyKinds[kind]);
  if (state !== superior.state) {
    const table = ledger.fields[ledger.workflow?.state ?? '']?.table ?? '';
    return of('workflow-state', { state: names.codeName(table, state) ?? state, action: wanted });
  }
  const given = standing(superior, kind, facts);
  return given === undefined ? [] : of('reply-given', { reply: nameOf(String(given['kind'])), kind: wanted });
}

/** What was typed, as its fields read it. */
function readEntries(
  replies: AnyLedger,
  { number, content, by }: Reply,
  names: Names,
): { readonly values: Values; readonly findings: readonly Finding[] } {
  const values: Record<string, Value> = {};
  const findings: Finding[] = [];
  for (const [field, typed] of Object.entries({ case_no: number, content, replied_by: by })) {
    const reading = replies.fields[field]?.fromText(typed ?? '', names);
    if (reading?.ok === true) values[field] = reading.value;
    else if (reading !== undefined) findings.push({ field, level: 'error', ...reasonOf(reading) });
  }
  return { values, findings };
}

const reasonOf = ({ code, args }: Pick<Finding, 'code' | 'args'>): Pick<Finding, 'code' | 'args'> =>
  args === undefined ? { code } : { code, args };

/** What is missing, and a number that would not fit the field it goes to below. */
function wrongEntries(
  ledger: AnyLedger,
  { kind, values }: { readonly kind: ReplyKind; readonly values: Values },
  { now, names }: ReplyFacts,
): readonly Finding[] {
  const needed = kind === 'accepted' ? 'case_no' : 'content';
  const target = superiorOf(ledger).answers[kind].number;
  const number = values['case_no'] ?? null;
  const below =
    target === undefined ? [] : checkValues(ledger, { [target]: number }, { today: chinaDay(now), names });
  return [
    // What could not be read has its own finding.
    ...(values[needed] === null ? [{ field: needed, code: 'required', level: 'error' } as const] : []),
    ...below.map((finding) => ({ ...finding, field: 'case_no' })),
  ];
}

/** An answer as it is told. */
export interface CaseReply {
  readonly id: string;
  readonly kind: ReplyKind | null;
  readonly number: string | null;
  readonly content: string | null;
  /** Ids of its attachments. */
  readonly documents: readonly string[];
  readonly at: string;
  readonly office: string;
  readonly by: string | null;
  /** What became of it where the case was handed up from; `null`: not known yet. */
  readonly outcome: keyof typeof replyOutcomes | null;
  readonly reason: string | null;
  /** What was done there about an answer that did not fit. */
  readonly followUp: string | null;
}

/** An answer from the values of its record; a kind of a newer program is `null`. */
export function toldReply(id: string, values: Values): CaseReply {
  const text = (name: string): string | null => {
    const value = values[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    id,
    kind: kinds.find((kind) => replyKinds[kind] === values['kind']) ?? null,
    number: text('case_no'),
    content: text('content'),
    documents: documentsOf(values),
    at: text('replied_at') ?? '',
    office: text('office') ?? '',
    by: text('replied_by'),
    outcome: outcomes.find((outcome) => replyOutcomes[outcome] === values['outcome']) ?? null,
    reason: text('outcome_reason'),
    followUp: text('follow_up'),
  };
}

// As above.
const outcomes = Object.keys(replyOutcomes) as readonly (keyof typeof replyOutcomes)[];

/** A case handed up to this office that is not answered to the end. */
export interface HandedUp {
  readonly ledger: string;
  readonly id: string;
  /** Main title of the case. */
  readonly title: string;
  /** When it was handed up. */
  readonly since: string | null;
  /** Oldest first, those to earlier hand-overs too. */
  readonly replies: readonly CaseReply[];
}

/** The case as the list of those that wait for an answer names it; `null`: it waits for none. */
export function handedUp(ledger: AnyLedger, facts: ReplyFacts): HandedUp | null {
  if (possibleReplies(ledger, facts).length === 0) return null;
  const since = facts.row[superiorOf(ledger).since];
  return {
    ledger: ledger.id,
    id: facts.id,
    title: recordTitle(ledger, facts.row, facts.names),
    since: typeof since === 'string' ? since : null,
    replies: facts.earlier.map(({ id, values }) => toldReply(id, values)),
  };
}
