import { Alert, Checkbox, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import { useText } from '../../text/index.ts';
import { recordCard } from './document-ids.ts';

export interface DocumentChoiceProps {
  readonly ledger: AnyLedger;
  readonly kinds: Output<'document.kinds'>;
  readonly chosen: string;
  /** Whether numbers and telephones are printed in full. */
  readonly full: boolean;
  readonly onChoose: (document: string) => void;
  readonly onFull: (full: boolean) => void;
}

/** Which document of a record is printed; those whose facts are missing say so and print with blanks. */
export function DocumentChoice(props: DocumentChoiceProps): ReactNode {
  const { t, label } = useText();
  const { kinds, chosen } = props;
  const shown = kinds.find(({ id }) => id === chosen);
  return (
    <div className="print-side">
      <fieldset>
        <legend>{t('document.choose')}</legend>
        <Radio.Group
          value={chosen}
          onChange={(event) => {
            props.onChoose(String(event.target.value));
          }}
        >
          <Radio value={recordCard}>{t('document.card', { ledger: label(props.ledger.label) })}</Radio>
          {kinds.map((kind) => (
            <Radio key={kind.id} value={kind.id}>
              {kind.label}
              {kind.isReady ? null : <span className="soft">{t('document.notReady')}</span>}
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      {shown === undefined ? null : (
        <>
          {shown.missing.length === 0 ? null : (
            <Alert
              type="warning"
              showIcon
              title={t('document.missing', { list: shown.missing.join('、') })}
              description={t('document.missingHint')}
            />
          )}
          <Checkbox
            checked={props.full}
            onChange={(event) => {
              props.onFull(event.target.checked);
            }}
          >
            {t('document.full')}
          </Checkbox>
          <p className="soft">{t('document.source', { source: shown.source })}</p>
        </>
      )}
    </div>
  );
}
