import { Input, Tag } from 'antd';
import type { KeyboardEvent } from 'react';
import { useText } from '../../text/index.ts';
import { marks } from './check-state.ts';
import type { Mark, SheetItem } from './check-state.ts';

interface Properties {
  readonly item: SheetItem;
  readonly mark: Mark | null;
  readonly note: string;
  /** Can be reached with the Tab key; one row of the list is. */
  readonly isCurrent: boolean;
  readonly onMark: (mark: Mark) => void;
  readonly onNote: (note: string) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** One item: what must be so, three buttons, and room for what is wrong. */
export function CheckRow({ item, mark, note, isCurrent, onMark, onNote, onKey }: Properties) {
  const { t } = useText();
  const chosen = mark ?? 'passed';
  return (
    <div className={`check-row check-${mark ?? 'open'}`} data-item={item.no}>
      <span className="check-no">{item.no}</span>
      <span className="check-group">{item.group}</span>
      <span className="check-wording" title={item.basis}>
        {item.wording}
        {item.isMajor && (
          <Tag color="red" className="check-major">
            {t('inspection.major')}
          </Tag>
        )}
      </span>
      <span className="check-marks" role="radiogroup" aria-label={item.wording}>
        {marks.map((one) => (
          <button
            key={one}
            type="button"
            role="radio"
            aria-checked={mark === one}
            className={`check-mark check-mark-${one}`}
            tabIndex={isCurrent && one === chosen ? 0 : -1}
            {...(isCurrent && one === chosen && { 'data-first': true })}
            onKeyDown={onKey}
            onClick={() => onMark(one)}
          >
            {t(`inspection.mark.${one}`)}
          </button>
        ))}
      </span>
      {mark === 'failed' && (
        <Input
          className="check-note"
          value={note}
          maxLength={200}
          placeholder={t('inspection.note')}
          aria-label={t('inspection.note.of', { no: item.no })}
          onKeyDown={onKey}
          onChange={(event) => onNote(event.target.value)}
        />
      )}
    </div>
  );
}
