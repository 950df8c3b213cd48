import { Button, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { FormKind } from '../../../db/model/forms/form-mapping.ts';
import { useText } from '../../text/index.ts';
import { choicesOf, fitting, sourcesOf, type FieldSource } from './field-sources.ts';
import { rowOf, withToken, type FormView } from './form-draft.ts';

interface Properties {
  readonly view: FormView;
  readonly ledger: AnyLedger;
  readonly kind: FormKind;
  /** Chosen place. */
  readonly at: string | null;
  /** Its text now, and as it is in the file. */
  readonly text: string;
  readonly own: string;
  readonly textAt: (at: string) => string;
  readonly onText: (text: string) => void;
}

/** What goes into the chosen place: its text, and the fields to be put in by a click. */
export function MarkPanel({ view, ledger, kind, at, text, own, textAt, onText }: Properties) {
  const { t, label } = useText();
  const [wanted, setWanted] = useState('');
  const sources = useMemo(() => sourcesOf(ledger, kind), [ledger, kind]);
  const [key, setKey] = useState('own');
  const source = sources.find((one) => one.key === key) ?? sources[0];
  if (source === undefined) return null;
  const groups = fitting(choicesOf(source, kind), wanted);
  const put = (token: string) => {
    if (at !== null) onText(withToken(text, rowMark(source, rowOf(view, at).map(textAt)) + token));
  };
  return (
    <>
      {at === null ? (
        <p className="soft">{t('forms.pick')}</p>
      ) : (
        <div className="marking-mark">
          <p className="marking-mark-at">
            {at.includes('!')
              ? t('forms.at', { at: at.slice(at.lastIndexOf('!') + 1) })
              : t('forms.paragraph')}
            <Button type="link" size="small" disabled={text === own} onClick={() => onText(own)}>
              {t('forms.restore')}
            </Button>
          </p>
          <Input.TextArea
            value={text}
            rows={2}
            maxLength={2000}
            aria-label={t('forms.text')}
            placeholder={t('forms.text')}
            onChange={(event) => onText(event.target.value)}
          />
        </div>
      )}
      <div className="marking-pick">
        <Select
          value={source.key}
          aria-label={t('forms.from')}
          options={sources.map((one) => ({ value: one.key, label: sourceLabel(one) }))}
          onChange={setKey}
        />
        <Input
          allowClear
          value={wanted}
          placeholder={t('forms.find')}
          aria-label={t('forms.find')}
          onChange={(event) => setWanted(event.target.value)}
        />
      </div>
      <div className="marking-fields">
        {groups.map((group) => (
          <div key={group.label.zh} role="group" aria-label={label(group.label)}>
            <h3>{label(group.label)}</h3>
            <div className="marking-field-list">
              {group.choices.map((choice) => (
                <Button
                  key={choice.key}
                  size="small"
                  disabled={at === null}
                  title={choice.token}
                  onClick={() => put(choice.token)}
                >
                  {label(choice.label)}
                </Button>
              ))}
            </div>
          </div>
        ))}
      </div>
    </>
  );

  function sourceLabel(one: FieldSource): string {
    const name = label(one.label);
    if (one.kind === 'linked' || one.kind === 'figures') return name;
    return t(one.kind === 'own' ? 'forms.from.own' : 'forms.from.related', { ledger: name });
  }
}

/** Related records repeat their row: the first field put into a row brings the mark that says so. */
function rowMark({ part }: FieldSource, texts: readonly string[]): string {
  return part === null || texts.some((text) => /[{｛]\s*[#＃]/u.test(text)) ? '' : `{#${part}}{/}`;
}
