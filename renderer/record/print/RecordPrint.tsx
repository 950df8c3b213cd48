import { useMemo, useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { useAsk } from '../../data/index.ts';
import { DocumentChoice, recordCard } from './DocumentChoice.tsx';
import { PrintPreview } from './PrintPreview.tsx';

/** Print preview of one record: its card, or one of the statutory documents of its ledger. */
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
  const isCard = chosen === recordCard;
  const card = useAsk('document.record', isCard ? record : null);
  const statutory = useAsk('document.statutory', isCard ? null : { ...record, document: chosen, full });
  const document = useMemo(() => {
    const made = isCard ? card.value && { ...card.value, landscape: false } : statutory.value;
    return made ?? null;
  }, [isCard, card.value, statutory.value]);
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
      failure={isCard ? card.failure : statutory.failure}
      side={side}
      onClose={() => {
        props.onClose(false);
      }}
    />
  );
}
