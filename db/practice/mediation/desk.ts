import type { Values } from '../../model/field-kind.ts';
import type { Random } from '../random.ts';
import type { Town } from '../town.ts';

/** What the rows of disputes and mediation share. */
export interface MediationDesk {
  readonly town: Town;
  readonly random: Random;
  readonly townName: string;
  /** Writes a row; returns its id. */
  put(ledger: string, values: Values): string;
}
