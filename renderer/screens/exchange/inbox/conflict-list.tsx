import { Checkbox, Pagination, Skeleton } from 'antd';
import { useState } from 'react';
import { useShown } from '../../../app/use-shown.ts';
import { useText } from '../../../text/index.ts';
import { EmptyState, FailureNotice } from '../../../ui/index.ts';
import { ConflictCard } from './conflict-card.tsx';

const PAGE = 10;

/** Fields that two offices changed without knowing of each other; the later value stands, the other is kept here. */
export function ConflictList() {
  const { t } = useText();
  const [withSettled, setWithSettled] = useState(false);
  const [page, setPage] = useState(1);
  const { value, failure, isSlow, refresh } = useShown('conflict.list', { settled: withSettled });
  const notice = failure === null ? null : <FailureNotice failure={failure} onRetry={refresh} />;
  const filter = (
    <Checkbox checked={withSettled} onChange={(event) => setWithSettled(event.target.checked)}>
      {t('exchange.conflict.settled')}
    </Checkbox>
  );
  if (value === undefined) return notice ?? (isSlow ? <Skeleton active /> : null);
  if (value.length === 0)
    return (
      <EmptyState title={t('exchange.conflict.none')} body={t('exchange.conflict.none.body')}>
        {filter}
      </EmptyState>
    );
  const last = Math.max(1, Math.ceil(value.length / PAGE));
  const from = (Math.min(page, last) - 1) * PAGE;
  return (
    <>
      {notice}
      <div className="inbox-lead">
        <p className="soft">{t('exchange.conflict.lead')}</p>
        {filter}
      </div>
      <ul className="cards">
        {value.slice(from, from + PAGE).map((conflict) => (
          <ConflictCard key={conflict.id} conflict={conflict} />
        ))}
      </ul>
      <Pagination
        size="small"
        align="end"
        hideOnSinglePage
        current={Math.min(page, last)}
        pageSize={PAGE}
        total={value.length}
        onChange={setPage}
      />
    </>
  );
}
