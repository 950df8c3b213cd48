import { codeTableById } from '../../../db/model/codes/code-tables.ts';
import type { AnyField } from '../../../db/model/define-ledger.ts';
import type { Language } from '../../../db/model/localized.ts';
import { ledgerOf } from '../../data/index.ts';
import { LETTER_PX, textWidth } from '../../text/index.ts';
import { widgetOf } from '../../widgets/index.ts';
import type { ListColumn } from './saved-view.ts';

/** Width of a column, pixels, and its part of the room that is left; 0 = it stays as it is. */
export interface ColumnWidth {
  readonly width: number;
  readonly grows: number;
}

/** Left and right of a cell's text; beside the label of a head: funnel, arrow of the order, gaps. */
const CELL_PADDING = 22;
const HEAD_EXTRAS = 64;

/** Texts of this many characters (addresses, names of units and buildings) take the most of the room that is left. */
const LONG_TEXT = 60;
/** Names up to here are people's. GB/T 31000 gives 80 characters for foreigners; nearly all have two to four. */
const LONGEST_PERSON = 80;
/** Identifiers somebody looks for run to the 21 digits of a building; others are door numbers and classes. */
const LONGEST_CODE = 21;
const LONGEST_OTHER_CODE = 9;
/** A longer word of a code table is rare and cut. */
const LONGEST_CHOICE_PX = 132;

/** Width the user left a column at, else one that holds its label and what is usual in a field of its kind. */
export function columnWidth(field: AnyField, column: ListColumn, language: Language): ColumnWidth {
  if (column.width !== undefined) return { width: column.width, grows: 0 };
  const { width, grows } = usual(field, language);
  return { width: Math.max(width, textWidth(field.label[language]) + HEAD_EXTRAS), grows };
}

function usual(field: AnyField, language: Language): ColumnWidth {
  const { width } = widgetOf(field.kind);
  switch (field.kind) {
    case 'text':
      return usualText(field);
    case 'address':
    case 'long-text':
      return { width, grows: 3 };
    case 'link':
      return usualLink(field);
    case 'choice':
      return { width: choiceWidth(field, language), grows: 0 };
    case 'multi-choice':
      return { width, grows: 1 };
    default:
      return { width, grows: 0 };
  }
}

function usualText(field: AnyField): ColumnWidth {
  const { width } = widgetOf('text');
  const max = field.max ?? 0;
  if (field.code === true) {
    const shown = Math.min(max, field.search === true ? LONGEST_CODE : LONGEST_OTHER_CODE);
    return { width: shown * LETTER_PX + CELL_PADDING, grows: 0 };
  }
  if (field.name === true && max <= LONGEST_PERSON) return { width, grows: 1 };
  return max >= LONG_TEXT ? { width: 220, grows: 3 } : { width, grows: 1 };
}

/** A link shows the title of its record, so it takes the room of that. */
function usualLink(field: AnyField): ColumnWidth {
  const target = ledgerOf(field.target ?? '');
  const title = target?.fields[target.title[0] ?? ''];
  const isLong = title?.kind === 'text' && (title.max ?? 0) > LONGEST_PERSON;
  return isLong ? { width: 190, grows: 2 } : { width: widgetOf('link').width, grows: 1 };
}

function choiceWidth(field: AnyField, language: Language): number {
  const items = codeTableById.get(field.table ?? '')?.items ?? [];
  const words = items.map((item) => (language === 'en' ? (item.name_en ?? item.name) : item.name));
  const longest = Math.max(0, ...words.map(textWidth)) + CELL_PADDING;
  return Math.min(longest, LONGEST_CHOICE_PX);
}
