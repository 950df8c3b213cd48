import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { ownContact } from './contact.ts';

/** Names of `ownPersonFields`, in the order of a form. */
export const ownPersonNames = [
  'name',
  'person',
  'sex',
  'birth_date',
  'political',
  'education',
  'contact',
] as const;

/**
 * Who a record of a team or body is about: the common person fields of GB/T 31000 that such a list shows. Number of the
 * document and home stand in the record of the resident, which `person` opens.
 */
export function ownPersonFields() {
  return {
    name: text({
      label: words('姓名', 'Name'),
      max: 50,
      name: true,
      required: true,
      search: true,
      indexed: true,
      source: 'GB/T 31000 姓名',
    }),
    person: link({ label: words('实有人口', 'Resident'), ledger: 'person' }),
    sex: choice({ label: words('性别', 'Sex'), table: 'sex' }),
    birth_date: day({ label: words('出生日期', 'Born on'), aliases: ['出生年月', '生日'] }),
    political: choice({ label: words('政治面貌', 'Political affiliation'), table: 'political' }),
    education: choice({
      label: words('学历', 'Education'),
      table: 'education',
      aliases: ['文化程度', '最高学历'],
    }),
    contact: ownContact(),
  };
}
