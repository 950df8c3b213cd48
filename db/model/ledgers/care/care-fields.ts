import { words, type Localized } from '../../localized.ts';
import { choice } from '../../fields/choice.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { phone } from '../../fields/phone.ts';
import { residentId } from '../../fields/resident-id.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';

/** Whom a record of special care is about. Their name, id number and address stand in their own record only. */
export function subjectField(label: Localized = words('姓名', 'Person')) {
  return link({
    label,
    help: words('填证件号码或姓名', 'By document number or name'),
    ledger: 'person',
    required: true,
    aliases: ['人员', '人员姓名', '身份证号', '身份证号码', '公民身份号码', '证件号码'].filter(
      (alias) => alias !== label.zh,
    ),
  });
}

/** Names of `helpFields`, in the order of a form. */
export const helpNames = ['helper_name', 'helper_contact', 'help'] as const;

/** Who helps the person and how it goes (GB/T 31000 帮扶人、帮扶情况). */
export function helpFields({ label = words('帮扶情况', 'Help given') } = {}) {
  return {
    helper_name: text({ label: words('帮扶人姓名', 'Helper'), max: 50, aliases: ['帮扶人'] }),
    helper_contact: phone({
      label: words('帮扶人联系方式', 'Helper: telephone'),
      masked: true,
      aliases: ['帮扶人电话'],
    }),
    help: longText({ label, max: 1024 }),
  };
}

/** Offences on record (GB/T 31000 有无犯罪史、违法犯罪情况); `has` is the label of the question. */
export function crimeFields(has: Localized, detail: Localized) {
  return {
    has_crime: yesNo({ label: has }),
    crime_detail: longText({ label: detail, max: 1024, when: { field: 'has_crime', values: ['true'] } }),
  };
}

/** Whether the person offended again (GB/T 31000 是否重新犯罪). */
export function reoffenceFields() {
  return {
    reoffended: yesNo({ label: words('是否重新犯罪', 'Offended again') }),
    reoffend_crime: text({
      label: words('重新犯罪罪名', 'New offence'),
      max: 100,
      when: { field: 'reoffended', values: ['true'] },
    }),
  };
}

/** Names of `guardianFields`, in the order of a form. */
export const guardianNames = ['name', 'relation', 'id_no', 'contact', 'address'] as const;

/** A guardian as the standard's tables of mental disorder and of youth give them. */
export function guardianFields() {
  return {
    name: text({
      label: words('监护人姓名', 'Guardian'),
      max: 50,
      name: true,
      required: true,
      aliases: ['监护人'],
    }),
    relation: choice({
      label: words('与被监护人关系', 'Relation'),
      table: 'family_relation',
      aliases: ['与监护人关系', '关系'],
      source: 'GB/T 31000 与监护人关系',
    }),
    id_no: residentId({ label: words('监护人公民身份号码', 'Guardian: id number'), masked: true }),
    contact: phone({
      label: words('监护人联系方式', 'Guardian: telephone'),
      masked: true,
      aliases: ['监护人电话'],
    }),
    address: text({ label: words('监护人居住详址', 'Guardian: address'), max: 200 }),
  };
}
