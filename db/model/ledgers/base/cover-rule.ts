import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';

/**
 * What counts under 四个到位, the headings of the monthly report's cover: a rate a record. The records of a heading take the
 * place of the shipped proposal (`figures/cover-headings.ts`); a heading without any is counted as proposed.
 */
export const coverRule = defineLedger({
  id: 'cover_rule',
  revision: 1,
  area: 'base',
  label: words('四个到位口径', 'What the cover counts'),
  counter: words('条', 'rates'),
  source: '月报封面“四个到位”的计算口径（待核，由镇街自定）',
  fields: {
    heading: choice({
      label: words('四个到位', 'Heading'),
      help: words(
        '某项到位有登记的，只按登记的指标计算；没有登记的，按系统建议计算',
        'A heading with records counts these rates alone; one without counts as proposed',
      ),
      table: 'cover_heading',
      required: true,
    }),
    figure: choice({ label: words('计入指标', 'Rate'), table: 'cover_figure', required: true }),
    basis: text({ label: words('依据', 'Basis'), max: 200 }),
  },
  title: ['heading', 'figure'],
  sections: [{ label: words('口径', 'Rule'), fields: ['heading', 'figure', 'basis'] }],
  list: ['heading', 'figure', 'basis'],
  naturalKey: ['heading', 'figure'],
  sort: 'heading',
});
