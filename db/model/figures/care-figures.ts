import { words } from '../localized.ts';
import { defineRate } from './define-rate.ts';

/** Special care: the rate the city reports of people under correction (domain.md §1.5 row 52). */
export const careFigures = [
  defineRate({
    id: 'reoffending',
    ledger: 'care_correction',
    label: words('重新犯罪率', 'Reoffending'),
    definition: words(
      '重新犯罪率＝重新犯罪的社区矫正人员÷登记的社区矫正人员',
      'Those who offended again out of all people under correction',
    ),
    counted: words('重新犯罪', 'Offended again'),
    outOf: words('登记', 'Registered'),
    numerator: { reoffended: true },
    denominator: {},
    per: null,
  }),
] as const;
