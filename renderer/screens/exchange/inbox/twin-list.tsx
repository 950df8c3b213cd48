import { Skeleton } from 'antd';
import { useText } from '../../../text/index.ts';
import { EmptyState, FailureNotice } from '../../../ui/index.ts';
import { TwinCard } from './twin-card.tsx';
import { useShown } from '../use-shown.ts';

/** Pairs of records of the same real thing that came from two offices. */
export function TwinList() {
  const { t } = useText();
  const { value, failure, isSlow, refresh } = useShown('twin.list', {});
  if (failure !== null) return <FailureNotice failure={failure} onRetry={refresh} />;
  if (value === undefined) return isSlow ? <Skeleton active /> : null;
  if (value.length === 0)
    return <EmptyState title={t('exchange.twin.none')} body={t('exchange.twin.none.body')} />;
  return (
    <>
      <p className="soft">{t('exchange.twin.lead')}</p>
      <ul className="cards">
        {value.map((twin) => (
          <TwinCard key={twin.id} twin={twin} />
        ))}
      </ul>
    </>
  );
}
