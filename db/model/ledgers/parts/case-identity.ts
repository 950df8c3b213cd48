import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';

/** What GB/T 31000-2015 calls the cases of a ledger, and its word for their number. */
interface CaseWords {
  readonly what?: '案（事）件' | '案件';
  readonly number?: '编号' | '编码';
}

/** Number and name of a case or incident (案（事）件编号、案（事）件名称), as GB/T 31000-2015 gives them: C32 and C100. */
export function caseIdentity({ what = '案（事）件', number = '编号' }: CaseWords = {}) {
  const labels = { number: `${what}${number}`, name: `${what}名称` };
  const others = (...aliases: readonly string[]) =>
    aliases.filter((alias) => alias !== labels.number && alias !== labels.name);
  return {
    case_no: text({
      label: words(labels.number, 'Number'),
      max: 32,
      code: true,
      required: true,
      search: true,
      aliases: others(`案(事)件${number}`, '编号', '案件编号'),
    }),
    case_name: text({
      label: words(labels.name, 'Name'),
      max: 100,
      required: true,
      search: true,
      aliases: others('案(事)件名称', '名称', '案件名称'),
    }),
  };
}
