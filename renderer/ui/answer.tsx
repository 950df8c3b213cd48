import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { Failure } from '../../electron/contract/failure.ts';
import { FailureNotice } from './failure-notice.tsx';

interface Properties<T> {
  /** What was asked, as the asking hooks hand it out. */
  readonly of: {
    readonly value: T | undefined;
    readonly failure: Failure | null;
    readonly isSlow: boolean;
    readonly refresh: () => void;
  };
  /** Lines the skeleton has. */
  readonly lines?: number;
  readonly children: (value: T) => ReactNode;
}

/** What was answered. When it cannot be asked again, the answer stays, with what is open in it, and the failure stands above. */
export function Answer<T>({ of, lines = 4, children }: Properties<T>) {
  const { value, failure, isSlow, refresh } = of;
  const notice = failure === null ? null : <FailureNotice failure={failure} onRetry={refresh} />;
  if (value === undefined)
    return notice ?? (isSlow ? <Skeleton active paragraph={{ rows: lines }} title={false} /> : null);
  return (
    <>
      {notice}
      {children(value)}
    </>
  );
}
