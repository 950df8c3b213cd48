import { defineLedger } from '../../define-ledger.ts';
import { day } from '../../fields/day.ts';
import { decimal } from '../../fields/decimal.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { phone } from '../../fields/phone.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { residentFactNames, residentFacts, takesResident } from '../parts/resident-facts.ts';
import { placeFields, placeNames } from '../parts/place.ts';

/** Heads of a building (楼栋长): residents who look after one building and tell the grid what happens in it. */
export const buildingChief = defineLedger({
  id: 'building_chief',
  revision: 1,
  area: 'safety',
  label: words('楼栋长', 'Heads of buildings'),
  counter: words('人', 'people'),
  source: 'GB/T 31000-2015 楼栋长',
  fields: {
    name: text({
      label: words('姓名', 'Name'),
      max: 50,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['楼栋长姓名', '楼长'],
    }),
    mobile: phone({
      label: words('手机号码', 'Mobile'),
      search: true,
      masked: true,
      aliases: ['联系电话', '电话', '联系方式'],
    }),
    landline: phone({
      label: words('固定电话', 'Landline'),
      masked: true,
      source: 'GB/T 31000 固定电话',
    }),
    ...residentFacts(),
    term_end: day({ label: words('任期到', 'Term ends'), indexed: true, aliases: ['任期结束日期'] }),
    estate_code: text({ label: words('小区编码', 'Estate code'), max: 18, code: true }),
    estate_name: text({
      label: words('小区名称', 'Estate'),
      max: 100,
      search: true,
      suggest: true,
      aliases: ['小区'],
    }),
    building_name: text({
      label: words('楼栋名称', 'Building name'),
      max: 100,
      required: true,
      search: true,
      aliases: ['楼栋', '栋号'],
    }),
    building: link({
      label: words('楼栋（实有房屋）', 'Building'),
      ledger: 'building',
      aliases: ['楼栋编码'],
    }),
    floor_area: decimal({
      label: words('建筑面积', 'Floor area'),
      digits: 2,
      min: 0,
      max: 9_999_999,
      unit: words('平方米', 'm²'),
    }),
    floors: integer({ label: words('层数', 'Floors'), min: 0, max: 200, unit: words('层', 'floors') }),
    units: integer({
      label: words('单元数', 'Staircases'),
      min: 0,
      max: 999,
      unit: words('个', 'staircases'),
    }),
    households: integer({
      label: words('户数', 'Households'),
      min: 0,
      max: 9999,
      unit: words('户', 'households'),
    }),
    people: integer({ label: words('人数', 'People'), min: 0, max: 99_999, unit: words('人', 'people') }),
    ...placeFields(),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['building_name', 'village'],
  sections: [
    {
      label: words('楼栋长', 'Head'),
      fields: ['name', 'mobile', 'landline', 'term_end', ...residentFactNames],
    },
    {
      label: words('楼栋', 'Building'),
      fields: [
        'building_name',
        'building',
        'estate_name',
        'estate_code',
        'floor_area',
        'floors',
        'units',
        'households',
        'people',
      ],
    },
    { label: words('所在地', 'Place'), fields: placeNames },
    { label: words('附件', 'Attachments'), fields: noteNames },
  ],
  list: [
    'name',
    'building_name',
    'village',
    'grid',
    'mobile',
    'estate_name',
    'households',
    'people',
    'term_end',
  ],
  naturalKey: ['village', 'building_name', 'name'],
  sort: 'name',
  takes: [
    takesResident,
    {
      link: 'building',
      fields: {
        building_name: 'name',
        estate_name: 'estate_name',
        estate_code: 'estate_code',
        floor_area: 'floor_area',
        floors: 'floors',
        units: 'units',
        households: 'households',
        people: 'people',
        village: 'village',
        grid: 'grid',
      },
    },
  ],
  ending: 'vacate',
  dues: [{ field: 'term_end', label: words('任期届满', 'Term ends'), person: 'name' }],
});
