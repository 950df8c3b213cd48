import {
  CalendarOutlined,
  HistoryOutlined,
  ImportOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  ProfileOutlined,
  ScheduleOutlined,
  SettingOutlined,
  SwapOutlined,
} from '@ant-design/icons';
import { Dropdown } from 'antd';
import type { ComponentProps, ReactNode } from 'react';
import type { AnyLedger } from '../../db/model/define-ledger.ts';
import { areaGroups, useAsk, useSession } from '../data/index.ts';
import type { AreaGroup } from '../data/index.ts';
import { formatCount, useText } from '../text/index.ts';
import type { TextKey } from '../text/index.ts';
import { areaIcons } from './area-icons.tsx';
import { useNavigation } from './navigation.ts';
import type { ScreenId, TabTarget } from './tab-target.ts';

interface Properties {
  /** What the shown tab shows; its entry is marked. */
  readonly target: TabTarget;
  readonly isFolded: boolean;
  readonly onFold: (isFolded: boolean) => void;
}

/** The ledgers by area with their counts, and the tools below; folds to icons. */
export function SideNav({ target, isFolded, onFold }: Properties) {
  const { t } = useText();
  return (
    <nav className={isFolded ? 'side-nav side-nav-folded' : 'side-nav'} aria-label={t('nav.label')}>
      <div className="side-nav-scroll">
        <ScreenEntry
          target={target}
          isFolded={isFolded}
          screen="home"
          icon={<CalendarOutlined aria-hidden />}
          text="nav.home"
        />
        {areaGroups.map((group, index) =>
          isFolded ? (
            <FoldedArea key={group.id} group={group} target={target} />
          ) : (
            <Area key={group.id} group={group} target={target} index={index} />
          ),
        )}
        <Tools target={target} isFolded={isFolded} />
      </div>
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

function Area({ group, target, index }: { group: AreaGroup; target: TabTarget; index: number }) {
  const { label } = useText();
  return (
    <div role="group" className="side-nav-area" aria-label={label(group.label)}>
      <h2>
        <Icon>{areaIcons[group.id]}</Icon>
        <span>{label(group.label)}</span>
        <kbd aria-hidden>Alt {index + 1}</kbd>
      </h2>
      {group.id === 'duty' && <ScreenEntry target={target} isFolded={false} {...dutyScreen} />}
      {group.ledgers.map((ledger) => (
        <LedgerEntry key={ledger.id} ledger={ledger} isCurrent={isOf(target, ledger.id)} />
      ))}
    </div>
  );
}

function LedgerEntry({ ledger, isCurrent }: { readonly ledger: AnyLedger; readonly isCurrent: boolean }) {
  const { label } = useText();
  const navigation = useNavigation();
  const count = useAsk('record.total', { ledger: ledger.id, where: {} }).value;
  return (
    <EntryButton
      isCurrent={isCurrent}
      title={label(ledger.label)}
      onClick={() => navigation.openList(ledger.id)}
    >
      <span className="side-nav-name">{label(ledger.label)}</span>
      <span className="side-nav-count">
        {count === undefined ? '' : `${formatCount(count.total)}${count.exact ? '' : '+'}`}
      </span>
    </EntryButton>
  );
}

/** Rosters are planned on a screen of their own, which stands before the ledgers they are kept in. */
const dutyScreen = { screen: 'duty', icon: <ScheduleOutlined aria-hidden />, text: 'nav.duty' } as const;

function FoldedArea({ group, target }: { readonly group: AreaGroup; readonly target: TabTarget }) {
  const { t, label } = useText();
  const navigation = useNavigation();
  const isDuty = group.id === 'duty';
  const ledgers = group.ledgers.map((ledger) => ({ key: ledger.id, label: label(ledger.label) }));
  const items = isDuty ? [{ key: dutyScreen.screen, label: t(dutyScreen.text) }, ...ledgers] : ledgers;
  const isCurrent =
    group.ledgers.some((ledger) => isOf(target, ledger.id)) || (isDuty && isScreen(target, 'duty'));
  const open = (key: string) =>
    key === dutyScreen.screen ? navigation.openScreen('duty') : navigation.openList(key);
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => open(key) }} trigger={['click']}>
      <EntryButton isCurrent={isCurrent} title={label(group.label)} aria-label={label(group.label)}>
        <Icon>{areaIcons[group.id]}</Icon>
      </EntryButton>
    </Dropdown>
  );
}

/** Screens below the ledgers, behind the import. */
const tools = [
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

interface ScreenProperties {
  readonly target: TabTarget;
  readonly isFolded: boolean;
  readonly screen: ScreenId;
  readonly icon: ReactNode;
  readonly text: TextKey;
}

function ScreenEntry({ target, isFolded, screen, icon, text }: ScreenProperties) {
  const { t } = useText();
  const navigation = useNavigation();
  return (
    <Entry
      isFolded={isFolded}
      isCurrent={isScreen(target, screen)}
      icon={icon}
      text={t(text)}
      onOpen={() => navigation.openScreen(screen)}
    />
  );
}

interface EntryProperties {
  readonly isFolded: boolean;
  readonly isCurrent: boolean;
  readonly icon: ReactNode;
  readonly text: string;
  /** What waits there; nothing is shown for 0. */
  readonly count?: number;
  readonly onOpen: () => void;
}

function Entry({ isFolded, isCurrent, icon, text, count = 0, onOpen }: EntryProperties) {
  return (
    <EntryButton
      isCurrent={isCurrent}
      {...(isFolded ? { 'aria-label': text } : {})}
      title={text}
      onClick={onOpen}
    >
      <Icon>{icon}</Icon>
      {!isFolded && <span className="side-nav-name">{text}</span>}
      {!isFolded && count > 0 && <span className="side-nav-count">{formatCount(count)}</span>}
    </EntryButton>
  );
}

/** A line of the navigation; what a menu hung on it needs (`ref`, class, keys) is passed on to the button. */
function EntryButton({
  isCurrent,
  className = '',
  ...button
}: ComponentProps<'button'> & { readonly isCurrent: boolean }) {
  return (
    <button
      type="button"
      className={`side-nav-entry ${className}`}
      {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
      {...button}
    />
  );
}

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <span className="side-nav-icon" aria-hidden>
      {children}
    </span>
  );
}

const isScreen = (target: TabTarget, screen: ScreenId): boolean =>
  target.kind === 'screen' && target.screen === screen;

function isOf(target: TabTarget, ledger: string): boolean {
  return target.kind !== 'screen' && target.kind !== 'import' && target.ledger === ledger;
}
