import { PlusOutlined } from '@ant-design/icons';
import { Button, Select, Skeleton, Tabs } from 'antd';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { ShownPartContext, useShown } from '../../app/use-shown.ts';
import { usePreference } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import type { TextKey } from '../../text/index.ts';
import { EmptyState, FailureNotice } from '../../ui/index.ts';
import { BoardSection } from './board/board-section.tsx';
import { ChangesSection } from './changes/changes-section.tsx';
import { DutyContext, placeOf, sections, startMonth } from './duty-place.ts';
import type { Section, Team } from './duty-place.ts';
import { FairnessSection } from './fairness/fairness-section.tsx';
import { LogSection } from './log/log-section.tsx';
import { RulesSection } from './rules/rules-section.tsx';
import { SetUpDialog } from './setup/set-up-dialog.tsx';
import { TeamSection } from './team/team-section.tsx';
import './duty.css';

/** Duty rosters: plan a month, see why, change it, share it out fairly, keep the log. */
export function DutyScreen({ part }: { readonly part: string | null }) {
  const { t } = useText();
  const { value, failure, isSlow, refresh } = useShown('duty.teams', {});
  const [isSettingUp, setSettingUp] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const dialog = isSettingUp && (
    <SetUpDialog
      onClose={(team) => {
        setSettingUp(false);
        if (team !== null) {
          setMade(team);
          refresh();
        }
      }}
    />
  );
  if (value === undefined) {
    if (failure !== null) return <FailureNotice failure={failure} onRetry={refresh} />;
    return isSlow ? <Skeleton active className="page-skeleton" /> : null;
  }
  const [first] = value.teams;
  if (first === undefined) {
    return (
      <div className="duty">
        <h1 className="visually-hidden">{t('duty.title')}</h1>
        <EmptyState title={t('duty.empty')} body={t('duty.empty.body')}>
          <Button type="primary" onClick={() => setSettingUp(true)}>
            {t('duty.set-up')}
          </Button>
        </EmptyState>
        {dialog}
      </div>
    );
  }
  return (
    <>
      <Teams
        teams={[first, ...value.teams.slice(1)]}
        today={value.today}
        part={part}
        made={made}
        onSetUp={() => setSettingUp(true)}
        refresh={refresh}
      />
      {dialog}
    </>
  );
}

const titles = {
  board: 'duty.board',
  fairness: 'duty.fairness',
  changes: 'duty.changes',
  log: 'duty.log',
  rules: 'duty.rules',
  team: 'duty.team-parts',
} as const satisfies Record<Section, TextKey>;

interface TeamsProperties {
  readonly teams: readonly [Team, ...Team[]];
  readonly today: string;
  readonly part: string | null;
  /** The team set up a moment ago. */
  readonly made: string | null;
  readonly onSetUp: () => void;
  readonly refresh: () => void;
}

const bodies: Readonly<Record<Section, () => ReactNode>> = {
  board: BoardSection,
  fairness: FairnessSection,
  changes: ChangesSection,
  log: LogSection,
  rules: RulesSection,
  team: TeamSection,
};

function Teams({ teams, today, part, made, onSetUp, refresh }: TeamsProperties) {
  const { t } = useText();
  const [place] = useState(() => placeOf(part));
  const [last, remember] = usePreference('duty.team');
  const [chosen, setChosen] = useState<string | null>(place.team);
  const [section, go] = useState<Section>(place.section);
  const [months, setMonths] = useState<Readonly<Record<string, string>>>({});
  const [seenMade, setSeenMade] = useState(made);
  if (made !== seenMade) {
    setSeenMade(made);
    setChosen(made);
    go('board');
  }
  const team = teams.find(({ id }) => id === chosen) ?? teams.find(({ id }) => id === last) ?? teams[0];
  const month = months[team.id] ?? place.month ?? startMonth(team, today);
  const surface = useMemo(
    () => ({
      team,
      today,
      month,
      setMonth: (next: string) => setMonths((before) => ({ ...before, [team.id]: next })),
      go,
      refreshTeams: refresh,
    }),
    [team, today, month, refresh],
  );
  const choose = (
    <div className="duty-team">
      <Select
        aria-label={t('duty.team')}
        value={team.id}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        popupMatchSelectWidth={false}
        onChange={(id) => {
          setChosen(id);
          remember(id);
        }}
      />
      <Button
        icon={<PlusOutlined aria-hidden />}
        aria-label={t('duty.set-up')}
        title={t('duty.set-up')}
        onClick={onSetUp}
      />
    </div>
  );
  return (
    <DutyContext value={surface}>
      <div className="duty">
        <h1 className="visually-hidden">{t('duty.title')}</h1>
        {choose}
        <Tabs
          className="duty-sections"
          activeKey={section}
          onChange={(key) => go(sections.find((known) => known === key) ?? 'board')}
          items={sections.map((key) => {
            const Body = bodies[key];
            return {
              key,
              label: t(titles[key]),
              children: (
                <ShownPartContext value={key === section}>
                  <Body key={team.id} />
                </ShownPartContext>
              ),
            };
          })}
        />
      </div>
    </DutyContext>
  );
}
