import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { Failure } from '../../../electron/contract/failure.ts';
import { failureText, useText } from '../../text/index.ts';

/** A package that was not written: why and what to do with the stick, and that nothing was lost. */
export function WriteProblem({
  failure,
  children,
}: {
  readonly failure: Failure;
  readonly children?: ReactNode;
}) {
  const { t } = useText();
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t('exchange.failed')}
      description={
        <div className="write-problem">
          <p className="write-problem-why">{failureText(failure, t)}</p>
          <p>{t('exchange.failed.body')}</p>
          {children}
        </div>
      }
    />
  );
}
