import os from 'node:os';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { mediumProblems } from '../../exchange/medium/medium-problem.ts';
import { exchangeRefusalText, type ExchangeRefusal } from '../../exchange/sync/refusal.ts';
import type { MediumRefusal, SendOrder, SendResult } from '../../exchange/sync/send.ts';
import type { Context, Input } from '../command.ts';
import { Refusal } from '../refusal.ts';
import { callerOf } from '../with-store.ts';

/** The refusal of the exchange, or of the medium, as `zw` tells it. */
export function exchangeRefused(refusal: ExchangeRefusal | MediumRefusal): Refusal {
  if (refusal.code === 'medium')
    return new Refusal('medium', mediumProblems[refusal.problem], { kind: refusal.problem });
  const { code, details } = refusal;
  return new Refusal('exchange', exchangeRefusalText(refusal), { kind: code, ...details });
}

/** What of an order comes from the command line and the machine. */
export function orderOf(input: Input, context: Context): Omit<SendOrder, 'peer' | 'onlyNew' | 'sensitive'> {
  const folder = path.resolve(String(input.options['to']));
  mkdirSync(folder, { recursive: true });
  return {
    folder,
    workFolder: path.join(os.tmpdir(), 'zw-packages'),
    now: context.now,
    program: `zw ${process.env['npm_package_version'] ?? '0.1.0'}`,
    by: callerOf(context).name,
    approvedBy: textOf(input, 'approved-by'),
    stick: textOf(input, 'stick'),
  };
}

/** Text of an option, empty when it was not given. */
export function textOf(input: Input, name: string): string {
  const value = input.options[name];
  return typeof value === 'string' ? value : '';
}

/** A written package as the contract prints it. `lineage` is the series, `from` and `to` its rounds. */
export const sentJson = ({ sent, leftOut }: SendResult) => ({
  file: sent.file,
  lineage: sent.series,
  from: sent.from,
  to: sent.to,
  changes: sent.counts,
  bytes: sent.bytes,
  verified: sent.verified,
  digest: sent.digest,
  kind: sent.kind,
  leftOut,
});
