import type { ReactNode } from 'react';

interface Properties {
  readonly title: string;
  readonly body?: string;
  /** One button that leads on. */
  readonly children?: ReactNode;
}

/** What stands where nothing is: what it means and one thing to do next. */
export function EmptyState({ title, body, children }: Properties) {
  return (
    <div className="empty-state">
      <p className="empty-state-title">{title}</p>
      {body !== undefined && <p className="empty-state-body">{body}</p>}
      {children !== undefined && <div className="empty-state-action">{children}</div>}
    </div>
  );
}
