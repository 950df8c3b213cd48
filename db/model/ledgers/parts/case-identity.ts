import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';

/** Number and name of a case or incident (案（事）件编号、案（事）件名称), as GB/T 31000-2015 gives them: C32 and C100. */
export const caseIdentity = {
  case_no: text({
    label: words('案（事）件编号', 'Number'),
    max: 32,
    code: true,
    required: true,
    search: true,
    aliases: ['案(事)件编号', '编号'],
  }),
  case_name: text({
    label: words('案（事）件名称', 'Name'),
    max: 100,
    required: true,
    search: true,
    aliases: ['案(事)件名称', '名称'],
  }),
};
