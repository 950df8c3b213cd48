import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { longText } from '../../fields/long-text.ts';
import { phone } from '../../fields/phone.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { headFields, headNames } from '../parts/contact.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { placeFields, placeNames } from '../parts/place.ts';

/** Governance bodies and centres (综治机构、综治中心) of the town and its villages. */
export const zzOrg = defineLedger({
  id: 'zz_org',
  revision: 1,
  area: 'safety',
  label: words('综治机构', 'Governance bodies'),
  counter: words('个', 'bodies'),
  source: 'GB/T 31000-2015 综治机构（综治中心）；GB/T 33200-2016',
  fields: {
    name: text({
      label: words('机构名称', 'Name'),
      max: 100,
      name: true,
      required: true,
      search: true,
      aliases: ['名称', '综治中心名称'],
      source: 'GB/T 31000 名称',
    }),
    org_type: choice({
      label: words('机构类型', 'Kind'),
      table: 'zz_org_type',
      required: true,
      aliases: ['类型'],
    }),
    level: choice({
      label: words('层级', 'Level'),
      table: 'org_level',
      required: true,
      aliases: ['机构层级'],
    }),
    contact: phone({
      label: words('机构电话', 'Telephone'),
      search: true,
      masked: true,
      source: 'GB/T 31000 联系方式',
    }),
    ...headFields(),
    member_units: longText({
      label: words('组成单位', 'Units that take part'),
      max: 400,
      search: true,
      aliases: ['成员单位'],
    }),
    functions: longText({
      label: words('设置窗口与功能室', 'Windows and rooms'),
      help: words(
        '如群众接待厅、矛盾纠纷调处室、监控研判室',
        'Reception, mediation, monitoring and the like',
      ),
      max: 400,
    }),
    ...placeFields({ isTownToo: true }),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['org_type', 'village'],
  sections: [
    {
      label: words('基本信息', 'Basics'),
      fields: ['name', 'org_type', 'level', 'contact', ...headNames, 'member_units', 'functions'],
    },
    { label: words('所在地', 'Place'), fields: placeNames },
    { label: words('附件', 'Attachments'), fields: noteNames },
  ],
  list: ['name', 'org_type', 'level', 'village', 'head_name', 'head_contact', 'contact', 'place_text'],
  naturalKey: ['name'],
  sort: 'name',
  indexes: [['village', 'name']],
  ending: 'vacate',
});
