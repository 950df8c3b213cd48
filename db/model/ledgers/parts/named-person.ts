import type { Localized } from '../../localized.ts';
import { phone } from '../../fields/phone.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';

/**
 * Name and telephone number of somebody with an office (校长, 治安责任人), for ledgers that name several such people.
 * GB/T 31000 gives both C50.
 */
export function namedPerson(label: Localized) {
  return {
    name: text({
      label,
      max: 50,
      search: true,
      aliases: [`${label.zh}姓名`],
      source: `GB/T 31000 ${label.zh}姓名`,
    }),
    contact: phone({
      label: words(`${label.zh}电话`, `${label.en}: telephone`),
      masked: true,
      aliases: [`${label.zh}联系方式`, `${label.zh}联系电话`],
      source: `GB/T 31000 ${label.zh}联系方式`,
    }),
  };
}
