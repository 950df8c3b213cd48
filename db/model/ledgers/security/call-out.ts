import { defineLedger } from '../../define-ledger.ts';
import { attachment } from '../../fields/attachment.ts';
import { choice } from '../../fields/choice.ts';
import { instant } from '../../fields/instant.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { placeFields, placeNames } from '../parts/place.ts';

const where = placeFields({ address: words('事发地点', 'Where') });

/** Calls for help answered by the posts around (一呼百应): when, where, who came, how fast, how it ended. */
export const callOut = defineLedger({
  id: 'call_out',
  revision: 1,
  area: 'security',
  label: words('一呼百应记录', 'Calls answered'),
  counter: words('次', 'calls'),
  source: '东莞市全民创安“一呼百应”',
  fields: {
    called_at: instant({
      label: words('呼叫时间', 'Called at'),
      required: true,
      indexed: true,
      aliases: ['时间', '启动时间'],
    }),
    reason: choice({
      label: words('呼叫事由', 'Reason'),
      table: 'call_kind',
      required: true,
      aliases: ['事由'],
    }),
    caller: text({ label: words('呼叫人', 'Caller'), max: 50, search: true, aliases: ['发起人'] }),
    post: link({ label: words('发起执勤点', 'Calling post'), ledger: 'watch_post', aliases: ['执勤点'] }),
    ...where,
    place_text: { ...where.place_text, required: true as const },
    arrived_at: instant({ label: words('首批到场时间', 'First arrival'), aliases: ['到场时间'] }),
    post_count: integer({
      label: words('响应执勤点数', 'Posts that answered'),
      min: 0,
      max: 999,
      unit: words('个', 'posts'),
    }),
    people_count: integer({
      label: words('到场人数', 'People who came'),
      min: 0,
      max: 9999,
      unit: words('人', 'people'),
      aliases: ['响应人数'],
    }),
    respondents: longText({ label: words('响应人员', 'Respondents'), max: 1024, search: true }),
    result: choice({ label: words('处置结果', 'Result'), table: 'call_result', aliases: ['结果'] }),
    detail: longText({ label: words('处置经过', 'Account'), max: 2000, search: true, aliases: ['经过'] }),
    photos: attachment({ label: words('照片', 'Photos') }),
  },
  title: ['reason'],
  subtitle: ['called_at', 'village'],
  sections: [
    {
      label: words('呼叫', 'Call'),
      fields: ['called_at', 'reason', 'caller', 'post', ...placeNames],
    },
    {
      label: words('响应与处置', 'Response'),
      fields: ['arrived_at', 'post_count', 'people_count', 'respondents', 'result', 'detail', 'photos'],
    },
  ],
  list: [
    'called_at',
    'reason',
    'village',
    'place_text',
    'post',
    'arrived_at',
    'post_count',
    'people_count',
    'result',
  ],
  naturalKey: ['called_at', 'village', 'reason'],
  sort: '-called_at',
  takes: [
    { link: 'post', fields: { village: 'village', grid: 'grid', place_text: 'place_text', place: 'place' } },
  ],
  indexes: [['village', 'called_at']],
  rules: [
    dayOrder(
      { field: 'called_at', label: words('呼叫时间', 'Called at') },
      { field: 'arrived_at', label: words('首批到场时间', 'First arrival') },
    ),
  ],
  ending: 'void',
  period: 'called_at',
});
