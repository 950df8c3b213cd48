import type { Value, Values } from '../model/field-kind.ts';
import { inspectionFinding } from '../model/ledgers/inspection/finding.ts';
import { inspection } from '../model/ledgers/inspection/inspection.ts';
import { rectification } from '../model/ledgers/inspection/rectification.ts';
import type { Caller, RecordWrite, Store } from '../store/api.ts';
import { checkSheet, type SheetItem } from './check-sheet.ts';
import { Refused } from './refusal.ts';

/** What becomes of a hazard: a code of `hazard_state`. */
type Handling = '20' | '30' | '50';
/** Ordered to be put right, put right on the spot, handed over. */
const [ORDERED, ON_THE_SPOT, HANDED_OVER] = ['20', '30', '50'] as const;

/** A hazard as the clerk wrote it down. */
interface Hazard {
  readonly no: number;
  readonly description: string;
  readonly handling: Handling;
}

/** What is to be made of an inspection that found something. */
export interface OrderPlan {
  readonly inspection: string;
  readonly hazards: readonly Hazard[];
  /** Day by which everything ordered must be put right. */
  readonly deadline: string;
  readonly rechecker: string;
}

interface Desk {
  readonly store: Store;
  readonly caller: Caller;
  /** Day of issue, `YYYY-MM-DD`. */
  readonly today: string;
  readonly newId: () => string;
}

/** Writes of the hazards of an inspection and, when something is ordered, its notice; the conclusion follows from them. */
export function orderRectification(
  desk: Desk,
  plan: OrderPlan,
): { readonly notice: string | null; readonly writes: readonly [RecordWrite, ...RecordWrite[]] } | Refused {
  const { store, caller, newId } = desk;
  const row = store.get(inspection.id, plan.inspection, caller);
  const list = row?.values['list'];
  const sheet = typeof list === 'string' ? checkSheet(store, list, caller) : null;
  if (row === null) return new Refused('inspection');
  if (sheet === null) return new Refused('list');
  const found = plan.hazards.flatMap((hazard) => {
    const item = sheet.items.find(({ no }) => no === hazard.no);
    return item === undefined ? [] : [{ ...hazard, item }];
  });
  if (found.length === 0) return new Refused('nothing-found');
  if (store.rows(inspectionFinding.id, { inspection: row.id }, caller).length > 0)
    return new Refused('ordered');
  const ordered = found.filter(({ handling }) => handling === ORDERED);
  const notice = ordered.length === 0 ? null : newId();
  const create = (ledger: string, id: string, values: Values): RecordWrite => ({
    ledger,
    id,
    op: 'create',
    values,
  });
  return {
    notice,
    writes: [
      { ledger: inspection.id, id: row.id, op: 'update', values: { result: conclusion(plan.hazards) } },
      ...(notice === null ? [] : [create(rectification.id, notice, noticeValues(desk, plan, ordered))]),
      ...found.map((hazard) =>
        create(inspectionFinding.id, newId(), {
          inspection: row.id,
          ...findingValues(hazard),
          ...(hazard.handling === ORDERED && { notice }),
        }),
      ),
    ],
  };
}

type Found = Hazard & { readonly item: SheetItem };

function findingValues({ item, description, handling }: Found): Values {
  const optional = (name: string, value: string): Record<string, Value> =>
    value === '' ? {} : { [name]: value };
  return {
    item_no: item.no,
    wording: item.wording,
    severity: severityOf(item),
    state: handling,
    ...optional('item_group', item.group),
    ...optional('basis', item.basis),
    ...optional('remedy', item.remedy),
    ...optional('description', description.trim()),
  };
}

function noticeValues({ today }: Desk, plan: OrderPlan, ordered: readonly Found[]): Values {
  const isMajor = ordered.some(({ item }) => item.isMajor);
  return {
    inspection: plan.inspection,
    issued_on: today,
    deadline: plan.deadline,
    severity: isMajor ? '02' : '01',
    content: ordered.map(lineOf).join('\n'),
    ...(plan.rechecker.trim() !== '' && { rechecker: plan.rechecker.trim() }),
  };
}

/** One hazard in the words of the notice: what must be so and is not, what is ordered, by which rule. */
function lineOf({ item, description }: Found, index: number): string {
  const what =
    description.trim() === '' ? `不符合“${item.wording}”` : `${description.trim()}（${item.wording}）`;
  const order = item.remedy === '' ? '' : `整改要求：${item.remedy}。`;
  const basis = item.basis === '' ? '' : `依据：${item.basis}。`;
  return `${index + 1}.${what}。${order}${basis}`;
}

const severityOf = ({ isMajor }: SheetItem): string => (isMajor ? '02' : '01');

/** Code of `check_result`: what is ordered outweighs what is handed over, and that what was put right at once. */
function conclusion(hazards: readonly Hazard[]): string {
  const has = (handling: Handling): boolean => hazards.some((hazard) => hazard.handling === handling);
  if (has(ORDERED)) return '3';
  return has(HANDED_OVER) ? '4' : has(ON_THE_SPOT) ? '2' : '1';
}
