import { formatCount, formatInstant, useText } from '../../../text/index.ts';
import { Panel } from '../../../ui/index.ts';
import { useExchange } from '../exchange-place.ts';
import { Fingerprint } from '../file-list.tsx';
import type { Peer } from '../../../data/index.ts';

/** The office above: how far our changes have come there, and when it last answered. */
export function ParentPanel({ parent }: { readonly parent: Peer }) {
  const { t } = useText();
  const { go } = useExchange();
  const at = (instant: string | null) =>
    instant === null ? t('exchange.offices.never') : formatInstant(instant);
  return (
    <Panel title={t('exchange.offices.parent')}>
      <p className="office-name" title={parent.name}>
        {parent.name}
      </p>
      <dl className="facts">
        <dt>{t('exchange.offices.pending')}</dt>
        <dd>
          <button type="button" className="plain-link" onClick={() => go('send')}>
            {formatCount(parent.pending)}
          </button>
        </dd>
        <dt>{t('exchange.offices.carried')}</dt>
        <dd>
          <button type="button" className="plain-link" onClick={() => go('register.sent')}>
            {formatCount(parent.carried)}
          </button>
        </dd>
        <dt>{t('exchange.offices.returned')}</dt>
        <dd>
          <button type="button" className="plain-link" onClick={() => go('inbox.returned')}>
            {formatCount(parent.returned)}
          </button>
        </dd>
        <dt>{t('exchange.offices.last-sent')}</dt>
        <dd>{at(parent.lastSentAt)}</dd>
        <dt>{t('exchange.offices.last-receipt')}</dt>
        <dd>{at(parent.lastReceiptAt)}</dd>
        <dt>{t('exchange.fingerprint')}</dt>
        <dd>
          <Fingerprint digits={parent.fingerprint} />
        </dd>
      </dl>
    </Panel>
  );
}
