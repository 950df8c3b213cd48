import { defineLedger } from '../define-ledger.ts';
import { address } from '../fields/address.ts';
import { attachment } from '../fields/attachment.ts';
import { choice } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { link } from '../fields/link.ts';
import { longText } from '../fields/long-text.ts';
import { phone } from '../fields/phone.ts';
import { text } from '../fields/text.ts';
import { words } from '../localized.ts';
import { withSettledDay } from '../rules/settled-day.ts';
import { gridField, pointField, villageField } from './parts/place.ts';
import { followsInspection } from './parts/inspected.ts';

const video = { field: 'kind', values: ['04'] };

/**
 * Facilities (实有设施): hydrants, lifts, charging points and the like, with the video points (视频点) of class 1, 2
 * and 3. Streams are not ours: only where a point is, whose it is, and whether it works.
 */
export const facility = defineLedger({
  id: 'facility',
  revision: 2,
  area: 'unit',
  label: words('实有设施', 'Facilities'),
  counter: words('处', 'facilities'),
  source: '二标四实 实有设施',
  fields: {
    code: text({
      label: words('设施编号', 'Facility number'),
      max: 30,
      code: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['编号', '设施编码', '点位编号', '设备编码', '国标编码'],
    }),
    name: text({
      label: words('设施名称', 'Name'),
      max: 100,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['名称', '点位名称', '设备名称'],
    }),
    kind: choice({
      label: words('设施类别', 'Kind'),
      table: 'facility_kind',
      required: true,
      aliases: ['类别', '设施类型', '类型'],
    }),
    video_class: choice({
      label: words('视频点分类', 'Class'),
      table: 'video_class',
      when: video,
      aliases: ['一二类', '点位类别', '视频点类别'],
    }),
    network: text({
      label: words('接入网络', 'Network'),
      help: words('如公安视频专网、互联网', 'Where the stream goes'),
      max: 50,
      suggest: true,
      when: video,
    }),
    network_state: choice({
      label: words('联网状态', 'Network state'),
      table: 'network_state',
      since: 2,
      when: video,
      aliases: ['在线状态', '网络状态'],
    }),
    village: villageField(),
    grid: gridField(),
    address: address({ label: words('标准地址', 'Standard address') }),
    place_text: text({
      label: words('位置描述', 'Where'),
      max: 200,
      search: true,
      aliases: ['安装地址', '安装位置', '地址', '地点', '详细地址'],
    }),
    place: pointField(),
    building: link({
      label: words('所在楼栋', 'Building'),
      ledger: 'building',
      aliases: ['楼栋', '楼栋编码'],
    }),
    unit: link({ label: words('所属单位', 'Unit'), ledger: 'unit', aliases: ['产权单位', '单位'] }),
    owner_name: text({
      label: words('责任人', 'In charge'),
      max: 50,
      search: true,
      aliases: ['负责人', '管理人', '责任人姓名'],
    }),
    owner_person: link({ label: words('责任人（实有人口）', 'In charge (resident)'), ledger: 'person' }),
    owner_contact: phone({
      label: words('责任人电话', 'Telephone'),
      search: true,
      masked: true,
      aliases: ['联系电话', '负责人电话', '电话'],
    }),
    maintainer: text({
      label: words('维护单位', 'Maintained by'),
      max: 100,
      suggest: true,
      aliases: ['维保单位', '运维单位'],
    }),
    state: choice({
      label: words('设施状态', 'State'),
      table: 'facility_state',
      required: true,
      aliases: ['状态', '运行状态'],
    }),
    installed_on: day({ label: words('安装日期', 'Installed on'), aliases: ['建成日期'] }),
    checked_on: day({ label: words('最近检查日期', 'Last checked on'), aliases: ['检查日期', '巡检日期'] }),
    next_check_on: day({
      label: words('下次检查日期', 'Next check'),
      since: 2,
      indexed: true,
      aliases: ['下次维保日期', '检查到期日期', '年检到期日期'],
    }),
    photos: attachment({ label: words('照片', 'Photos') }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['name'],
  subtitle: ['kind', 'village'],
  sections: [
    {
      label: words('基本信息', 'Basics'),
      fields: [
        'code',
        'name',
        'kind',
        'video_class',
        'network',
        'network_state',
        'state',
        'installed_on',
        'checked_on',
        'next_check_on',
      ],
    },
    {
      label: words('位置', 'Place'),
      fields: ['village', 'grid', 'address', 'place_text', 'place', 'building'],
    },
    {
      label: words('责任', 'Responsibility'),
      fields: ['unit', 'owner_name', 'owner_person', 'owner_contact', 'maintainer', 'photos', 'remark'],
    },
  ],
  list: ['code', 'name', 'kind', 'video_class', 'village', 'grid', 'place_text', 'state', 'checked_on'],
  naturalKey: ['code'],
  sort: 'code',
  indexes: [
    ['kind', 'code'],
    ['village', 'code'],
    ['grid', 'code'],
  ],
  fill: (row) =>
    withSettledDay({ ...row, state: row['state'] ?? '01' }, { done: 'checked_on', planned: 'next_check_on' }),
  follows: [
    followsInspection({ link: 'object_facility', checkedOn: 'checked_on', nextCheck: 'next_check_on' }),
  ],
  dues: [
    {
      field: 'next_check_on',
      label: words('设施检查', 'Check of a facility'),
      person: 'owner_name',
      while: { field: 'state', values: ['01', '02'] },
    },
  ],
});
