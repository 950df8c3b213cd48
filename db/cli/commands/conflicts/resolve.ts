import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { words } from '../../../model/localized.ts';
import { UsageError } from '../../refusal.ts';
import { storeCommand, written } from '../../with-store.ts';

const valueShape = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

/** `zw conflicts resolve`: one value stands; choosing is an ordinary change that travels. */
export const conflictsResolveCommand = storeCommand({
  name: 'conflicts resolve',
  summary: words(
    '处理一条冲突：保留现值、改用另一值或另填',
    'Settles a conflict: what stands, the other, or a third value',
  ),
  positionals: ['NO'],
  options: {
    choose: {
      type: 'string',
      value: 'kept|other',
      help: words('kept 保留现值，other 改用另一值', 'kept: what stands; other: the other value'),
    },
    value: { type: 'string', value: 'JSON', help: words('另填的值', 'A third value') },
  },
  prints: '{no, records:[{ledger, id, version, change}]}',
  run: ({ sync }, input, { caller }) => {
    const no = Number(input.positionals[0]);
    const choice = choiceOf(input.options['choose'], input.options['value']);
    const records = written(sync.conflicts.resolve(no, choice, { writeId: randomUUID(), caller }));
    return { no, records };
  },
});

function choiceOf(
  choose: string | boolean | undefined,
  value: string | boolean | undefined,
): 'kept' | 'other' | { readonly value: z.infer<typeof valueShape> } {
  if (value === undefined && (choose === 'kept' || choose === 'other')) return choose;
  const typed =
    choose === undefined && typeof value === 'string' ? valueShape.safeParse(parsed(value)) : null;
  if (typed?.success === true) return { value: typed.data };
  throw new UsageError(
    words(
      '请给出 --choose kept、--choose other 或 --value JSON',
      'Give --choose kept, --choose other or --value JSON',
    ),
  );
}

/** JSON, or the text itself: a name need not be quoted twice. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
