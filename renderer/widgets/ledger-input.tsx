import { useId, useState } from 'react';
import { ledgerOf } from '../data/index.ts';
import { useText } from '../text/index.ts';
import { problemText } from './problem-text.ts';
import { widgetOf } from './registry.ts';
import type { Entry } from './use-entry.ts';

interface Properties {
  readonly ledger: string;
  readonly name: string;
  readonly entry: Entry;
  /** Must be filled in here, whatever the ledger says. */
  readonly isRequired?: boolean;
}

/** One field of a ledger in a dialog, entered as in the ledger's own form. */
export function LedgerInput({ ledger, name, entry, isRequired = false }: Properties) {
  const { label, language } = useText();
  const id = useId();
  const [isLeft, setLeft] = useState(false);
  const field = ledgerOf(ledger)?.fields[name];
  if (field === undefined) return null;
  const { value, problem } = entry;
  const { Input } = widgetOf(field.kind);
  // Half a date is no mistake while it is being typed.
  const isWrong = problem !== null && (isLeft || problem.live);
  return (
    <div className="widget-field" onBlur={() => setLeft(true)}>
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
        invalid={isWrong}
        describedBy={isWrong ? `${id}-problem` : undefined}
        onChange={entry.set}
        onProblem={entry.setProblem}
      />
      {isWrong && (
        <span className="widget-wrong" id={`${id}-problem`} role="alert">
          {problemText(problem, language)}
        </span>
      )}
    </div>
  );
}
