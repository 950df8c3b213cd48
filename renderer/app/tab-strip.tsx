import { CloseOutlined } from '@ant-design/icons';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { shortTitle, useTown } from '../data/index.ts';
import { useText } from '../text/index.ts';
import { homeTab, isUnsaved } from './tabs.ts';
import type { Tab } from './tabs.ts';
import { tabTitle } from './tab-title.ts';
import type { OpenTabs } from './use-tabs.ts';

/** The open pages in a row; scrolls when there are many. Arrow keys move, Delete or a middle click closes. */
export function TabStrip({ tabs, activate, step, close }: OpenTabs) {
  const { t } = useText();
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // With the next frame: at once it would have the whole window laid out before the page that was opened is in it.
    const frame = requestAnimationFrame(() =>
      strip.current
        ?.querySelector('[aria-selected=true]')
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [tabs.active]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') step(1);
    else if (event.key === 'ArrowLeft') step(-1);
    else if (event.key === 'Delete') close(tabs.active);
    else return;
    event.preventDefault();
    requestAnimationFrame(() => strip.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus());
  };
  return (
    <section aria-label={t('tab.label')}>
      <div
        ref={strip}
        className="tab-strip"
        role="tablist"
        tabIndex={-1}
        aria-label={t('tab.label')}
        onKeyDown={onKeyDown}
        onWheel={(event) => strip.current?.scrollBy({ left: event.deltaY + event.deltaX })}
      >
        {tabs.open.map((tab) => (
          <TabButton
            key={tab.id}
            tab={tab}
            isActive={tab.id === tabs.active}
            onOpen={activate}
            onClose={close}
          />
        ))}
      </div>
    </section>
  );
}

interface ButtonProperties {
  readonly tab: Tab;
  readonly isActive: boolean;
  readonly onOpen: (id: string) => void;
  readonly onClose: (id: string) => void;
}

function TabButton({ tab, isActive, onOpen, onClose }: ButtonProperties) {
  const texts = useText();
  const title = tab.title ?? tabTitle(tab.target, texts);
  const town = useTown();
  const shown = tab.target.kind === 'record' ? shortTitle(tab.target.ledger, title, town) : title;
  const close = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onClose(tab.id);
  };
  return (
    <button
      type="button"
      role="tab"
      id={`tab-${tab.id}`}
      aria-selected={isActive}
      aria-controls={`panel-${tab.id}`}
      tabIndex={isActive ? 0 : -1}
      className={isActive ? 'tab tab-active' : 'tab'}
      title={title}
      onClick={() => onOpen(tab.id)}
      onAuxClick={(event) => (event.button === 1 ? close(event) : undefined)}
    >
      {isUnsaved(tab) && (
        <span className="tab-unsaved" title={texts.t('tab.unsaved')}>
          ●<span className="visually-hidden">{texts.t('tab.unsaved')}</span>
        </span>
      )}
      <span className="tab-title">{shown}</span>
      {tab.id !== homeTab && (
        // For the mouse; the keyboard closes with Delete or Ctrl+W.
        <span className="tab-close" aria-hidden title={texts.t('tab.close', { title })} onClick={close}>
          <CloseOutlined aria-hidden />
        </span>
      )}
    </button>
  );
}
