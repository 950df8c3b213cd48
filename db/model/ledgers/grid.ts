import { defineLedger } from '../define-ledger.ts';
import { attachment } from '../fields/attachment.ts';
import { choice } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { decimal } from '../fields/decimal.ts';
import { integer } from '../fields/integer.ts';
import { link } from '../fields/link.ts';
import { longText } from '../fields/long-text.ts';
import { point } from '../fields/point.ts';
import { text } from '../fields/text.ts';
import { words } from '../localized.ts';
import { villageField } from './parts/place.ts';
import { boundaryShape } from '../rules/boundary-shape.ts';

/**
 * Grids (网格): the smallest unit of social governance inside a village (GB/T 34300-2017). The code is the village's
 * 12 digits and a serial of 3 (800 to 899 for dedicated grids); it is never changed or used again.
 */
export const grid = defineLedger({
  id: 'grid',
  revision: 1,
  area: 'grid',
  label: words('网格', 'Grids'),
  counter: words('个', 'grids'),
  source: 'GB/T 34300-2017 城乡社区网格化服务管理规范',
  fields: {
    code: text({
      label: words('网格编码', 'Grid code'),
      help: words(
        '村（社区）代码 12 位加 3 位序号，启用后不变',
        'Village code of 12 digits and a serial of 3; never changed',
      ),
      max: 15,
      code: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['网格代码', '网格编号', '编码'],
    }),
    name: text({
      label: words('网格名称', 'Grid name'),
      help: words('村（社区）名加序号，如“虎门寨社区第一网格”', 'Village and number'),
      max: 50,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['名称', '网格'],
    }),
    village: villageField(),
    kind: choice({
      label: words('网格类别', 'Kind'),
      table: 'grid_kind',
      aliases: ['类别', '类型', '网格类型'],
    }),
    head: link({
      label: words('网格长', 'Grid head'),
      ledger: 'grid_staff',
      aliases: ['网格长姓名'],
    }),
    household_count: integer({
      label: words('户数', 'Households'),
      help: words(
        '建格时的户数，现有户数见统计',
        'When the grid was drawn; the present number is in the statistics',
      ),
      min: 0,
      max: 100_000,
      unit: words('户', 'households'),
    }),
    area_km2: decimal({
      label: words('面积', 'Area'),
      digits: 3,
      min: 0,
      max: 10_000,
      unit: words('平方公里', 'km²'),
      aliases: ['网格面积'],
    }),
    centre: point({ label: words('中心位置', 'Centre'), aliases: ['坐标', '经纬度'] }),
    scope: longText({
      label: words('四至范围', 'Bounds'),
      help: words('东、南、西、北各到何处', 'Where it ends to the east, south, west and north'),
      max: 1024,
      aliases: ['范围', '网格范围'],
    }),
    boundary: longText({
      label: words('边界（GeoJSON）', 'Boundary (GeoJSON)'),
      help: words('CGCS2000 坐标的 Polygon 或 MultiPolygon', 'A Polygon or MultiPolygon in CGCS2000'),
      max: 20_000,
    }),
    sketch: attachment({ label: words('网格图', 'Map'), aliases: ['附图'] }),
    started_on: day({ label: words('启用日期', 'In use since'), aliases: ['划定日期'] }),
    ended_on: day({ label: words('停用日期', 'In use until') }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['name'],
  subtitle: ['code'],
  sections: [
    {
      label: words('基本信息', 'Basics'),
      fields: ['code', 'name', 'village', 'kind', 'head', 'household_count', 'area_km2'],
    },
    { label: words('范围', 'Extent'), fields: ['scope', 'centre', 'boundary', 'sketch'] },
    { label: words('管理', 'Administration'), fields: ['started_on', 'ended_on', 'remark'] },
  ],
  list: ['code', 'name', 'village', 'kind', 'head', 'household_count'],
  naturalKey: ['code'],
  sort: 'code',
  indexes: [['village', 'code']],
  rules: [
    (row) => {
      const code = row['code'];
      return typeof code !== 'string' || /^\d{15}$/.test(code)
        ? []
        : [{ field: 'code', code: 'bad-grid-code', level: 'error' }];
    },
    boundaryShape('boundary'),
  ],
});
