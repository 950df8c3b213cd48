import type { Input } from '../../electron/contract/calls.ts';

/** Filter of a list. */
export type Where = Input<'record.page'>['where'];
/** Values by field name. */
export type FieldValues = Input<'record.save'>['values'];
/** Hand-made screens that open in a tab. */
export type ScreenId =
  | 'home'
  | 'calendar'
  | 'deadlines'
  | 'batches'
  | 'codes'
  | 'jobs'
  | 'looks'
  | 'settings'
  | 'exchange'
  | 'duty'
  | 'figures'
  | 'forms';

/** What a tab shows. */
export type TabTarget =
  | { readonly kind: 'screen'; readonly screen: ScreenId; readonly part?: string }
  | { readonly kind: 'list'; readonly ledger: string; readonly where: Where; readonly sort: string | null }
  | { readonly kind: 'record'; readonly ledger: string; readonly id: string; readonly field: string | null }
  | { readonly kind: 'new'; readonly ledger: string; readonly values: FieldValues }
  | { readonly kind: 'import'; readonly ledger: string | null };

/** Two targets with one key share a tab; `null` = every opening makes a new tab. */
export function tabKey(target: TabTarget): string | null {
  switch (target.kind) {
    case 'screen':
      return `screen ${target.screen}`;
    case 'list':
      return `list ${target.ledger}`;
    case 'record':
      return `record ${target.ledger} ${target.id}`;
    case 'import':
      return 'import';
    case 'new':
      return null;
  }
}
