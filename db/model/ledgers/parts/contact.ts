import { phone } from '../../fields/phone.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';

/** Names of `headFields`, in the order of a form. */
export const headNames = ['head_name', 'head_contact'] as const;

/** The person in charge of a place or body with a telephone number; lengths as in GB/T 31000. */
export function headFields({ label = words('负责人', 'Person in charge') } = {}) {
  return {
    head_name: text({
      label,
      max: 50,
      search: true,
      aliases: ['负责人', '负责人姓名', '联系人', '责任人'].filter((alias) => alias !== label.zh),
      source: 'GB/T 31000 负责人姓名',
    }),
    head_contact: phone({
      label: words(`${label.zh}电话`, `${label.en}: telephone`),
      search: true,
      masked: true,
      aliases: ['联系电话', '电话', '联系方式', '负责人联系方式'],
      source: 'GB/T 31000 负责人联系方式',
    }),
  };
}

/** Name and own telephone number of somebody a ledger is about; both required, since together they say who it is. */
export function ownContact() {
  return phone({
    label: words('联系电话', 'Telephone'),
    required: true,
    search: true,
    masked: true,
    aliases: ['电话', '联系方式', '手机', '手机号码'],
  });
}
