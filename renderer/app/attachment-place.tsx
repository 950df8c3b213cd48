import { lazy, Suspense, useState, type ReactNode } from 'react';
import { AttachmentOpenerContext } from './attachment-opener.ts';

/** Loaded with the room of records, behind the first paint. */
const AttachmentPreview = lazy(async () => ({
  default: (await import('../record/index.ts')).AttachmentPreview,
}));

/** Around everything that shows attachments: the one that is open stands above it. */
export function AttachmentPlace({ children }: { readonly children: ReactNode }): ReactNode {
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <AttachmentOpenerContext value={setOpened}>
      {children}
      {opened === null ? null : (
        <Suspense fallback={null}>
          <AttachmentPreview
            hash={opened}
            onClose={() => {
              setOpened(null);
            }}
          />
        </Suspense>
      )}
    </AttachmentOpenerContext>
  );
}
