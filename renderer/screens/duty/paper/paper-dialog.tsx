import { Radio, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useAsk, usePreference } from '../../../data/index.ts';
import { PrintPreview } from '../../../record/print/PrintPreview.tsx';
import { useText } from '../../../text/index.ts';
import type { TextKey } from '../../../text/index.ts';
import { phonePlaces } from '../../../../db/roster/duty-paper.ts';
import { useDuty } from '../duty-place.ts';
import { documentInput, layoutsOf, papers, settingsOf, ways } from './paper-settings.ts';
import type { PaperSettings } from './paper-settings.ts';

interface DialogProperties {
  /** What was chosen since the board was opened; `null`: nothing, what is remembered counts. */
  readonly chosen: PaperSettings | null;
  readonly onChoose: (settings: PaperSettings) => void;
  readonly onClose: () => void;
}

/** A month on paper: layout, paper and telephones beside the sheet itself; what is seen is the PDF that is printed. */
export function PaperDialog({ chosen, onChoose, onClose }: DialogProperties) {
  const { team, month } = useDuty();
  const [remembered, remember] = usePreference(`duty.paper.${team.kind}`);
  const [holiday, setHoliday] = useState<string | null>(null);
  const settings = useMemo(
    () => chosen ?? settingsOf(remembered, team.kind),
    [chosen, remembered, team.kind],
  );
  const input = useMemo(
    () => documentInput({ team: team.id, month, settings, holiday }),
    [team.id, month, settings, holiday],
  );
  const { value, failure } = useAsk('duty.document', input);
  const change = (next: Partial<PaperSettings>) => {
    const all = { ...settings, ...next };
    onChoose(all);
    remember(all);
  };
  const side = (
    <Settings
      settings={settings}
      holidays={value?.holidays ?? []}
      holiday={holiday}
      onChange={change}
      onHoliday={setHoliday}
    />
  );
  return <PrintPreview document={value ?? null} failure={failure} side={side} onClose={onClose} />;
}

interface Properties {
  readonly settings: PaperSettings;
  readonly holidays: readonly string[];
  readonly holiday: string | null;
  readonly onChange: (change: Partial<PaperSettings>) => void;
  readonly onHoliday: (name: string) => void;
}

function Settings({ settings, holidays, holiday, onChange, onHoliday }: Properties) {
  const { t } = useText();
  const { team } = useDuty();
  return (
    <div className="duty-paper">
      <Choice
        label="duty.paper.layout"
        value={settings.layout}
        options={layoutsOf(team.kind)}
        text={(layout) => `duty.paper.layout.${layout}`}
        onChange={(layout) => onChange({ layout })}
      />
      {settings.layout === 'holiday' && holidays.length > 0 && (
        <Select
          aria-label={t('duty.paper.holiday')}
          value={holiday ?? holidays[0] ?? ''}
          options={holidays.map((name) => ({ value: name, label: name }))}
          onChange={onHoliday}
        />
      )}
      <Choice
        label="duty.paper.paper"
        value={settings.paper}
        options={papers}
        text={(paper) => `duty.paper.paper.${paper}`}
        onChange={(paper) => onChange({ paper })}
      />
      <Choice
        label="duty.paper.way"
        value={settings.way}
        options={ways}
        text={(way) => `duty.paper.way.${way}`}
        onChange={(way) => onChange({ way })}
      />
      <Choice
        label="duty.paper.phones"
        value={settings.phones}
        options={phonePlaces}
        text={(phones) => `duty.paper.phones.${phones}`}
        onChange={(phones) => onChange({ phones })}
      />
      <p className="soft">{t('duty.paper.hint')}</p>
    </div>
  );
}

interface ChoiceProperties<T extends string> {
  readonly label: TextKey;
  readonly value: T;
  readonly options: readonly T[];
  readonly text: (option: T) => TextKey;
  readonly onChange: (option: T) => void;
}

function Choice<T extends string>({ label, value, options, text, onChange }: ChoiceProperties<T>): ReactNode {
  const { t } = useText();
  return (
    <fieldset>
      <legend>{t(label)}</legend>
      <Radio.Group
        value={value}
        onChange={(event) => onChange(options.find((option) => option === event.target.value) ?? value)}
      >
        {options.map((option) => (
          <Radio key={option} value={option}>
            {t(text(option))}
          </Radio>
        ))}
      </Radio.Group>
    </fieldset>
  );
}
