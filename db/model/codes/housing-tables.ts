import { words } from '../localized.ts';
import { codeTable } from './code-table.ts';

/** Code tables of buildings and rental houses. */
export const housingTables = [
  codeTable({
    id: 'building_use',
    label: words('建筑用途', 'Use of building'),
    standard: 'GB/T 31000-2015',
    confidence: 'low',
    items: [
      ['01', '居住', 'Housing'],
      ['02', '商业', 'Commerce'],
      ['03', '办公', 'Office'],
      ['04', '工业厂房', 'Factory'],
      ['05', '仓储', 'Storage'],
      ['06', '教育', 'Education'],
      ['07', '医疗', 'Medical'],
      ['08', '文体', 'Culture and sport'],
      ['09', '宗教', 'Religion'],
      ['10', '商住混合', 'Mixed housing and shops'],
      ['99', '其他', 'Other'],
    ],
    aliases: {
      住宅: '01',
      住房: '01',
      居住用房: '01',
      商铺: '02',
      商业用房: '02',
      办公楼: '03',
      厂房: '04',
      工业: '04',
      仓库: '05',
      学校: '06',
      医院: '07',
      商住: '10',
      综合: '10',
    },
  }),
  codeTable({
    id: 'rental_use',
    label: words('出租用途', 'Use when let'),
    standard: 'GB/T 31000-2015',
    confidence: 'high',
    items: [
      ['01', '宿舍', 'Dormitory'],
      ['02', '住房', 'Dwelling'],
      ['03', '商铺', 'Shop'],
      ['04', '办公', 'Office'],
      ['05', '仓库', 'Warehouse'],
      ['06', '厂房', 'Factory'],
      ['99', '其他', 'Other'],
    ],
    aliases: { 住宅: '02', 居住: '02', 商业: '03', 厂房仓库: '06' },
  }),
  codeTable({
    id: 'rental_grade',
    label: words('出租屋分级', 'Rental grade'),
    standard: '参照深圳出租屋分级做法',
    confidence: 'medium',
    items: [
      ['1', '绿（每3周）', 'Green (every 3 weeks)'],
      ['2', '黄（每2周）', 'Yellow (every 2 weeks)'],
      ['3', '橙（加密）', 'Orange (more often)'],
      ['4', '红（禁止出租）', 'Red (letting banned)'],
    ],
    aliases: { 绿: '1', 黄: '2', 橙: '3', 红: '4', 绿色: '1', 黄色: '2', 橙色: '3', 红色: '4' },
  }),
] as const;
