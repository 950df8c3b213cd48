import { useState } from 'react';
import type { OpenForm } from './form-draft.ts';
import { FormEditor } from './form-editor.tsx';
import { FormTable } from './form-table.tsx';
import './forms.css';

/** The forms of the office: kept ones in a table; one of them, or a new one, opened to be marked. */
export function FormsScreen() {
  const [open, setOpen] = useState<OpenForm | null>(null);
  if (open === null) return <FormTable onOpen={setOpen} />;
  return <FormEditor key={open.draft.id} opened={open} onClose={() => setOpen(null)} />;
}
