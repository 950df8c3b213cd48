import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { visibleFields } from '../../../db/model/derive/skip-logic.ts';
import type { FormValues, NamedField } from '../definition.ts';
import { namedFields } from '../definition.ts';

/** A section with the fields to be shown for these values. */
export interface ShownSection {
  readonly key: string;
  readonly label: AnyLedger['sections'][number]['label'];
  readonly fields: readonly NamedField[];
  /** Name of the panel that stands in for the fields. */
  readonly panel: string | undefined;
}

/** Sections and fields as skip logic leaves them, without what another field says; sections without a field fall away. */
export function shownSections(ledger: AnyLedger, values: FormValues): readonly ShownSection[] {
  const visible = new Set(visibleFields(ledger, values));
  return ledger.sections
    .map((section) => ({
      key: section.label.en,
      label: section.label,
      panel: section.panel,
      fields: namedFields(
        ledger,
        section.fields.filter((name) => visible.has(name) && ledger.fields[name]?.aside !== true),
      ),
    }))
    .filter((section) => section.fields.length > 0);
}
