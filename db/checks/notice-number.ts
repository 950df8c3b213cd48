import { rectification } from '../model/ledgers/inspection/rectification.ts';
import { removedKey, type Caller, type Store } from '../store/api.ts';

/** Digits of a notice's number, so that numbers sort as they were given. */
const DIGITS = 4;

/**
 * The next number of a rectification notice: `虎门检改〔2026〕0012号`. Counted by year of issue; the number of a void notice
 * is not given again. Two offices may give the same one: their notices then show as twins and one is renumbered by hand.
 */
export function nextNoticeNumber(
  store: Store,
  { year, caller }: { readonly year: string; readonly caller: Caller },
): string {
  const town = store.info.town.name.replace(/(镇|街道|街道办事处)$/, '');
  const head = `${town}检改〔${year}〕`;
  const { rows } = store.page(
    {
      ledger: rectification.id,
      where: { notice_no: { starts: head }, [removedKey]: 'any' },
      sort: '-notice_no',
      limit: 1,
      fields: ['notice_no'],
    },
    caller,
  );
  const last = Number(/(\d+)号$/.exec(rows[0]?.texts['notice_no'] ?? '')?.[1] ?? 0);
  return `${head}${String(last + 1).padStart(DIGITS, '0')}号`;
}
