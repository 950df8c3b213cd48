import { defineLedger } from '../define-ledger.ts';
import { address } from '../fields/address.ts';
import { attachment } from '../fields/attachment.ts';
import { choice } from '../fields/choice.ts';
import { instant } from '../fields/instant.ts';
import { integer } from '../fields/integer.ts';
import { link } from '../fields/link.ts';
import { longText } from '../fields/long-text.ts';
import { money } from '../fields/money.ts';
import { multiChoice } from '../fields/multi-choice.ts';
import { phone } from '../fields/phone.ts';
import { residentId } from '../fields/resident-id.ts';
import { text } from '../fields/text.ts';
import { yesNo } from '../fields/yes-no.ts';
import { words } from '../localized.ts';
import { gridField, pointField, villageField } from './parts/place.ts';
import { broken } from '../rules/broken.ts';
import { dayOrder } from '../rules/day-order.ts';
import { documentFits, fillFromDocument, type DocumentFields } from '../rules/document-rules.ts';
import { issueHandlingFields } from './issue/handling-fields.ts';
import { extensionFits, handleBy } from './issue/handling-limits.ts';
import { issueWorkflow } from './issue/issue-workflow.ts';

const partyDocument: DocumentFields = { type: 'party_doc_type', number: 'party_doc_no' };

/**
 * Hazard issues (问题隐患): what grid workers and residents report: where, what, who handles it, how it ended. How a case
 * goes from report to closing is its workflow, `issue/issue-workflow.ts`.
 */
export const issue = defineLedger({
  id: 'issue',
  revision: 4,
  area: 'issue',
  label: words('问题隐患', 'Issues'),
  counter: words('宗', 'issues'),
  source: 'GB/T 34300-2017 网格事项、GB/T 31000-2015 矛盾纠纷排查化解（当事人、规模）',
  fields: {
    serial_no: text({
      label: words('服务单号', 'Serial number'),
      help: words('由市平台受理后编号，可先不填', 'Given by the city when it accepts the issue; may wait'),
      max: 32,
      code: true,
      search: true,
      indexed: true,
      aliases: ['单号', '事件编号', '工单号', '案件编号', '编号'],
    }),
    title: text({
      label: words('标题', 'Title'),
      max: 100,
      required: true,
      search: true,
      aliases: ['事件名称', '问题名称', '事件标题'],
    }),
    category: choice({
      label: words('事项大类', 'Category'),
      table: 'issue_category',
      required: true,
      aliases: ['大类', '事件大类', '问题类别'],
    }),
    item: choice({
      label: words('事项小类', 'Item'),
      table: 'issue_item',
      aliases: ['小类', '事件小类', '入格事项'],
    }),
    level: choice({ label: words('问题级别', 'Level'), table: 'issue_level', aliases: ['级别', '紧急程度'] }),
    hazard_level: choice({ label: words('隐患等级', 'Level of hazard'), table: 'hazard_level' }),
    status: choice({
      label: words('办理状态', 'Status'),
      table: 'issue_status',
      required: true,
      indexed: true,
      aliases: ['状态', '流程状态', '当前状态'],
    }),
    issue_source: choice({
      label: words('问题来源', 'Source'),
      table: 'issue_source',
      required: true,
      aliases: ['来源', '事件来源'],
    }),
    occurred_at: instant({ label: words('发生时间', 'Occurred at'), aliases: ['发现时间'] }),
    reported_at: instant({
      label: words('上报时间', 'Reported at'),
      required: true,
      indexed: true,
      aliases: ['登记时间', '创建时间'],
    }),
    village: villageField(),
    grid: gridField(),
    address: address({ label: words('标准地址', 'Standard address') }),
    place_text: text({
      label: words('发生地点', 'Where'),
      max: 200,
      required: true,
      search: true,
      aliases: ['地点', '事发地点', '地址', '详细地址'],
    }),
    place: pointField(),
    description: longText({
      label: words('问题描述', 'Description'),
      max: 2000,
      required: true,
      search: true,
      aliases: ['描述', '事件简述', '内容', '事件描述'],
    }),
    photos_before: attachment({ label: words('处置前照片', 'Photos before') }),

    reporter: link({
      label: words('上报网格员', 'Reported by'),
      ledger: 'grid_staff',
      aliases: ['网格员', '上报人员'],
    }),
    reporter_name: text({
      label: words('上报人姓名', 'Reporter name'),
      max: 50,
      search: true,
      aliases: ['上报人', '反映人'],
    }),
    reporter_contact: phone({
      label: words('上报人电话', 'Reporter telephone'),
      search: true,
      masked: true,
      aliases: ['联系电话', '上报人联系方式', '联系人电话'],
    }),
    object_building: link({
      label: words('涉及楼栋', 'Building'),
      ledger: 'building',
      aliases: ['楼栋编码'],
    }),
    object_room: link({ label: words('涉及房屋', 'Room'), ledger: 'room' }),
    object_unit: link({
      label: words('涉及单位', 'Unit'),
      ledger: 'unit',
      aliases: ['涉事单位', '检查对象'],
    }),
    object_facility: link({ label: words('涉及设施', 'Facility'), ledger: 'facility' }),
    object_rental: link({
      label: words('涉及出租屋', 'Rental house'),
      ledger: 'rental_house',
      aliases: ['出租屋编号'],
    }),
    party: link({ label: words('主要当事人（实有人口）', 'Main party (resident)'), ledger: 'person' }),
    party_name: text({
      label: words('主要当事人姓名', 'Main party'),
      max: 80,
      name: true,
      search: true,
      aliases: ['当事人', '当事人姓名'],
      source: 'GB/T 31000 主要当事人姓名',
    }),
    party_doc_type: choice({
      label: words('主要当事人证件种类', 'Kind of document'),
      table: 'id_doc',
      aliases: ['主要当事人证件代码'],
    }),
    party_doc_no: residentId({
      label: words('主要当事人证件号码', 'Document number'),
      otherDocuments: true,
      search: true,
      masked: true,
      aliases: ['当事人身份证号', '当事人证件号码'],
    }),
    party_contact: phone({
      label: words('主要当事人电话', 'Party telephone'),
      search: true,
      masked: true,
      aliases: ['当事人电话', '当事人联系方式'],
    }),
    people_count: integer({
      label: words('涉及人数', 'People involved'),
      min: 0,
      max: 99_999,
      unit: words('人', 'people'),
    }),
    amount: money({ label: words('涉及金额', 'Amount involved'), min: 0, max: 9_999_999_999 }),
    scale: choice({ label: words('事件规模', 'Scale'), table: 'event_scale', aliases: ['规模'] }),
    is_group: yesNo({ label: words('是否群体性', 'Mass incident'), aliases: ['是否群体'] }),
    is_legacy: yesNo({ label: words('是否历史遗留', 'Old case'), aliases: ['历史遗留'] }),
    collect_way: choice({
      label: words('采集方式', 'Collected by'),
      table: 'issue_collect_way',
      since: 4,
    }),
    is_important: yesNo({ label: words('是否重要', 'Important'), since: 4 }),
    impact: text({ label: words('影响范围', 'Extent'), max: 200, since: 4 }),
    tags: multiChoice({
      label: words('标签', 'Tags'),
      table: 'issue_tag',
      aliases: ['重大标签'],
      since: 4,
    }),
    created_unit: text({
      label: words('创建单位', 'Entered by (unit)'),
      max: 100,
      suggest: true,
      aliases: ['登记单位', '上报单位'],
      since: 4,
    }),

    ...issueHandlingFields,
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['title'],
  subtitle: ['serial_no', 'village'],
  sections: [
    {
      label: words('问题', 'Issue'),
      fields: [
        'serial_no',
        'title',
        'category',
        'item',
        'level',
        'hazard_level',
        'status',
        'issue_source',
        'collect_way',
        'occurred_at',
        'reported_at',
        'description',
        'impact',
        'is_important',
        'tags',
        'photos_before',
      ],
    },
    { label: words('地点', 'Place'), fields: ['village', 'grid', 'address', 'place_text', 'place'] },
    {
      label: words('上报人', 'Reporter'),
      fields: ['reporter', 'reporter_name', 'reporter_contact', 'created_unit'],
    },
    {
      label: words('涉及对象', 'Involved'),
      fields: [
        'object_building',
        'object_room',
        'object_unit',
        'object_facility',
        'object_rental',
        'party',
        'party_name',
        'party_doc_type',
        'party_doc_no',
        'party_contact',
        'people_count',
        'amount',
        'scale',
        'is_group',
        'is_legacy',
      ],
    },
    {
      label: words('办理', 'Handling'),
      fields: [
        'matter',
        'accepted_at',
        'refusal',
        'joined_to',
        'dispatched_to',
        'joint_units',
        'joint_state',
        'handling_level',
        'dispatched_at',
        'limit_days',
        'handle_by',
        'deadline',
        'handler_name',
        'is_self_handled',
        'handled_at',
        'handling',
        'cause',
        'loss',
        'dead_count',
        'hurt_count',
        'legal_basis',
        'photos_after',
      ],
    },
    {
      label: words('延期、督办与挂账', 'Extension, supervision, hold'),
      fields: [
        'extension_days',
        'extension_unit',
        'extension_reason',
        'extension_count',
        'return_count',
        'rework_count',
        'supervise_level',
        'supervise_count',
        'hold_reason',
        'sent_up_at',
        'city_reply',
      ],
    },
    {
      label: words('核查与结案', 'Verification and closing'),
      fields: [
        'verifier_name',
        'verified_at',
        'verification',
        'photos_verified',
        'closed_at',
        'closing',
        'satisfaction',
        'evaluation_kind',
        'evaluation',
        'evaluated_at',
        'remark',
      ],
    },
  ],
  list: [
    'serial_no',
    'title',
    'category',
    'level',
    'status',
    'village',
    'grid',
    'reported_at',
    'deadline',
    'dispatched_to',
  ],
  naturalKey: ['serial_no'],
  sort: '-reported_at',
  indexes: [
    ['status', 'reported_at'],
    ['village', 'reported_at'],
    ['grid', 'reported_at'],
    ['category', 'reported_at'],
    ['status', 'deadline'],
  ],
  rules: [
    documentFits(partyDocument),
    extensionFits,
    dayOrder(
      { field: 'occurred_at', label: words('发生时间', 'Occurred at') },
      { field: 'handled_at', label: words('处置时间', 'Handled at') },
    ),
    dayOrder(
      { field: 'reported_at', label: words('上报时间', 'Reported at') },
      { field: 'closed_at', label: words('结案时间', 'Closed at') },
    ),
    (row, context) => {
      const [category, item] = [row['category'], row['item']];
      const fits = typeof category !== 'string' || typeof item !== 'string' || item.startsWith(category);
      return fits
        ? []
        : [broken('item', words('事项小类不属于所选大类', 'The item is not of this category'), context)];
    },
  ],
  fill: (row) => {
    const status = row['status'] ?? '10';
    return {
      ...fillFromDocument(row, partyDocument),
      status,
      level: row['level'] ?? '01',
      handle_by: handleBy({ ...row, status }),
    };
  },
  ending: 'void',
  duplicates: [
    ['object_rental', 'item'],
    ['object_unit', 'item'],
    ['object_facility', 'item'],
    ['object_room', 'item'],
  ],
  workflow: issueWorkflow,
  wants: [
    {
      field: 'photos_after',
      label: words('处置后照片', 'Photos after'),
      person: 'handler_name',
      while: { field: 'status', values: ['50', '60'] },
    },
  ],
  period: 'reported_at',
});
