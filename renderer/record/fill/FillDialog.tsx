import { Button, Modal, Radio, Space, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useAsk } from '../../data/index.ts';
import { formatCount, useText } from '../../text/index.ts';
import { EmptyState, FailureNotice } from '../../ui/index.ts';
import { FillResult } from './FillResult.tsx';
import { useFill, type FillSelection, type KeptForm } from './use-fill.ts';
import './fill.css';

export interface FillDialogProps {
  readonly ledger: AnyLedger;
  readonly selection: FillSelection;
  /** Records to be filled in; `null` while they are counted. */
  readonly count: number | null;
  readonly onClose: (isDone: boolean) => void;
}

/** Fills a kept form with a record, chosen records or the whole list, into a new file. */
export function FillDialog({ ledger, selection, count, onClose }: FillDialogProps): ReactNode {
  const { t, label } = useText();
  const { forms, failure, refresh } = useForms(ledger, count === 1);
  const [chosen, setChosen] = useState<string | null>(null);
  const work = useFill();
  const form = chosenOf(forms ?? [], chosen);
  const isStarted = work.isBegun;
  const start = (
    <Button
      key="start"
      type="primary"
      disabled={form === undefined || count === 0}
      loading={work.isStarting}
      onClick={() => {
        if (form !== undefined) void work.start(form, selection, isEach(form, count));
      }}
    >
      {t('fill.start')}
    </Button>
  );
  return (
    <Modal
      open
      width={560}
      title={t('fill.title', { ledger: label(ledger.label) })}
      mask={{ closable: false }}
      footer={[
        <Button key="close" onClick={() => onClose(isStarted)}>
          {t('action.close')}
        </Button>,
        ...(isStarted || form === undefined ? [] : [start]),
      ]}
      onCancel={() => onClose(isStarted)}
    >
      {failure ? <FailureNotice failure={failure} onRetry={refresh} /> : null}
      {work.failure ? <FailureNotice failure={work.failure} /> : null}
      {isStarted ? <FillResult work={work} /> : null}
      {isStarted || forms === null ? null : (
        <Choice
          {...{ ledger, selection, count, forms }}
          chosen={form?.id ?? null}
          onChoose={setChosen}
          onLeave={() => onClose(false)}
        />
      )}
    </Modal>
  );
}

const chosenOf = (forms: readonly KeptForm[], id: string | null): KeptForm | undefined =>
  forms.find((form) => form.id === id) ?? forms[0];

/** A form for one record is made for each where there are several. */
const isEach = (form: KeptForm, count: number | null): boolean => form.kind === 'record' && count !== 1;

/** Forms of the ledger; what was made for one record comes first where one is shown, last elsewhere. */
function useForms(ledger: AnyLedger, isOne: boolean) {
  const { value, failure, refresh } = useAsk('form.list', { ledger: ledger.id });
  const rank = (form: KeptForm): number => Number((form.kind === 'record') !== isOne);
  const forms = value?.toSorted((one, other) => rank(one) - rank(other)) ?? null;
  return { forms, failure, refresh };
}

function Choice(
  props: Omit<FillDialogProps, 'onClose'> & {
    readonly forms: readonly KeptForm[];
    readonly chosen: string | null;
    readonly onChoose: (id: string) => void;
    readonly onLeave: () => void;
  },
): ReactNode {
  const { t, label } = useText();
  const navigation = useNavigation();
  const { ledger, selection, count, forms } = props;
  const manage = (): void => {
    props.onLeave();
    navigation.openScreen('forms');
  };
  if (forms.length === 0) {
    return (
      <EmptyState title={t('fill.none')} body={t('fill.none.body')}>
        <Button type="primary" onClick={manage}>
          {t('fill.manage')}
        </Button>
      </EmptyState>
    );
  }
  const isChosen = 'ids' in selection;
  const chosen = forms.find(({ id }) => id === props.chosen);
  const args = { count: count === null ? '' : formatCount(count), counter: label(ledger.counter) };
  return (
    <div className="fill-form">
      <FormChoice forms={forms} chosen={props.chosen} onChoose={props.onChoose} />
      {chosen !== undefined && isEach(chosen, count) ? <p>{t('fill.each')}</p> : null}
      <p>{isChosen ? t('fill.rows', args) : t('fill.rows.all', args)}</p>
      <Space className="fill-foot">
        <span className="form-soft">{t('fill.masked')}</span>
        <Button type="link" size="small" onClick={manage}>
          {t('fill.manage')}
        </Button>
      </Space>
    </div>
  );
}

function FormChoice(props: {
  readonly forms: readonly KeptForm[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}): ReactNode {
  const { t } = useText();
  return (
    <Radio.Group
      className="fill-choice"
      value={props.chosen}
      aria-label={t('fill.choose')}
      onChange={(event) => {
        props.onChoose(String(event.target.value));
      }}
    >
      {props.forms.map((form) => (
        <Radio key={form.id} value={form.id}>
          {form.name} <Tag>{t(`forms.kind.${form.kind}`)}</Tag>
          <span className="form-soft">{form.issuer}</span>
        </Radio>
      ))}
    </Radio.Group>
  );
}
