import { choice } from '../../fields/choice.ts';
import { link } from '../../fields/link.ts';
import { phone } from '../../fields/phone.ts';
import { residentId } from '../../fields/resident-id.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';

/** Names of `disputePartyFields`, in the order of a form. */
export const disputePartyNames = [
  'party_name',
  'party_person',
  'party_kind',
  'party_doc_type',
  'party_doc_no',
  'party_sex',
  'party_ethnic',
  'party_education',
  'party_contact',
  'party_address',
] as const;

/** The main party of a dispute (主要当事人) as GB/T 31000-2015 module 7 asks for it. */
export const disputePartyFields = {
  party_name: text({
    label: words('主要当事人姓名', 'Main party'),
    max: 80,
    name: true,
    search: true,
    aliases: ['当事人', '主要当事人'],
  }),
  party_person: link({ label: words('主要当事人（实有人口）', 'Main party (resident)'), ledger: 'person' }),
  party_doc_type: choice({
    label: words('主要当事人证件种类', 'Kind of document'),
    table: 'id_doc',
    aliases: ['证件代码'],
  }),
  party_doc_no: residentId({
    label: words('主要当事人证件号码', 'Document number'),
    otherDocuments: true,
    search: true,
    masked: true,
    aliases: ['证件号码', '身份证号'],
  }),
  party_sex: choice({ label: words('主要当事人性别', 'Sex'), table: 'sex', aliases: ['性别'] }),
  party_ethnic: choice({
    label: words('主要当事人民族', 'Ethnic group'),
    table: 'ethnic',
    aliases: ['民族'],
  }),
  party_education: choice({
    label: words('主要当事人学历', 'Education'),
    table: 'education',
    aliases: ['学历'],
  }),
  party_contact: phone({
    label: words('主要当事人电话', 'Telephone'),
    search: true,
    masked: true,
    aliases: ['当事人电话', '联系电话'],
  }),
  party_address: text({
    label: words('主要当事人居住详址', 'Address of the party'),
    max: 200,
    aliases: ['居住详址'],
  }),
  party_kind: choice({
    label: words('主要当事人人员类别', 'Kind of party'),
    table: 'dispute_party_kind',
    aliases: ['人员类别'],
    since: 2,
  }),
};
