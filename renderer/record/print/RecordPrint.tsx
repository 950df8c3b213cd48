import { useMemo, useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { useAsk } from '../../data/index.ts';
import { DocumentChoice } from './DocumentChoice.tsx';
import { dossierFile, recordCard } from './document-ids.ts';
import { PrintPreview } from './PrintPreview.tsx';

/** Print preview of one record: its card, one of the statutory documents of its ledger, or the whole file of a case. */
export function RecordPrint(props: {
  readonly ledger: AnyLedger;
  readonly id: string;
  /** Statutory document shown at first; `null` = the card. */
  readonly document?: string | null;
  readonly onClose: (isDone: boolean) => void;
}): ReactNode {
  const { ledger, id } = props;
  const record = { ledger: ledger.id, id };
  const [chosen, setChosen] = useState(props.document ?? recordCard);
  const [full, setFull] = useState(false);
  const { value: kinds = [] } = useAsk('document.kinds', record);
  const [isCard, isDossier] = [chosen === recordCard, chosen === dossierFile];
  const card = useAsk('document.record', isCard ? record : null);
  const dossier = useAsk('document.dossier', isDossier ? { ...record, full } : null);
  const other = isCard || isDossier ? null : { ...record, document: chosen, full };
  const statutory = useAsk('document.statutory', other);
  const asked = isCard ? card : isDossier ? dossier : statutory;
  const document = useMemo(() => {
    if (isCard) return card.value === undefined ? null : { ...card.value, landscape: false };
    return (isDossier ? dossier.value : statutory.value) ?? null;
  }, [isCard, isDossier, card.value, dossier.value, statutory.value]);
  const side =
    kinds.length === 0 ? null : (
      <DocumentChoice
        ledger={ledger}
        kinds={kinds}
        chosen={chosen}
        full={full}
        onChoose={setChosen}
        onFull={setFull}
      />
    );
  return (
    <PrintPreview
      document={document}
      failure={asked.failure}
      side={side}
      onClose={() => {
        props.onClose(false);
      }}
    />
  );
}
