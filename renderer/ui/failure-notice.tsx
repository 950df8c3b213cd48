import { Alert, Button } from 'antd';
import type { Failure } from '../../electron/contract/failure.ts';
import { failureText, useText } from '../text/index.ts';

interface Properties {
  readonly failure: Failure;
  /** Asks again; left out where repeating makes no sense. */
  readonly onRetry?: () => void;
}

/** A failure in words: what happened, what is safe, what to do, and the button to try again. */
export function FailureNotice({ failure, onRetry }: Properties) {
  const { t } = useText();
  const retry = onRetry && (
    <Button size="small" onClick={onRetry}>
      {t('action.retry')}
    </Button>
  );
  return <Alert type="error" showIcon role="alert" title={failureText(failure, t)} action={retry} />;
}
