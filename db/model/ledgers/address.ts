import { defineLedger, type RuleContext } from '../define-ledger.ts';
import { addressPath, levelsNotInPath, normalAddress } from '../derive/address-path.ts';
import { link } from '../fields/link.ts';
import { longText } from '../fields/long-text.ts';
import { text } from '../fields/text.ts';
import type { Values } from '../field-kind.ts';
import { words } from '../localized.ts';
import { gridField, pointField } from './parts/place.ts';
import type { Finding } from '../reasons.ts';

/**
 * Standard addresses (标准地址) with the levels of 二标四实. The natural key is the normalised full path. A level that
 * does not exist is empty here and written as 无 in sheets that ask for every level. The police own the master code,
 * kept beside our own id where it is known.
 */
export const address = defineLedger({
  id: 'address',
  revision: 1,
  area: 'housing',
  label: words('标准地址', 'Standard addresses'),
  counter: words('条', 'addresses'),
  source: '二标四实 标准地址、GB/T 23705-2009',
  fields: {
    full_path: text({
      label: words('地址全称', 'Full address'),
      help: words('由各级地址合成，也可直接填写', 'Put together from the levels, or written as a whole'),
      max: 200,
      required: true,
      search: true,
      indexed: true,
      aliases: ['标准地址', '地址', '详细地址', '标准地址全称', '完整地址'],
    }),
    province: text({ label: words('省', 'Province'), max: 30, aliases: ['省份'] }),
    city: text({ label: words('市', 'City'), max: 30, aliases: ['地市', '城市'] }),
    county: text({
      label: words('县区', 'County'),
      help: words('东莞市不设县区，留空', 'Empty in Dongguan, which has no counties'),
      max: 30,
      aliases: ['区县', '县（区）'],
    }),
    town: text({ label: words('镇街', 'Town'), max: 30, aliases: ['镇（街道）', '乡镇街道', '街道'] }),
    village: text({
      label: words('村社区名称', 'Village name'),
      max: 50,
      aliases: ['村（社区）', '社区', '村居'],
    }),
    street: text({ label: words('街路巷', 'Street'), max: 50, suggest: true, aliases: ['路街巷', '道路'] }),
    door_no: text({
      label: words('门牌号', 'Door number'),
      help: words('含附号，如“12号之一”', 'With its sub-number'),
      max: 30,
      aliases: ['门牌', '门楼牌号'],
    }),
    estate: text({
      label: words('小区（组团）', 'Estate'),
      max: 50,
      suggest: true,
      aliases: ['小区', '小区名称', '组团'],
    }),
    building: text({
      label: words('楼栋', 'Building'),
      max: 30,
      aliases: ['楼幢', '幢', '座', '栋', '楼栋号'],
    }),
    unit_no: text({ label: words('单元', 'Stairway'), max: 20, aliases: ['单元号'] }),
    floor: text({ label: words('楼层', 'Floor'), max: 20, aliases: ['层'] }),
    room_no: text({ label: words('房号', 'Room'), max: 30, aliases: ['户室', '房间号', '室号'] }),
    division: link({
      label: words('所属村（社区）', 'Division'),
      help: words('区划表中的村（社区）', 'The village in the table of divisions'),
      ledger: 'division',
      aliases: ['村社区代码', '社区代码'],
    }),
    grid: gridField(),
    place: pointField(),
    police_address_id: text({
      label: words('公安地址编码', 'Police address code'),
      max: 40,
      code: true,
      search: true,
      aliases: ['地址编码', '标准地址编码', '公安标准地址编码'],
    }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['full_path'],
  sections: [
    {
      label: words('地址', 'Address'),
      fields: [
        'full_path',
        'province',
        'city',
        'county',
        'town',
        'village',
        'street',
        'door_no',
        'estate',
        'building',
        'unit_no',
        'floor',
        'room_no',
      ],
    },
    {
      label: words('归属', 'Belongs to'),
      fields: ['division', 'grid', 'place', 'police_address_id', 'remark'],
    },
  ],
  list: ['full_path', 'division', 'grid', 'police_address_id'],
  naturalKey: ['full_path'],
  sort: 'full_path',
  indexes: [
    ['division', 'full_path'],
    ['grid', 'full_path'],
  ],
  rules: [levelsAgree],
  fill,
  derived: ['full_path'],
  ending: 'void',
});

/** The levels decide the path when there are any below the village; a path written as a whole is normalised. */
function fill(row: Values): Values {
  const written = row['full_path'];
  const path = addressPath(row);
  if (typeof written === 'string') return { ...row, full_path: normalAddress(written) };
  return path === '' ? row : { ...row, full_path: path };
}

const notInPath = words('地址全称中没有“{level}”，请核对', 'The full address has no “{level}”');

/** A path written by hand is kept; where a level says something else, the clerk is told. */
function levelsAgree(row: Values, context: RuleContext): readonly Finding[] {
  return levelsNotInPath(row).map(({ level, text }) => ({
    field: level,
    code: 'rule-broken',
    args: { text: notInPath[context.language ?? 'zh'].replace('{level}', () => text) },
    level: 'warning',
  }));
}
