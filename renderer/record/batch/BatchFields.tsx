import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { isAutomatic } from '../../../db/model/derive/automatic.ts';
import { useText } from '../../text/index.ts';
import { problemText, widgetOf, type TypedProblem } from '../../widgets/index.ts';
import { shownFields, type FormValues, type NamedField } from '../definition.ts';

export interface BatchFieldsProps {
  readonly ledger: AnyLedger;
  readonly values: FormValues;
  readonly onChange: (values: FormValues) => void;
  /** Told the fields whose text is no value. */
  readonly onWrong: (fields: readonly string[]) => void;
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
export function BatchFields({ ledger, values, onChange, onWrong }: BatchFieldsProps): ReactNode {
  const { t, label } = useText();
  const [problems, setProblems] = useState<Problems>({});
  const setProblem = (name: string, problem: TypedProblem | null): void => {
    const { [name]: _before, ...others } = problems;
    const next = problem === null ? others : { ...others, [name]: problem };
    setProblems(next);
    onWrong(Object.keys(next));
  };
  const fields = batchFields(ledger);
  const chosen = fields.filter(({ name }) => name in values);
  return (
    <div className="batch-fields">
      {chosen.map((named) => (
        <BatchField
          key={named.name}
          ledger={ledger}
          {...named}
          values={values}
          problem={problems[named.name] ?? null}
          onChange={onChange}
          onProblem={(problem) => setProblem(named.name, problem)}
        />
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

type Problems = Readonly<Record<string, TypedProblem>>;

interface FieldProps extends NamedField, Pick<BatchFieldsProps, 'ledger' | 'values' | 'onChange'> {
  readonly problem: TypedProblem | null;
  readonly onProblem: (problem: TypedProblem | null) => void;
}

function BatchField({ ledger, name, field, values, problem, onChange, onProblem }: FieldProps): ReactNode {
  const { t, label, language } = useText();
  const id = useId();
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
          invalid={problem !== null}
          describedBy={problem === null ? undefined : `${id}-problem`}
          onProblem={onProblem}
          onChange={(next) => {
            onProblem(null);
            // Widgets hand on values of the wire; only the array's `readonly` differs.
            onChange({ ...values, [name]: next as FormValues[string] });
          }}
        />
        {problem === null ? null : (
          <span className="widget-wrong" id={`${id}-problem`}>
            {problemText(problem, language)}
          </span>
        )}
        {value === null && problem === null ? (
          <span className="batch-empties">{t('record.batchEmpty')}</span>
        ) : null}
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t('record.batchDrop', { field: label(field.label) })}
          onClick={() => {
            onProblem(null);
            onChange(Object.fromEntries(Object.entries(values).filter(([other]) => other !== name)));
          }}
        />
      </div>
    </div>
  );
}
