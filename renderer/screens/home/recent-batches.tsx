import { Button } from 'antd';
import { useNavigation } from '../../app/navigation.ts';
import { useAsk } from '../../data/index.ts';
import { formatInstant, useText } from '../../text/index.ts';
import { FailureNotice, Panel } from '../../ui/index.ts';
import { batchCounts, batchLedger, batchState } from '../batches/batch-words.ts';

const SHOWN = 5;

/** The last imports and batch changes, with their results. */
export function RecentBatches() {
  const texts = useText();
  const { t } = texts;
  const navigation = useNavigation();
  const { value, failure, refresh } = useAsk('batch.list', {});
  const all = (
    <Button type="link" onClick={() => navigation.openScreen('batches')}>
      {t('home.batches.all')}
    </Button>
  );
  return (
    <Panel title={t('home.batches')} actions={value?.length ? all : undefined}>
      {failure && <FailureNotice failure={failure} onRetry={refresh} />}
      {value?.length === 0 && <p className="soft">{t('home.batches.none')}</p>}
      <ul className="home-batches">
        {value?.slice(0, SHOWN).map((batch) => (
          <li key={batch.id}>
            <time>{formatInstant(batch.startedAt)}</time>
            <span>{t(`batch.kind.${batch.kind}`)}</span>
            <span>{batchLedger(batch, texts)}</span>
            <span className="home-batch-label" title={batch.label}>
              {batch.label}
            </span>
            <span className="soft">{batchCounts(batch.counts, t)}</span>
            <span>{batchState(batch, t)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
