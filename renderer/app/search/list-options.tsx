import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { areas } from '../../../db/model/define-ledger.ts';
import { ledgerOf } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { Marked } from './marked.tsx';
import { Option } from './option.tsx';
import type { SearchOption } from './search-groups.ts';

interface Properties {
  readonly id: string;
  readonly ledgers: readonly AnyLedger[];
  readonly text: string;
  readonly activeKey: string | null;
  readonly onChoose: (option: SearchOption) => void;
}

/** Lists that are called what was typed, each with where it stands in the navigation. */
export function ListOptions({ id, ledgers, text, activeKey, onChoose }: Properties) {
  const { t, label } = useText();
  if (ledgers.length === 0) return null;
  return (
    <div role="group" aria-label={t('search.lists')}>
      <div className="search-group" aria-hidden>
        {t('search.lists')}
      </div>
      {ledgers.map((ledger) => (
        <Option
          key={ledger.id}
          id={`${id}-list-${ledger.id}`}
          isActive={activeKey === `list-${ledger.id}`}
          onChoose={() => onChoose({ kind: 'list', key: ledger.id, ledger })}
        >
          <span className="search-title">
            <Marked words={label(ledger.label)} text={text} />
          </span>
          <Where ledger={ledger} />
        </Option>
      ))}
    </div>
  );
}

/** The area of a ledger; of a part, the records on whose pages it stands. */
function Where({ ledger }: { readonly ledger: AnyLedger }) {
  const { t, label } = useText();
  const whole = ledgerOf(ledger.fields[ledger.partOf ?? '']?.target ?? '');
  return (
    <span className="search-subtitle">
      {whole === undefined
        ? label(areas[ledger.area])
        : t('search.lists.part', { whole: label(whole.label) })}
    </span>
  );
}
