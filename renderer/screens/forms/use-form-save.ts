import { useState } from 'react';
import { writePlaces } from '../../../db/model/forms/form-mapping.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { ask, isOutcomeKnown, useWriteId } from '../../data/index.ts';
import type { TextKey } from '../../text/index.ts';
import { placesOf, type FormDraft } from './form-draft.ts';

/** Longest text of marks a record keeps. */
const MOST_CHARACTERS = 20_000;

/** Keeping a form in its ledger. */
export interface FormSaving {
  /** Answers the version kept, `null` when it was not. */
  readonly save: (draft: FormDraft) => Promise<number | null>;
  readonly isBusy: boolean;
  /** What must be entered first. */
  readonly missing: TextKey | null;
  readonly failure: Failure | null;
}

/** Saves the draft as a record of the ledger of forms. */
export function useFormSave(): FormSaving {
  const [isBusy, setBusy] = useState(false);
  const [missing, setMissing] = useState<TextKey | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const writeId = useWriteId();
  async function save(draft: FormDraft): Promise<number | null> {
    const mapping = writePlaces(placesOf(draft));
    const lack = lackOf(draft, mapping);
    setMissing(lack);
    setFailure(null);
    if (lack !== null || draft.ledger === null) return null;
    const values = {
      name: draft.name.trim(),
      ledger: draft.ledger.id,
      kind: draft.kind,
      issuer: draft.issuer.trim() === '' ? null : draft.issuer.trim(),
      file: [draft.hash],
      mapping,
    };
    setBusy(true);
    const request = { ledger: 'form_template', id: draft.id, base: draft.version, values };
    const reply = await ask('record.save', { ...request, writeId: writeId.take() });
    setBusy(false);
    if (reply.ok || isOutcomeKnown(reply.failure)) writeId.done();
    if (reply.ok) return reply.value.version;
    setFailure(reply.failure);
    return null;
  }
  return { save, isBusy, missing, failure };
}

function lackOf({ name, ledger }: FormDraft, mapping: string | null): TextKey | null {
  if (name.trim() === '') return 'forms.name.missing';
  if (ledger === null) return 'forms.ledger.missing';
  return mapping !== null && mapping.length > MOST_CHARACTERS ? 'forms.too-many' : null;
}
