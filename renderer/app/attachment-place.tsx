import { useState, type ReactNode } from 'react';
import { AttachmentOpenerContext } from './attachment-opener.ts';
import { later } from '../ui/index.ts';

/** Loaded with the room of records, behind the first paint. */
const AttachmentPreview = later(async () => (await import('../record/index.ts')).AttachmentPreview);

/** Around everything that shows attachments: the one that is open stands above it. */
export function AttachmentPlace({ children }: { readonly children: ReactNode }): ReactNode {
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <AttachmentOpenerContext value={setOpened}>
      {children}
      {opened === null ? null : (
        <AttachmentPreview
          hash={opened}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </AttachmentOpenerContext>
  );
}
