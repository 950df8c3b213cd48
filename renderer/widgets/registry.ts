import type { KindName } from '../../db/model/field-kind.ts';
import { AttachmentInput } from './attachment-input.tsx';
import { BlankFilter } from './blank-filter.tsx';
import { ChoiceFilter, YesNoFilter } from './choice-filter.tsx';
import { ChoiceInput, MultiChoiceInput } from './choice-input.tsx';
import { ComputedInput } from './computed-input.tsx';
import { DayInput, InstantInput } from './day-input.tsx';
import { LinkFilter } from './link-filter.tsx';
import { LinkInput } from './link-input.tsx';
import { LongTextInput } from './long-text-input.tsx';
import { RangeFilter } from './range-filter.tsx';
import { CodeFilter, TextFilter } from './text-filter.tsx';
import { RegionInput, TextInput } from './text-input.tsx';
import { FigureInput, NumberedIdInput, NumberInput } from './typed-kinds.tsx';
import type { Widget } from './widget.ts';
import { YesNoInput } from './yes-no-input.tsx';

const plain = { width: 140, tabular: false, wide: false, paste: 'text' } as const;
const figures = { ...plain, tabular: true } as const;
const linked: Widget = { ...plain, Input: LinkInput, Filter: LinkFilter, width: 164, paste: 'lookup' };

/** One widget per field kind; a kind without one does not compile. */
const widgets: Readonly<Record<KindName, Widget>> = {
  text: { ...plain, Input: TextInput, Filter: TextFilter },
  'long-text': { ...plain, Input: LongTextInput, Filter: TextFilter, width: 220, wide: true },
  integer: { ...figures, Input: NumberInput, Filter: RangeFilter, width: 100 },
  decimal: { ...figures, Input: NumberInput, Filter: RangeFilter, width: 110 },
  money: { ...figures, Input: NumberInput, Filter: RangeFilter, width: 120 },
  day: { ...figures, Input: DayInput, Filter: RangeFilter, width: 128 },
  instant: { ...figures, Input: InstantInput, Filter: RangeFilter, width: 150 },
  'yes-no': { ...plain, Input: YesNoInput, Filter: YesNoFilter, width: 90 },
  choice: { ...plain, Input: ChoiceInput, Filter: ChoiceFilter, width: 120 },
  'multi-choice': { ...plain, Input: MultiChoiceInput, Filter: ChoiceFilter, width: 160 },
  'resident-id': { ...figures, Input: NumberedIdInput, Filter: CodeFilter, width: 172 },
  'credit-code': { ...figures, Input: NumberedIdInput, Filter: CodeFilter, width: 190 },
  phone: { ...figures, Input: FigureInput, Filter: CodeFilter, width: 130 },
  link: linked,
  address: { ...linked, width: 260, wide: true },
  grid: { ...linked, width: 150 },
  region: { ...plain, Input: RegionInput, Filter: TextFilter, width: 180 },
  point: { ...figures, Input: FigureInput, Filter: BlankFilter, width: 180 },
  attachment: { ...plain, Input: AttachmentInput, Filter: BlankFilter, width: 90, wide: true, paste: 'none' },
  computed: { ...plain, Input: ComputedInput, Filter: null, paste: 'none' },
};

/** The widget of a field kind. */
export const widgetOf = (kind: KindName): Widget => widgets[kind];
