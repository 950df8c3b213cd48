import type { Localized } from '../../localized.ts';
import { choice } from '../../fields/choice.ts';
import { link } from '../../fields/link.ts';
import { phone } from '../../fields/phone.ts';
import { residentId } from '../../fields/resident-id.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import type { DocumentFields } from '../../rules/document-rules.ts';

/** Who somebody is whom a record is about (当事人, 申请人): as known to the town, by name, and by document. */
export function subjectFields(label: Localized) {
  const of = (zh: string, en: string): Localized => words(`${label.zh}${zh}`, `${label.en}: ${en}`);
  return {
    person: link({ label: of('（实有人口）', 'resident'), ledger: 'person' }),
    name: text({
      label: of('姓名', 'name'),
      max: 50,
      name: true,
      required: true,
      search: true,
      aliases: [label.zh],
    }),
    doc_type: choice({ label: of('证件种类', 'kind of document'), table: 'id_doc' }),
    doc_no: residentId({
      label: of('证件号码', 'document number'),
      otherDocuments: true,
      search: true,
      masked: true,
      aliases: [`${label.zh}身份证号`, `${label.zh}公民身份号码`],
    }),
    contact: phone({
      label: of('电话', 'telephone'),
      search: true,
      masked: true,
      aliases: [`${label.zh}联系方式`],
    }),
  };
}

/** The document of a subject whose fields begin with `prefix`, for the rules and fills of documents. */
export const documentOf = (prefix: string): DocumentFields => ({
  type: `${prefix}_doc_type`,
  number: `${prefix}_doc_no`,
});
