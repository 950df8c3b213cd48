import { choice } from '../../fields/choice.ts';
import { link } from '../../fields/link.ts';
import { text } from '../../fields/text.ts';
import { gridField, villageField } from '../parts/place.ts';
import { words } from '../../localized.ts';

/** What was checked: its kind, the record in its own ledger where there is one, name and place as written on the form. */
export const checkedPlace = () => ({
  object_kind: choice({
    label: words('检查对象类别', 'Kind of object'),
    table: 'check_object',
    required: true,
    aliases: ['对象类别', '检查对象', '场所类别'],
  }),
  object_rental: link({
    label: words('出租屋', 'Rental house'),
    ledger: 'rental_house',
    when: { field: 'object_kind', values: ['10'] },
    aliases: ['出租屋编号'],
  }),
  object_unit: link({
    label: words('单位（场所）', 'Unit'),
    ledger: 'unit',
    when: { field: 'object_kind', values: ['21', '22', '23', '24', '30', '99'] },
    aliases: ['单位', '场所'],
  }),
  object_facility: link({
    label: words('设施', 'Facility'),
    ledger: 'facility',
    when: { field: 'object_kind', values: ['40'] },
    aliases: ['设施编号'],
  }),
  object_school: link({
    label: words('学校', 'School'),
    ledger: 'school',
    when: { field: 'object_kind', values: ['50'] },
    aliases: ['幼儿园'],
  }),
  object_name: text({
    label: words('对象名称', 'Name of object'),
    max: 200,
    required: true,
    search: true,
    indexed: true,
    aliases: ['名称', '场所名称', '被检查单位'],
  }),
  village: villageField(),
  grid: gridField(),
  place_text: text({
    label: words('地址', 'Address'),
    max: 200,
    search: true,
    aliases: ['详细地址', '检查地点'],
  }),
});

/** Fields of `checkedPlace` in the order of a form. */
export const checkedPlaceFields = [
  'object_kind',
  'object_rental',
  'object_unit',
  'object_facility',
  'object_school',
  'object_name',
  'village',
  'grid',
  'place_text',
] as const;

/** Name and place follow from the record of the object. */
export const takenFromObject = [
  {
    link: 'object_rental',
    fields: { object_name: 'house_name', village: 'village', grid: 'grid', place_text: 'address_text' },
  },
  {
    link: 'object_unit',
    fields: { object_name: 'name', village: 'village', grid: 'grid', place_text: 'address_text' },
  },
  {
    link: 'object_facility',
    fields: { object_name: 'name', village: 'village', grid: 'grid', place_text: 'place_text' },
  },
  {
    link: 'object_school',
    fields: { object_name: 'name', village: 'village', grid: 'grid', place_text: 'place_text' },
  },
] as const;
