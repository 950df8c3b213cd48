import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { isAutomatic } from '../../../db/model/derive/automatic.ts';
import { useText } from '../../text/index.ts';
import { widgetOf } from '../../widgets/index.ts';
import { shownFields, type FormValues, type NamedField } from '../definition.ts';

export interface BatchFieldsProps {
  readonly ledger: AnyLedger;
  readonly values: FormValues;
  readonly onChange: (values: FormValues) => void;
}

/** Fields that can be given one value for many records: those that do not tell records apart. */
function batchFields(ledger: AnyLedger): readonly NamedField[] {
  return shownFields(ledger).filter(
    ({ name, field }) =>
      field.storage !== null &&
      field.kind !== 'attachment' &&
      !isAutomatic(ledger, name) &&
      !ledger.naturalKey.includes(name) &&
      field.masked !== true,
  );
}

/** Chooses fields and gives each its new value, or empties it. */
export function BatchFields({ ledger, values, onChange }: BatchFieldsProps): ReactNode {
  const { t, label } = useText();
  const fields = batchFields(ledger);
  const chosen = fields.filter(({ name }) => name in values);
  return (
    <div className="batch-fields">
      {chosen.map((named) => (
        <BatchField key={named.name} ledger={ledger} {...named} values={values} onChange={onChange} />
      ))}
      <Select<string>
        className="widget-full"
        showSearch={{ optionFilterProp: 'label' }}
        value={null}
        autoFocus
        placeholder={t('record.batchChoose')}
        aria-label={t('record.batchChoose')}
        options={fields
          .filter(({ name }) => !(name in values))
          .map(({ name, field }) => ({ value: name, label: label(field.label) }))}
        onChange={(name) => {
          onChange({ ...values, [name]: null });
        }}
      />
    </div>
  );
}

function BatchField({ ledger, name, field, values, onChange }: BatchFieldsProps & NamedField): ReactNode {
  const { t, label } = useText();
  const id = useId();
  const [isWrong, setWrong] = useState(false);
  const { Input } = widgetOf(field.kind);
  const value = values[name] ?? null;
  return (
    <div className="form-row" data-field={name}>
      <label className="form-label" htmlFor={id}>
        {label(field.label)}
      </label>
      <div className="batch-control">
        <Input
          id={id}
          ledger={ledger.id}
          name={name}
          field={field}
          value={value}
          text={undefined}
          invalid={isWrong}
          describedBy={undefined}
          onProblem={(problem) => {
            setWrong(problem !== null);
          }}
          onChange={(next) => {
            setWrong(false);
            // Widgets hand on values of the wire; only the array's `readonly` differs.
            onChange({ ...values, [name]: next as FormValues[string] });
          }}
        />
        {value === null ? <span className="batch-empties">{t('record.batchEmpty')}</span> : null}
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t('record.batchDrop', { field: label(field.label) })}
          onClick={() => {
            onChange(Object.fromEntries(Object.entries(values).filter(([other]) => other !== name)));
          }}
        />
      </div>
    </div>
  );
}
