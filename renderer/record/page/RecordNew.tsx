import { useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { useNavigation } from '../../app/navigation.ts';
import { newId } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import type { FormValues } from '../definition.ts';
import { RecordForm } from '../form/RecordForm.tsx';
import { useSavedToast } from './use-undo.tsx';
import './page.css';

export interface RecordNewProps {
  readonly ledger: AnyLedger;
  /** Filled in at the start: the household a person is added to, for example. */
  readonly values: FormValues;
}

/** A record that does not exist yet. Saving opens its page; "save and add another" begins the next one here. */
export function RecordNew({ ledger, values }: RecordNewProps): ReactNode {
  const { t, one } = useText();
  const navigation = useNavigation();
  const toast = useSavedToast();
  const [id, setId] = useState(() => newId());
  return (
    <div className="page">
      <header className="page-header">
        <h1 className="page-title">{t('record.addTo', { ledger: one(ledger.label) })}</h1>
      </header>
      <RecordForm
        key={id}
        ledger={ledger}
        id={id}
        record={null}
        values={values}
        onLeave={() => {
          navigation.closeTab();
        }}
        onSaved={(saved, andNew) => {
          toast(saved.change);
          if (andNew) {
            setId(newId());
            return;
          }
          navigation.openRecord(ledger.id, saved.id);
          navigation.closeTab({ isSaved: true });
        }}
      />
    </div>
  );
}
