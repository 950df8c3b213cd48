import { App, Button } from 'antd';
import { useState } from 'react';
import type { Input, Output } from '../../../../electron/contract/calls.ts';
import { ledgerOf, useAction, useWriteId } from '../../../data/index.ts';
import { formatInstant, useText } from '../../../text/index.ts';
import type { TextKey } from '../../../text/index.ts';
import { FailureNotice } from '../../../ui/index.ts';
import { useExchanged } from '../use-exchanged.ts';
import { RecordLink } from './record-link.tsx';
import { ThirdValue } from './third-value.tsx';

type Conflict = Output<'conflict.list'>[number];
type Choice = Pick<Input<'conflict.resolve'>, 'choice' | 'value'>;

const words = {
  field: {
    stands: 'exchange.conflict.stands',
    other: 'exchange.conflict.other',
    keep: 'exchange.conflict.keep',
    take: 'exchange.conflict.take',
  },
  removal: {
    stands: 'exchange.conflict.removal.stands',
    other: 'exchange.conflict.removal.other',
    keep: 'exchange.conflict.removal.keep',
    take: 'exchange.conflict.removal.take',
  },
} as const satisfies Record<Conflict['kind'], Record<'stands' | 'other' | 'keep' | 'take', TextKey>>;

/** One field with both values, both authors and both times, and the three ways to settle it. */
export function ConflictCard({ conflict }: { readonly conflict: Conflict }) {
  const { t } = useText();
  const said = words[conflict.kind];
  const isOpen = conflict.state === 'open';
  const { settle, isBusy, failure } = useSettle(conflict.id);
  const button = (choice: 'stands' | 'other', text: TextKey) =>
    isOpen && (
      <Button loading={isBusy} onClick={() => void settle({ choice })}>
        {t(text)}
      </Button>
    );
  return (
    <li className={isOpen ? 'card' : 'card card-settled'}>
      <div className="card-head">
        <RecordLink record={conflict.record} field={conflict.field} />
        <strong className="card-field">
          {conflict.kind === 'removal' ? t('exchange.conflict.removal') : conflict.label}
        </strong>
        {!isOpen && <span className="soft">{settledText(conflict, t)}</span>}
      </div>
      <div className="sides">
        <Side title={t(said.stands)} side={conflict.stands} isStanding>
          {button('stands', said.keep)}
        </Side>
        <Side title={t(said.other)} side={conflict.other}>
          {button('other', said.take)}
        </Side>
      </div>
      {isOpen && conflict.kind === 'field' && (
        <Third
          conflict={conflict}
          isBusy={isBusy}
          onSave={(value) => void settle({ choice: 'typed', value })}
        />
      )}
      {failure && <FailureNotice failure={failure} />}
    </li>
  );
}

interface ThirdProperties {
  readonly conflict: Conflict;
  readonly isBusy: boolean;
  readonly onSave: (value: NonNullable<Choice['value']> | null) => void;
}

/** The way to a value that is neither; codes of code tables have no field and no input of their own. */
function Third({ conflict, isBusy, onSave }: ThirdProperties) {
  const { t } = useText();
  const [isTyping, setTyping] = useState(false);
  const name = conflict.field ?? '';
  if (ledgerOf(conflict.record.ledger)?.fields[name] === undefined) return null;
  if (!isTyping) {
    return (
      <Button type="link" className="card-type" onClick={() => setTyping(true)}>
        {t('exchange.conflict.type')}
      </Button>
    );
  }
  return (
    <ThirdValue
      ledger={conflict.record.ledger}
      name={name}
      isBusy={isBusy}
      onSave={onSave}
      onCancel={() => setTyping(false)}
    />
  );
}

function Side({
  title,
  side,
  isStanding = false,
  children,
}: {
  readonly title: string;
  readonly side: Conflict['stands'];
  readonly isStanding?: boolean;
  readonly children: React.ReactNode;
}) {
  const { t } = useText();
  const { author, unit, at } = side;
  const by = { author, unit, at: formatInstant(at) };
  return (
    <div className={isStanding ? 'side side-standing' : 'side'}>
      <span className="side-title">{title}</span>
      <span className="side-value">{side.text === '' ? t('exchange.conflict.empty') : side.text}</span>
      <span className="soft">
        {t(unit === '' ? 'exchange.conflict.by.alone' : 'exchange.conflict.by', by)}
      </span>
      {children}
    </div>
  );
}

function settledText(conflict: Conflict, t: ReturnType<typeof useText>['t']): string {
  if (conflict.state === 'elsewhere') return t('exchange.conflict.state.elsewhere');
  return conflict.settledBy === ''
    ? t('exchange.conflict.state.settled')
    : t('exchange.conflict.state.settled-by', { name: conflict.settledBy });
}

/** Settles one conflict; a retry after a lost answer carries the same write id. */
function useSettle(id: string) {
  const { t } = useText();
  const { message } = App.useApp();
  const writeId = useWriteId();
  const resolve = useAction('conflict.resolve');
  const exchanged = useExchanged();
  const settle = async (choice: Choice) => {
    const done = await resolve.run({ writeId: writeId.take(), id, ...choice });
    if (done === null) return;
    writeId.done();
    void message.success(t('exchange.conflict.done'));
    exchanged();
  };
  return { settle, isBusy: resolve.isBusy, failure: resolve.failure };
}
