import { link } from '../../fields/link.ts';
import { phone } from '../../fields/phone.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';

/** The resident somebody spoke to: name, telephone, the record in the register where there is one. */
export const residentFields = () => ({
  resident_name: text({
    label: words('群众姓名', 'Resident'),
    max: 50,
    name: true,
    required: true,
    search: true,
    aliases: ['姓名', '来访人', '户主姓名', '反映人'],
  }),
  person: link({ label: words('群众（实有人口）', 'Resident (register)'), ledger: 'person' }),
  household: link({ label: words('所在户', 'Household'), ledger: 'household' }),
  resident_contact: phone({
    label: words('群众电话', 'Telephone'),
    search: true,
    masked: true,
    aliases: ['联系电话', '电话'],
  }),
});

/** Names of `residentFields`, in the order of a form. */
export const residentNames = ['resident_name', 'person', 'household', 'resident_contact'] as const;

/** Name and household follow from the register. */
export const takenFromPerson = {
  link: 'person',
  fields: { resident_name: 'name', household: 'household' },
} as const;
