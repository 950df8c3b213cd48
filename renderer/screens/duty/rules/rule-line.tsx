import { Button, InputNumber, Select, Switch } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Value } from '../../../../db/model/field-kind.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { useUnsaved } from '../../../app/use-unsaved.ts';
import { ask, ledgerOf, useAsk } from '../../../data/index.ts';
import type { FieldValues } from '../../../app/tab-target.ts';
import { formatInstant, isKey, useText } from '../../../text/index.ts';
import { useCodeItems, useNames } from '../../../widgets/index.ts';
import type { Edits } from '../board/use-edits.ts';
import { sentenceParts } from './rule-sentence.ts';
import type { RuleValue } from './rule-sentence.ts';

interface Properties {
  readonly id: string;
  readonly write: Edits['write'];
}

/** One rule: on or off, its sentence with the values inside, whether it must hold, and how often it was changed. */
export function RuleLine({ id, write }: Properties) {
  const { t } = useText();
  const navigation = useNavigation();
  const { value: rule, refresh } = useAsk('record.get', { ledger: 'duty_rule', id });
  if (rule === undefined || rule === null) return null;
  const kind = String(rule.values['kind'] ?? '');
  const key = `duty.rule.${kind}`;
  const name = rule.texts['name'] ?? rule.title;
  const isActive = rule.values['is_active'] !== false;
  const isHard = rule.values['is_hard'] === true;
  const save = (values: FieldValues) =>
    write(
      async (writeId) => {
        const reply = await ask('record.save', {
          writeId,
          ledger: 'duty_rule',
          id,
          base: rule.version,
          values,
        });
        refresh();
        return reply;
      },
      t('duty.rule.saved', { name }),
    );
  return (
    <li className={isActive ? 'duty-rule' : 'duty-rule duty-rule-off'}>
      <Switch
        size="small"
        checked={isActive}
        aria-label={t('duty.rule.active', { name })}
        onChange={(is_active) => void save({ is_active })}
      />
      <span className="duty-rule-text">
        {isKey(key)
          ? sentenceParts(t(key)).map((part) =>
              part.kind === 'words' ? (
                part.text
              ) : (
                <RuleInput
                  key={part.field}
                  field={part.field}
                  name={name}
                  value={rule.values[part.field] ?? null}
                  onSave={(value) => save({ [part.field]: value })}
                />
              ),
            )
          : name}
        {rule.texts['post'] !== undefined && rule.texts['post'] !== '' && (
          <span className="soft">{t('duty.rule.only', { post: rule.texts['post'] })}</span>
        )}
      </span>
      <Select
        size="small"
        className="duty-rule-strength"
        aria-label={t('duty.rule.strength', { name })}
        value={isHard ? 'hard' : 'soft'}
        options={[
          { value: 'hard', label: t('duty.rule.hard') },
          { value: 'soft', label: t('duty.rule.soft') },
        ]}
        onChange={(strength) =>
          void save(
            strength === 'hard'
              ? { is_hard: true }
              : { is_hard: false, weight: rule.values['weight'] ?? USUAL_WEIGHT },
          )
        }
      />
      <span className="duty-rule-weight">
        {!isHard && (
          <>
            <span className="soft">{t('duty.rule.weight')}</span>
            <NumberInput
              label={t('duty.rule.weight.of', { name })}
              value={Number(rule.values['weight'] ?? USUAL_WEIGHT)}
              most={1000}
              onSave={(weight) => save({ weight })}
            />
          </>
        )}
      </span>
      <Button type="link" size="small" onClick={() => navigation.openRecord('duty_rule', id)}>
        {t('duty.rule.version', { version: rule.version, at: formatInstant(rule.updatedAt) })}
      </Button>
    </li>
  );
}

/** Weight of a rule that only should hold, until somebody says another. */
const USUAL_WEIGHT = 30;

interface InputProperties {
  readonly field: RuleValue;
  /** Name of the rule, for readers of the screen. */
  readonly name: string;
  readonly value: Value;
  readonly onSave: (value: string | number | null) => Promise<boolean>;
}

/** A value inside the sentence: a number, or one of a code table. */
function RuleInput({ field, name, value, onSave }: InputProperties) {
  const { language } = useText();
  const definition = ledgerOf('duty_rule')?.fields[field];
  const items = useCodeItems(definition?.table);
  const names = useNames();
  if (definition === undefined) return null;
  const label = `${name} ${definition.label[language]}`;
  if (field === 'number') {
    const shown = typeof value === 'number' ? Number(definition.toText(value, names)) : null;
    return (
      <NumberInput
        label={label}
        value={shown}
        most={999}
        onSave={async (typed) => {
          const read = definition.fromText(String(typed), names);
          return read.ok && typeof read.value === 'number' && (await onSave(read.value));
        }}
      />
    );
  }
  return (
    <Select
      size="small"
      className="duty-rule-code"
      aria-label={label}
      value={typeof value === 'string' ? value : null}
      options={items.map((item) => ({
        value: item.code,
        label: language === 'en' ? (item.name_en ?? item.name) : item.name,
      }))}
      popupMatchSelectWidth={false}
      onChange={(code) => void onSave(code)}
    />
  );
}

interface NumberProperties {
  readonly label: string;
  readonly value: number | null;
  readonly most: number;
  /** Answers whether it was saved. */
  readonly onSave: (value: number) => Promise<boolean>;
}

/** A number that is saved when it is left or Enter is pressed, not with every digit. */
function NumberInput({ label, value, most, onSave }: NumberProperties) {
  const typed = useRef(value);
  useEffect(() => {
    // Saved here or taken back elsewhere: what was typed before counts no more.
    typed.current = value;
  }, [value]);
  const sent = useRef<number | null>(null);
  // The window can be closed from within the box, which is not left then.
  const [isTyping, setTyping] = useState(false);
  useUnsaved(isTyping, { what: label });
  const save = async () => {
    setTyping(false);
    // Enter saves, and leaving the box right after it must not save once more.
    if (typed.current === null || typed.current === value || typed.current === sent.current) return;
    sent.current = typed.current;
    if (!(await onSave(typed.current))) sent.current = null;
  };
  return (
    <InputNumber<number>
      key={value}
      size="small"
      className="duty-rule-number"
      aria-label={label}
      min={0}
      max={most}
      {...(value === null ? {} : { defaultValue: value })}
      controls={false}
      onChange={(next) => {
        typed.current = next;
        sent.current = null;
        setTyping(true);
      }}
      onPressEnter={() => void save()}
      onBlur={() => void save()}
    />
  );
}
