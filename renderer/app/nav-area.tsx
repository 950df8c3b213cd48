import { DownOutlined, RightOutlined, ScheduleOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import type { AnyLedger } from '../../db/model/define-ledger.ts';
import { useAsk } from '../data/index.ts';
import type { OpenArea } from '../data/index.ts';
import { formatCount, useText } from '../text/index.ts';
import { areaIcons } from './area-icons.tsx';
import { EntryButton, Icon, isScreen, ScreenEntry } from './nav-entry.tsx';
import { useNavigation } from './navigation.ts';
import type { TabTarget } from './tab-target.ts';

interface AreaProperties {
  readonly group: OpenArea;
  readonly target: TabTarget;
  readonly index: number;
  readonly isClosed: boolean;
  readonly onToggle: () => void;
}

/** An area with its ledgers; closed it shows its name, and the screens people work on. */
export function Area({ group, target, index, isClosed, onToggle }: AreaProperties) {
  const { t, label } = useText();
  const name = label(group.label);
  // What is shown is never hidden in the navigation.
  const isOpen = !isClosed || group.ledgers.some((ledger) => isOf(target, ledger.id));
  return (
    <div role="group" className="side-nav-area" aria-label={name}>
      <h2>
        <button type="button" aria-expanded={isOpen} onClick={onToggle}>
          <Icon>{areaIcons[group.id]}</Icon>
          <span className="side-nav-name">{name}</span>
          {isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
        </button>
        {index < 9 && <kbd aria-hidden>Alt {index + 1}</kbd>}
      </h2>
      {group.id === 'duty' && <ScreenEntry target={target} isFolded={false} {...dutyScreen} />}
      {isOpen &&
        group.ledgers.map((ledger) => (
          <LedgerEntry key={ledger.id} ledger={ledger} isCurrent={isOf(target, ledger.id)} />
        ))}
      {isOpen && group.closed > 0 ? (
        <p className="side-nav-closed">{t('nav.closed', { count: group.closed })}</p>
      ) : null}
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

/** An area as a sign with a menu. */
export function FoldedArea({ group, target }: { readonly group: OpenArea; readonly target: TabTarget }) {
  const { t, label } = useText();
  const navigation = useNavigation();
  const isDuty = group.id === 'duty';
  const ledgers = group.ledgers.map((ledger) => ({ key: ledger.id, label: label(ledger.label) }));
  const screens = isDuty ? [{ key: dutyScreen.screen, label: t(dutyScreen.text) }] : [];
  const note = { key: 'closed', disabled: true, label: t('nav.closed', { count: group.closed }) };
  const items = [...screens, ...ledgers, ...(group.closed > 0 ? [note] : [])];
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

function isOf(target: TabTarget, ledger: string): boolean {
  return target.kind !== 'screen' && target.kind !== 'import' && target.ledger === ledger;
}
