import { Button, Result } from 'antd';
import { Component } from 'react';
import type { ErrorInfo, ReactNode } from 'react';
import { newId } from '../data/index.ts';
import { useText } from '../text/index.ts';

interface State {
  /** Number of the failure, also in the log; `null` = all is well. */
  readonly failed: string | null;
}

/** Keeps one broken page from taking the window with it. The number on screen stands in the log beside the cause. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override readonly state: State = { failed: null };

  static getDerivedStateFromError(): State {
    return { failed: newId().slice(-8) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // The console of the page is written to the program's log by the broker.
    console.error(
      `page failed ${this.state.failed ?? ''}: ${error.stack ?? error.message}${info.componentStack ?? ''}`,
    );
  }

  override render(): ReactNode {
    const { failed } = this.state;
    if (failed === null) return this.props.children;
    return <Broken id={failed} onAgain={() => this.setState({ failed: null })} />;
  }
}

function Broken({ id, onAgain }: { readonly id: string; readonly onAgain: () => void }) {
  const { t } = useText();
  return (
    <Result
      status="error"
      title={t('app.broken')}
      subTitle={
        <>
          <p>{t('app.broken.body')}</p>
          <p>{t('app.broken.id', { id })}</p>
        </>
      }
      extra={
        <Button type="primary" onClick={onAgain}>
          {t('app.broken.again')}
        </Button>
      }
    />
  );
}
