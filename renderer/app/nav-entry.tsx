import type { ComponentProps, ReactNode } from 'react';
import { formatCount, useText } from '../text/index.ts';
import type { TextKey } from '../text/index.ts';
import { useNavigation } from './navigation.ts';
import type { ScreenId, TabTarget } from './tab-target.ts';

interface ScreenProperties {
  readonly target: TabTarget;
  readonly isFolded: boolean;
  readonly screen: ScreenId;
  readonly icon: ReactNode;
  readonly text: TextKey;
  /** What waits there; nothing is shown for 0. */
  readonly count?: number;
}

/** A line that opens a screen. */
export function ScreenEntry({ target, isFolded, screen, icon, text, count = 0 }: ScreenProperties) {
  const { t } = useText();
  const navigation = useNavigation();
  return (
    <Entry
      isFolded={isFolded}
      isCurrent={isScreen(target, screen)}
      icon={icon}
      text={t(text)}
      count={count}
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

/** A line with its sign; folded, the sign alone. */
export function Entry({ isFolded, isCurrent, icon, text, count = 0, onOpen }: EntryProperties) {
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
export function EntryButton({
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

/** The sign of a line; what it means stands beside it or in its label. */
export function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <span className="side-nav-icon" aria-hidden>
      {children}
    </span>
  );
}

/** Whether a tab shows this screen. */
export const isScreen = (target: TabTarget, screen: ScreenId): boolean =>
  target.kind === 'screen' && target.screen === screen;
