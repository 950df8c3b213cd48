import type { AnyField } from '../../../db/model/define-ledger.ts';
import type { Language } from '../../../db/model/localized.ts';
import { reasonText } from '../../../db/model/reasons.ts';
import { problemText } from '../../widgets/index.ts';
import type { FormState } from './form-state.ts';

/** What stands under a field. */
export interface FieldMessage {
  readonly level: 'error' | 'warning';
  readonly text: string;
}

/**
 * The message of a field: an unreadable text first, then a missing required value, then what the data process found.
 * Nothing is said before the field was left or a save was tried, unless the problem is certain already.
 */
export function messageOf(
  state: FormState,
  name: string,
  of: { readonly field: AnyField; readonly language: Language },
): FieldMessage | null {
  const { field, language } = of;
  const isOpen = state.isTried || state.left.includes(name);
  const problem = state.problems[name];
  if (problem !== undefined && (isOpen || problem.live)) {
    return { level: 'error', text: problemText(problem, language) };
  }
  if (!isOpen) return null;
  if (problem === undefined && isMissing(state, name, field)) {
    return { level: 'error', text: reasonText('required', undefined, language) };
  }
  const found =
    state.findings.find((f) => f.field === name && f.level === 'error') ??
    state.findings.find((f) => f.field === name);
  return found === undefined ? null : { level: found.level, text: found.text };
}

/** Fields that stop a save, in the order given. */
export function blockingFields(
  state: FormState,
  fields: readonly { readonly name: string; readonly field: AnyField }[],
): readonly string[] {
  return fields
    .filter(
      ({ name, field }) =>
        name in state.problems ||
        isMissing(state, name, field) ||
        state.findings.some((f) => f.field === name && f.level === 'error'),
    )
    .map(({ name }) => name);
}

/** True when a required field is empty; a withheld one has a value, only not here. */
const isMissing = (state: FormState, name: string, field: AnyField): boolean =>
  field.required === true &&
  field.storage !== null &&
  (state.values[name] ?? null) === null &&
  !state.withheld.includes(name);
