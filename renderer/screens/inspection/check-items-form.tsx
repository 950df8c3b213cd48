import { Button, Skeleton } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { FormPanelProps } from '../../app/section-panels.ts';
import { useAsk } from '../../data/index.ts';
import { now, useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';
import { CheckRow } from './check-row.tsx';
import { CheckSummary } from './check-summary.tsx';
import { changesOf, checkKey, dayOf, readCheck, withMark, withNote, withRestPassed } from './check-state.ts';
import type { CheckState, Mark, Sheet } from './check-state.ts';
import { ReadyLists } from './ready-lists.tsx';
import './inspection.css';

/** Ticks the items of the chosen check list; the newest list of the kind of object is chosen by itself. */
export function CheckItemsForm({ values, onChange }: FormPanelProps) {
  const { t } = useText();
  const { list, object_kind: kind, checked_at: at } = values;
  const lists = useAsk('inspection.lists', typeof kind === 'string' ? { kind, day: dayOf(at) } : null);
  const sheet = useAsk('inspection.sheet', typeof list === 'string' ? { list } : null);
  const newest = lists.value?.lists[0]?.id;
  // Once for each kind: emptied by hand it stays empty.
  const chosenFor = useRef<string | null>(null);
  useEffect(() => {
    if (newest === undefined || typeof kind !== 'string' || chosenFor.current === kind) return;
    chosenFor.current = kind;
    if (typeof list === 'string') return;
    onChange({ list: newest, ...(typeof at !== 'string' && { checked_at: thisMinute() }) });
  }, [newest, kind, list, at, onChange]);
  if (typeof kind !== 'string') return <p className="soft">{t('inspection.choose-kind')}</p>;
  if (sheet.failure && !sheet.value) return <FailureNotice failure={sheet.failure} onRetry={sheet.refresh} />;
  if (sheet.value) return <Items sheet={sheet.value} values={values} onChange={onChange} />;
  if (lists.value?.lists.length === 0)
    return <ReadyLists ready={lists.value.ready} onAdded={(added) => onChange({ list: added })} />;
  return sheet.isSlow ? <Skeleton active /> : <p className="soft">{t('inspection.choose-list')}</p>;
}

/** Now, to the minute: nobody notes the seconds of a check. */
function thisMinute(): string {
  const at = now();
  at.setSeconds(0, 0);
  return at.toISOString();
}

function Items({
  sheet,
  values,
  onChange,
}: Pick<FormPanelProps, 'values' | 'onChange'> & { readonly sheet: Sheet }) {
  const { t } = useText();
  const root = useRef<HTMLDivElement>(null);
  const state = readCheck(values);
  const [current, setCurrent] = useState(sheet.items[0]?.no ?? 1);
  /** Item that gets the keyboard once it is drawn; its note when something is wrong with it. */
  const [wanted, setWanted] = useState<{ readonly no: number; readonly note: boolean } | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    const row = root.current?.querySelector(`[data-item="${String(wanted.no)}"]`);
    const target = row?.querySelector<HTMLElement>(wanted.note ? '.check-note' : '[tabindex="0"]');
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
  }, [wanted]);
  const write = (next: CheckState) => onChange(changesOf(next, sheet, values));
  const go = (no: number, note = false) => {
    setCurrent(no);
    setWanted({ no, note });
  };
  const step = (from: number, by: 1 | -1) => {
    const at = sheet.items.findIndex((item) => item.no === from);
    const next = sheet.items[at + by];
    if (next !== undefined) go(next.no);
  };
  const mark = (no: number, chosen: Mark | null) => {
    write(withMark(state, no, chosen));
    if (chosen === 'failed') go(no, true);
    else step(no, 1);
  };
  const onKey = (event: KeyboardEvent, no: number) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    const key = checkKey(event.key, event.target instanceof HTMLInputElement);
    if (key === null) return;
    event.preventDefault();
    if (key.do === 'move') step(no, key.by);
    else mark(no, key.mark);
  };
  return (
    <div className="check" ref={root} role="group" aria-label={sheet.title} data-own-enter>
      <div className="check-head">
        <CheckSummary sheet={sheet} state={state} />
        <span className="soft">{t('inspection.keys')}</span>
        <Button size="small" onClick={() => write(withRestPassed(state, sheet.items))}>
          {t('inspection.rest-passed')}
        </Button>
      </div>
      {sheet.items.map((item) => (
        <CheckRow
          key={item.no}
          item={item}
          mark={state.marks.get(item.no) ?? null}
          note={state.notes.get(item.no) ?? ''}
          isCurrent={item.no === current}
          onMark={(chosen) => {
            write(withMark(state, item.no, chosen));
            go(item.no, chosen === 'failed');
          }}
          onKey={(event) => onKey(event, item.no)}
          onNote={(note) => write(withNote(state, item.no, note))}
        />
      ))}
    </div>
  );
}
