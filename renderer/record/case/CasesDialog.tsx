import { Button } from 'antd';
import { useReducer, useRef, useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { useNavigation } from '../../app/navigation.ts';
import { ask, useSession, useWriteId } from '../../data/index.ts';
import { formatCount, useText } from '../../text/index.ts';
import { DialogForm } from '../form/DialogForm.tsx';
import { FormModal, type FormBox } from '../form/FormModal.tsx';
import { afterFormAction, startForm, type FormState } from '../form/form-state.ts';
import { dialogFields, entriesOf } from './dialog-fields.ts';
import './case.css';

type Result = Output<'workflow.actMany'>;

export interface CasesDialogProps {
  readonly ledger: AnyLedger;
  readonly ids: readonly string[];
  readonly action: string;
  readonly onClose: (isDone: boolean) => void;
}

/** The same action with many cases: entered once, carried out one by one; those it does not fit are named. */
export function CasesDialog({ ledger, ids, action, onClose }: CasesDialogProps): ReactNode {
  const { t, label } = useText();
  const form = useRef<HTMLDivElement>(null);
  const [result, setResult] = useState<Result | null>(null);
  const spec = ledger.workflow?.actions[action];
  const verb = spec === undefined ? action : label(spec.label);
  const args = { action: verb, count: formatCount(ids.length), counter: label(ledger.counter) };
  const close = (): void => {
    onClose(result !== null && result.done > 0);
  };
  return (
    <FormModal form={form} onClose={close} title={t('case.many-title', args)}>
      {result === null ? (
        <Entries form={form} ledger={ledger} ids={ids} action={action} verb={verb} onDone={setResult} />
      ) : (
        <Told ledger={ledger} verb={verb} result={result} onClose={close} />
      )}
    </FormModal>
  );
}

function Entries({
  form,
  ledger,
  ids,
  action,
  verb,
  onDone,
}: {
  readonly form: FormBox;
  readonly ledger: AnyLedger;
  readonly ids: readonly string[];
  readonly action: string;
  readonly verb: string;
  readonly onDone: (result: Result) => void;
}): ReactNode {
  const { t } = useText();
  const user = useSession()?.user.name ?? '';
  const fields = dialogFields(ledger, action);
  const { take, done } = useWriteId();
  const [state, dispatch] = useReducer(afterFormAction, null, () => startForm(null, { actor: user }));
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  async function act({ values }: FormState): Promise<void> {
    setBusy(true);
    setFailure(null);
    const asked = { ledger: ledger.id, ids: [...ids], action, writeId: take() };
    const reply = await ask('workflow.actMany', { ...asked, ...entriesOf(ledger, fields, values) });
    setBusy(false);
    if (!reply.ok) {
      setFailure(reply.failure);
      return;
    }
    done();
    onDone(reply.value);
  }
  return (
    <DialogForm
      form={form}
      className="case-form"
      verb={verb}
      fields={fields}
      work={{ state, dispatch, failure, isBusy }}
      back="case.back"
      keys="case.keys"
      onDo={act}
    >
      <p className="soft">{t('case.many-hint')}</p>
    </DialogForm>
  );
}

function Told({
  ledger,
  verb,
  result,
  onClose,
}: {
  readonly ledger: AnyLedger;
  readonly verb: string;
  readonly result: Result;
  readonly onClose: () => void;
}): ReactNode {
  const { t, label } = useText();
  const navigation = useNavigation();
  const counter = label(ledger.counter);
  const args = { action: verb, counter };
  return (
    <div className="case-told" role="status">
      <p>{t('case.many-done', { ...args, count: formatCount(result.done) })}</p>
      {result.refused.length === 0 ? null : (
        <>
          <p className="case-refused">
            {t('case.many-left', { ...args, count: formatCount(result.refused.length) })}
          </p>
          <ul className="case-left">
            {result.refused.map(({ id, title, text }) => (
              <li key={id}>
                <Button
                  type="link"
                  size="small"
                  onClick={() => {
                    navigation.openRecord(ledger.id, id);
                  }}
                >
                  {title}
                </Button>
                <span>{text}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Button type="primary" onClick={onClose}>
        {t('action.close')}
      </Button>
    </div>
  );
}
