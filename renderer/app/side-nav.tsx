import {
  BarChartOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  FileDoneOutlined,
  HistoryOutlined,
  ImportOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  ProfileOutlined,
  SettingOutlined,
  SwapOutlined,
} from '@ant-design/icons';
import { useAsk, useOpenLedgers, useSession } from '../data/index.ts';
import { useText } from '../text/index.ts';
import { Area, FoldedArea } from './nav-area.tsx';
import { Entry, isScreen, ScreenEntry } from './nav-entry.tsx';
import { useNavigation } from './navigation.ts';
import type { TabTarget } from './tab-target.ts';
import { useClosedAreas } from './use-closed-areas.ts';
import { useReminder } from './use-reminder.ts';

interface Properties {
  /** What the shown tab shows; its entry is marked. */
  readonly target: TabTarget;
  readonly isFolded: boolean;
  readonly onFold: (isFolded: boolean) => void;
}

/** The ledgers by area with their counts, and the tools below; folds to icons. */
export function SideNav({ target, isFolded, onFold }: Properties) {
  const { t } = useText();
  const closed = useClosedAreas();
  const reminder = useReminder();
  const { areas } = useOpenLedgers();
  return (
    <nav className={isFolded ? 'side-nav side-nav-folded' : 'side-nav'} aria-label={t('nav.label')}>
      <div className="side-nav-scroll">
        <ScreenEntry
          target={target}
          isFolded={isFolded}
          screen="home"
          icon={<CheckSquareOutlined aria-hidden />}
          text="nav.home"
          count={reminder === null ? 0 : reminder.overdue + reminder.dueToday}
        />
        <ScreenEntry
          target={target}
          isFolded={isFolded}
          screen="calendar"
          icon={<CalendarOutlined aria-hidden />}
          text="calendar.title"
        />
        {areas.map((group, index) =>
          isFolded ? (
            <FoldedArea key={group.id} group={group} target={target} />
          ) : (
            <Area
              key={group.id}
              group={group}
              target={target}
              index={index}
              isClosed={closed.has(group.id)}
              onToggle={() => closed.toggle(group.id)}
            />
          ),
        )}
      </div>
      <Tools target={target} isFolded={isFolded} />
      <button
        type="button"
        className="side-nav-fold"
        title={t(isFolded ? 'nav.unfold' : 'nav.fold')}
        aria-label={t(isFolded ? 'nav.unfold' : 'nav.fold')}
        aria-expanded={!isFolded}
        onClick={() => onFold(!isFolded)}
      >
        {isFolded ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
      </button>
    </nav>
  );
}

/** Screens below the ledgers, behind the import. */
const tools = [
  { screen: 'figures', icon: <BarChartOutlined aria-hidden />, text: 'nav.figures' },
  { screen: 'forms', icon: <FileDoneOutlined aria-hidden />, text: 'forms.title' },
  { screen: 'batches', icon: <HistoryOutlined aria-hidden />, text: 'nav.batches' },
  { screen: 'codes', icon: <ProfileOutlined aria-hidden />, text: 'nav.codes' },
  { screen: 'settings', icon: <SettingOutlined aria-hidden />, text: 'nav.settings' },
] as const;

function Tools({ target, isFolded }: { readonly target: TabTarget; readonly isFolded: boolean }) {
  const { t } = useText();
  const navigation = useNavigation();
  return (
    <div role="group" className="side-nav-area side-nav-tools" aria-label={t('nav.tools')}>
      <ExchangeEntry target={target} isFolded={isFolded} />
      <Entry
        isFolded={isFolded}
        isCurrent={target.kind === 'import'}
        icon={<ImportOutlined aria-hidden />}
        text={t('nav.import')}
        onOpen={() => navigation.openImport()}
      />
      {tools.map((tool) => (
        <ScreenEntry key={tool.screen} target={target} isFolded={isFolded} {...tool} />
      ))}
    </div>
  );
}

/** The exchange between offices, with the number of things that wait there to be settled. */
function ExchangeEntry({ target, isFolded }: { readonly target: TabTarget; readonly isFolded: boolean }) {
  const { t } = useText();
  const navigation = useNavigation();
  const isPractice = useSession()?.practice ?? true;
  const { value } = useAsk('exchange.overview', isPractice ? null : {});
  const waiting = value === undefined ? 0 : value.conflicts + value.twins + value.returned + value.waiting;
  return (
    <Entry
      isFolded={isFolded}
      isCurrent={isScreen(target, 'exchange')}
      icon={<SwapOutlined aria-hidden />}
      text={t('nav.exchange')}
      count={waiting}
      onOpen={() => navigation.openScreen('exchange')}
    />
  );
}
