import { App } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { Failure } from '../../../electron/contract/failure.ts';
import { ask, useAsk } from '../../data/index.ts';
import { failureText, useText } from '../../text/index.ts';
import { attachmentDocument } from './attachment-sheets.ts';
import { PrintPreview } from './PrintPreview.tsx';
import type { PrintDocument } from './use-print.ts';

/** What cannot be drawn here is still there to be saved. */
const notShown: Failure = { code: 'refused', kind: 'attachment-not-shown', details: {} };

/** Kinds of file a record may carry, as the dialog of saving names them. */
const filters = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;
const isNamed = (type: string): type is keyof typeof filters => type in filters;

/** An attachment to look at, print, and save as it is: a picture on a sheet, a PDF page by page. */
export function AttachmentPreview({
  hash,
  onClose,
}: {
  readonly hash: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useText();
  const { message } = App.useApp();
  const { value: attachment, failure } = useAsk('attachment.read', { hash });
  const [document, setDocument] = useState<PrintDocument | 'none' | null>(null);
  useEffect(() => {
    if (attachment === undefined) return;
    let isGone = false;
    void attachmentDocument(attachment).then((made) => {
      if (!isGone) setDocument(made ?? 'none');
    });
    return () => {
      isGone = true;
    };
  }, [attachment]);

  async function save(name: string, filter: (typeof filters)[keyof typeof filters]): Promise<void> {
    const target = await ask('file.save', { name, filter });
    if (target.ok && target.value === null) return;
    const saved =
      target.ok && target.value !== null
        ? await ask('attachment.save', { hash, file: target.value.token })
        : target;
    if (!saved.ok) message.error(failureText(saved.failure, t));
    else if (target.ok && target.value !== null)
      message.success(t('record.attachmentSaved', { file: target.value.name }));
  }
  const { name = '', mediaType = '' } = attachment ?? {};
  return (
    <PrintPreview
      document={document === 'none' ? null : document}
      failure={document === 'none' ? notShown : failure}
      save={{
        label: t('record.saveAttachment'),
        do: isNamed(mediaType) ? () => void save(name, filters[mediaType]) : null,
      }}
      onClose={onClose}
    />
  );
}
