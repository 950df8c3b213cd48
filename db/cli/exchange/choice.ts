import { z } from 'zod';
import { words } from '../../model/localized.ts';
import type { CommandOption, Input } from '../command.ts';
import { UsageError } from '../refusal.ts';

/** How a conflict is to be settled, as options of a command. */
export const choiceOptions = {
  choose: {
    type: 'string',
    value: 'kept|other',
    help: words('kept 保留现值，other 改用另一值', 'kept: what stands; other: the other value'),
  },
  value: { type: 'string', value: 'JSON', help: words('另填的值', 'A third value') },
} as const satisfies Record<string, CommandOption>;

const valueShape = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
type Choice = 'kept' | 'other' | { readonly value: z.infer<typeof valueShape> };

/** What was chosen. @throws UsageError unless it is one of the three */
export function choiceOf({ options: { choose, value } }: Input): Choice {
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
