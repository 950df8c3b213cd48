import { useId } from 'react';
import type { ReactNode } from 'react';

interface Properties {
  readonly title: string;
  /** Buttons at the right end of the heading. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a screen under its own heading. */
export function Panel({ title, actions, children }: Properties) {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {actions !== undefined && <div className="panel-actions">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
