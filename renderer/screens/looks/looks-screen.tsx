import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import type { Output } from '../../../electron/contract/calls.ts';
import { useShown } from '../../app/use-shown.ts';
import { useSession } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { changed, filterOfPart, type LookFilter } from './look-filter.ts';
import { LookTable } from './look-table.tsx';
import { LooksBar } from './looks-bar.tsx';
import './looks.css';

/** Lines of a page. */
const LINES = 50;

type Page = Output<'look.page'>;
type Place = NonNullable<Page['next']>;

/** The log of looks: who looked at which sensitive record, or at a withheld value, when and how. `part`: `ledger/record`. */
export function LooksScreen({ part }: { readonly part: string | null }) {
  const { t } = useText();
  const seesSensitive = useSession()?.user.seesSensitive ?? true;
  const [filter, setFilter] = useState(() => filterOfPart(part));
  /** Places the pages before this one went on behind; the first page needs none. */
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const before = places.at(-1);
  const question = { ...filter, limit: LINES, ...(before === undefined ? {} : { before }) };
  const { value, failure, isSlow, refresh } = useShown('look.page', question);
  const show = (next: LookFilter) => {
    setPlaces([]);
    setFilter(next);
  };
  return (
    <div className="screen">
      <h1>{t('looks.title')}</h1>
      <p className="soft">{t(seesSensitive ? 'looks.body' : 'looks.body.closed')}</p>
      <LooksBar filter={filter} onFilter={show} onRefresh={refresh} />
      {filter.record !== undefined && (
        <RecordTag
          filter={filter}
          page={value}
          onAll={() => show(changed(filter, { ledger: filter.ledger }))}
        />
      )}
      {failure !== null && <FailureNotice failure={failure} onRetry={refresh} />}
      <LookTable
        looks={value?.looks ?? []}
        isLoading={isSlow}
        onRecord={({ ledger, record }) => show({ ...filter, ledger, record })}
      />
      <div className="looks-pages">
        <Button
          icon={<LeftOutlined aria-hidden />}
          disabled={places.length === 0}
          onClick={() => setPlaces(places.slice(0, -1))}
        >
          {t('looks.newer')}
        </Button>
        <span className="soft">{t('looks.page', { page: places.length + 1 })}</span>
        <Button
          icon={<RightOutlined aria-hidden />}
          iconPlacement="end"
          disabled={value === undefined || value.next === null}
          onClick={() => value?.next && setPlaces([...places, value.next])}
        >
          {t('looks.older')}
        </Button>
      </div>
    </div>
  );
}

/** The one record whose looks are shown, by its title where a line tells it. */
function RecordTag({
  filter,
  page,
  onAll,
}: {
  readonly filter: LookFilter;
  readonly page: Page | undefined;
  readonly onAll: () => void;
}) {
  const { t } = useText();
  const title = page?.looks.find(({ record }) => record === filter.record)?.title;
  return (
    <Tag closable onClose={onAll} className="looks-tag">
      {t('looks.of', { title: title ?? filter.record ?? '' })}
    </Tag>
  );
}
