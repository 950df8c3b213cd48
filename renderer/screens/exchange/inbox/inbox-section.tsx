import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useShown } from '../../../app/use-shown.ts';
import { childrenOf, parentOf } from '../../../data/index.ts';
import { useText } from '../../../text/index.ts';
import { useExchange } from '../exchange-place.ts';
import { ConflictList } from './conflict-list.tsx';
import { DuplicateList } from './duplicate-list.tsx';
import { ReturnedList } from './returned-list.tsx';
import { TwinList } from './twin-list.tsx';
import { WaitingList } from './waiting-list.tsx';

type List = 'conflicts' | 'twins' | 'returned' | 'duplicates' | 'waiting';

const bodies: Readonly<Record<List, () => ReactNode>> = {
  conflicts: ConflictList,
  twins: TwinList,
  returned: ReturnedList,
  duplicates: DuplicateList,
  waiting: WaitingList,
};

/** What somebody has to decide or correct, by kind; the first list with something in it is shown. */
export function InboxSection() {
  const { t } = useText();
  const { overview, place, go } = useExchange();
  const hasParent = parentOf(overview) !== undefined;
  const elsewhere = useShown('returned.duplicates', hasParent ? {} : null).value?.length ?? 0;
  const counts: Readonly<Record<List, number>> = {
    conflicts: overview.conflicts,
    twins: overview.twins,
    returned: overview.returned,
    duplicates: elsewhere,
    waiting: overview.waiting,
  };
  const up: readonly List[] = hasParent ? ['returned', 'duplicates'] : [];
  const down: readonly List[] = childrenOf(overview).length > 0 ? ['waiting'] : [];
  const lists: readonly List[] = ['conflicts', 'twins', ...up, ...down];
  const named = place.section === 'inbox' ? lists.find((list) => list === place.list) : undefined;
  const list = named ?? lists.find((one) => counts[one] > 0) ?? 'conflicts';
  const Body = bodies[list];
  return (
    <div className="exchange-part">
      <h2 className="visually-hidden">{t('exchange.inbox.title')}</h2>
      <Segmented
        className="exchange-lists"
        aria-label={t('exchange.inbox.title')}
        value={list}
        onChange={(name) => go(`inbox.${name}`)}
        options={lists.map((name) => ({
          value: name,
          label: t(`exchange.inbox.${name}`, { count: counts[name] }),
        }))}
      />
      <Body key={list} />
    </div>
  );
}
