import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { TextKey } from '../../text/index.ts';

const keys = {
  vacate: 'record.end.vacate',
  void: 'record.end.void',
  remove: 'record.end.remove',
} as const satisfies Record<AnyLedger['ending'], TextKey>;

/** Verb that ends a record of this ledger: 注销, 作废 or 删除. */
export const endingKey = (ledger: AnyLedger): TextKey => keys[ledger.ending];
