import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { decimal } from '../../fields/decimal.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { words } from '../../localized.ts';
import { noteFields, noteNames } from '../parts/notes.ts';

/** Outcome of a year's review of a chamber of commerce (商会年度评审): total of the points and place among the chambers. */
export const chamberReview = defineLedger({
  id: 'chamber_review',
  revision: 1,
  area: 'society',
  label: words('商会年度评审', 'Yearly reviews'),
  counter: words('条', 'reviews'),
  source: '异地商会积分制评审',
  partOf: 'chamber',
  fields: {
    chamber: link({
      label: words('商会', 'Chamber'),
      ledger: 'chamber',
      required: true,
      aliases: ['商会名称'],
    }),
    year: integer({
      label: words('年度', 'Year'),
      min: 2000,
      max: 2100,
      required: true,
      indexed: true,
      aliases: ['评审年度'],
    }),
    total: decimal({
      label: words('总积分', 'Total'),
      digits: 1,
      min: -9999,
      max: 99_999,
      unit: words('分', 'points'),
      aliases: ['总分', '积分'],
    }),
    place: integer({ label: words('名次', 'Place'), min: 1, max: 999, aliases: ['排名'] }),
    grade: choice({ label: words('评审等次', 'Grade'), table: 'review_grade', aliases: ['等次'] }),
    reviewed_on: day({ label: words('评审日期', 'Reviewed on'), aliases: ['日期'] }),
    ...noteFields(),
  },
  title: ['chamber', 'year'],
  subtitle: ['place', 'grade'],
  sections: [
    {
      label: words('年度评审', 'Review'),
      fields: ['chamber', 'year', 'total', 'place', 'grade', 'reviewed_on', ...noteNames],
    },
  ],
  list: ['chamber', 'year', 'total', 'place', 'grade', 'reviewed_on'],
  naturalKey: ['chamber', 'year'],
  sort: '-year',
});
