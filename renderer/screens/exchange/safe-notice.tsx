import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { useText } from '../../text/index.ts';

/** The one thing everybody waits for: whether the stick can come out, and what that rests on. */
export function SafeNotice({ verified }: { readonly verified: 'uncached' | 'cached' }) {
  const { t } = useText();
  const isCertain = verified === 'uncached';
  return (
    <div className={isCertain ? 'safe safe-done' : 'safe safe-due'} role="status">
      {isCertain ? <CheckCircleFilled aria-hidden /> : <ExclamationCircleFilled aria-hidden />}
      <div>
        <h2>{t(isCertain ? 'exchange.done.safe' : 'exchange.done.cached')}</h2>
        <p>{t(isCertain ? 'exchange.done.safe.body' : 'exchange.done.cached.body')}</p>
      </div>
    </div>
  );
}
