import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { AnyField, AnyLedger, Fields } from '../../../db/model/define-ledger.ts';
import { linkingLedger } from '../../../db/model/filter-names.ts';
import { namedLink } from '../../../db/model/where.ts';
import { useText } from '../../text/index.ts';
import { asValues, useNames, type FilterEntry } from '../../widgets/index.ts';
import { useLinkTitle } from '../../widgets/use-link.ts';
import { describeFilter } from './describe-filter.ts';
import { describeLinked } from './describe-linked.ts';
import { useListSurface } from './list-context.ts';

/** The filters at work, one chip each, and a button that takes them all away. */
export function FilterChips(): ReactNode {
  const { t, label } = useText();
  const { ledger, state } = useListSurface();
  const filters = Object.entries(state.where).flatMap(([name, entry]) => {
    const field = ledger.fields[name];
    if (field !== undefined)
      return [
        { name, of: field.label, words: <FilterWords fields={ledger.fields} field={field} entry={entry} /> },
      ];
    const other = linkingOf(ledger, name);
    return other === null
      ? []
      : [{ name, of: other.label, words: <LinkedWords other={other} entry={entry} /> }];
  });
  if (filters.length === 0) return null;
  return (
    <div className="list-chips" role="group" aria-label={t('record.filters')}>
      {filters.map(({ name, of, words }) => (
        <Tag
          key={name}
          color="blue"
          closable
          className="list-chip"
          onClose={(event) => {
            event.preventDefault();
            state.setFilter(name, undefined);
          }}
        >
          {label(of)}
          {t('record.colon')}
          {words}
        </Tag>
      ))}
      <Button type="link" size="small" onClick={state.clearFilters}>
        {t('record.clearFilters')}
      </Button>
    </div>
  );
}

function FilterWords({
  fields,
  field,
  entry,
}: {
  readonly fields: Fields;
  readonly field: AnyField;
  readonly entry: FilterEntry;
}): ReactNode {
  const { t, label } = useText();
  const names = useNames();
  const linked = field.target === undefined ? null : (asValues(entry)[0] ?? null);
  const title = useLinkTitle(field.target ?? '', linked, undefined);
  const labelOf = (name: string): string => label(fields[name]?.label ?? { zh: name, en: name });
  return linked === null ? describeFilter(field, entry, { t, names, labelOf }) : title;
}

/** What is asked of the records of another ledger that link here. */
function LinkedWords({
  other,
  entry,
}: {
  readonly other: AnyLedger;
  readonly entry: FilterEntry;
}): ReactNode {
  const { t, label } = useText();
  return describeLinked(other, entry, { t, names: useNames(), label });
}

function linkingOf(ledger: AnyLedger, key: string): AnyLedger | null {
  const named = namedLink(key);
  return named === null ? null : linkingLedger(ledger, named);
}
