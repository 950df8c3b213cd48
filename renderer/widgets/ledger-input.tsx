import { useId, useState } from 'react';
import type { Value } from '../../db/model/field-kind.ts';
import { ledgerOf } from '../data/index.ts';
import { useText } from '../text/index.ts';
import { widgetOf } from './registry.ts';
import type { TypedProblem } from './widget.ts';

interface Properties {
  readonly ledger: string;
  readonly name: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** Must be filled in here, whatever the ledger says. */
  readonly isRequired?: boolean;
}

/** One field of a ledger in a dialog, entered as in the ledger's own form. */
export function LedgerInput({ ledger, name, value, onChange, isRequired = false }: Properties) {
  const { label } = useText();
  const id = useId();
  const [problem, setProblem] = useState<TypedProblem | null>(null);
  const field = ledgerOf(ledger)?.fields[name];
  if (field === undefined) return null;
  const { Input } = widgetOf(field.kind);
  return (
    <div className="widget-field">
      <label htmlFor={id}>
        {label(field.label)}
        {(field.required === true || isRequired) && (
          <span className="widget-required" aria-hidden>
            *
          </span>
        )}
      </label>
      <Input
        id={id}
        ledger={ledger}
        name={name}
        field={field}
        value={value}
        text={undefined}
        invalid={problem !== null}
        describedBy={problem === null ? undefined : `${id}-problem`}
        onChange={(next) => {
          setProblem(null);
          onChange(next);
        }}
        onProblem={setProblem}
      />
      {problem !== null && (
        <span className="widget-wrong" id={`${id}-problem`}>
          {problem.text}
        </span>
      )}
    </div>
  );
}
