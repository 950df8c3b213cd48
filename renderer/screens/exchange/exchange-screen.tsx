import { Skeleton, Tabs } from 'antd';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { ShownPartContext, useShown } from '../../app/use-shown.ts';
import { isReady, parentOf, useSession } from '../../data/index.ts';
import { formatCount, useText } from '../../text/index.ts';
import { EmptyState, FailureNotice } from '../../ui/index.ts';
import { ExchangeContext, placeOf, sections } from './exchange-place.ts';
import type { Section } from './exchange-place.ts';
import type { Overview } from '../../data/index.ts';
import { InboxSection } from './inbox/inbox-section.tsx';
import { OfficesSection } from './offices/offices-section.tsx';
import { ReceiveSection } from './receive/receive-section.tsx';
import { RegisterSection } from './register/register-section.tsx';
import { SendSection } from './send/send-section.tsx';
import './exchange.css';

/** The exchange between offices: send, take in, register of packages, things to settle, offices and enrolment. */
export function ExchangeScreen({ part }: { readonly part: string | null }) {
  const { t } = useText();
  const isPractice = useSession()?.practice === true;
  const asked = isPractice ? null : {};
  const { value, failure, isSlow, refresh } = useShown('exchange.overview', asked);
  if (isPractice) return <EmptyState title={t('exchange.practice')} body={t('exchange.practice.body')} />;
  if (value !== undefined) return <Sections overview={value} part={part} />;
  if (failure !== null) return <FailureNotice failure={failure} onRetry={refresh} />;
  return isSlow ? <Skeleton active className="page-skeleton" /> : null;
}

const bodies: Readonly<Record<Section, () => ReactNode>> = {
  send: SendSection,
  receive: ReceiveSection,
  register: RegisterSection,
  inbox: InboxSection,
  offices: OfficesSection,
};

function Sections({ overview, part }: { readonly overview: Overview; readonly part: string | null }) {
  const { t } = useText();
  const [place, setPlace] = useState(() => placeOf(part) ?? { section: firstSection(overview), list: '' });
  const surface = useMemo(
    () => ({
      overview,
      place,
      go: (to: string) => {
        const next = placeOf(to);
        if (next !== null) setPlace(next);
      },
    }),
    [overview, place],
  );
  const shown = sections.filter((section) => section !== 'send' || hasSomebodyAbove(overview));
  const waiting = overview.conflicts + overview.twins + overview.returned + overview.waiting;
  return (
    <ExchangeContext value={surface}>
      <div className="exchange">
        <h1 className="visually-hidden">{t('exchange.title')}</h1>
        <Tabs
          className="exchange-sections"
          activeKey={place.section}
          onChange={(section) => surface.go(section)}
          items={shown.map((section) => {
            const Body = bodies[section];
            const title = t(`exchange.${section}`);
            return {
              key: section,
              label: section === 'inbox' && waiting > 0 ? `${title} ${formatCount(waiting)}` : title,
              children: (
                <ShownPartContext value={section === place.section}>
                  <Body />
                </ShownPartContext>
              ),
            };
          })}
        />
      </div>
    </ExchangeContext>
  );
}

/** A city has nobody above; everybody else has or will have. */
const hasSomebodyAbove = (overview: Overview): boolean => overview.role !== 'city';

function firstSection(overview: Overview): Section {
  if (!isReady(overview)) return 'offices';
  return parentOf(overview) === undefined ? 'receive' : 'send';
}
