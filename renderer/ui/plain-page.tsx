import type { ReactNode } from 'react';

interface Properties {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
  /** Two cards side by side need more room than one form. */
  readonly isWide?: boolean;
}

/** A page outside the shell: first start, passphrase, preparing, failed. */
export function PlainPage({ title, lead, children, isWide = false }: Properties) {
  return (
    <main className="plain-page" id="content" tabIndex={-1}>
      <div className={isWide ? 'plain-page-body plain-page-wide' : 'plain-page-body'}>
        <h1>{title}</h1>
        {lead !== undefined && <p className="plain-page-lead">{lead}</p>}
        {children}
      </div>
    </main>
  );
}
