import { words } from '../localized.ts';
import { codeTable } from './code-table.ts';

/** Code tables of units and enterprises: GB/T 31000-2015 module 5. */
export const unitTables = [
  codeTable({
    id: 'enterprise_class',
    label: words('企业类别', 'Kind of enterprise'),
    standard: 'GB/T 31000-2015 §5.44',
    confidence: 'high',
    items: [
      ['01', '内资企业', 'Domestic'],
      ['02', '外资企业', 'Foreign-funded'],
      ['03', '个体工商户', 'Sole trader'],
      ['04', '农民专业合作社', "Farmers' cooperative"],
      ['99', '其他', 'Other'],
    ],
    aliases: { 内资: '01', 外资: '02', 个体户: '03', 个体: '03', 合作社: '04' },
  }),
  codeTable({
    id: 'social_org_type',
    label: words('社会组织类型', 'Kind of social organisation'),
    standard: 'GB/T 31000-2015',
    confidence: 'high',
    items: [
      ['01', '社会团体', 'Association'],
      ['02', '民办非企业单位', 'Private non-enterprise unit'],
      ['03', '基金会', 'Foundation'],
      ['04', '外国商会', 'Foreign chamber of commerce'],
      ['99', '其他', 'Other'],
    ],
  }),
  codeTable({
    id: 'holding',
    label: words('控股情况', 'Controlling share'),
    standard: 'GB/T 31000-2015 （统计代码）',
    confidence: 'high',
    items: [
      ['110', '国有控股', 'State-controlled'],
      ['120', '集体控股', 'Collectively controlled'],
      ['210', '私人控股', 'Privately controlled'],
      ['220', '港澳台商控股', 'Controlled from Hong Kong, Macao or Taiwan'],
      ['230', '外商控股', 'Foreign-controlled'],
    ],
  }),
  codeTable({
    id: 'concern',
    label: words('关注程度', 'Level of concern'),
    standard: 'GB/T 31000-2015',
    confidence: 'high',
    items: [
      ['00', '不关注', 'None'],
      ['01', '高', 'High'],
      ['02', '中', 'Medium'],
      ['03', '低', 'Low'],
    ],
    aliases: { 一般: '03', 高度关注: '01', 无: '00' },
  }),
  codeTable({
    id: 'hazard_type',
    label: words('隐患类型', 'Kind of hazard'),
    standard: 'GB/T 31000-2015',
    confidence: 'high',
    items: [
      ['00', '无', 'None'],
      ['01', '治安', 'Public security'],
      ['02', '消防', 'Fire'],
      ['03', '矛盾纠纷', 'Dispute'],
      ['04', '劳资纠纷', 'Labour dispute'],
      ['99', '其他', 'Other'],
    ],
    aliases: { 消防隐患: '02', 治安隐患: '01', 无隐患: '00' },
  }),
  codeTable({
    id: 'labor_grade',
    label: words('企业劳资风险等级', 'Labour risk grade'),
    standard: '参照外市做法',
    confidence: 'medium',
    items: [
      ['1', '蓝（正常）', 'Blue (normal)'],
      ['2', '黄（一般风险）', 'Yellow (some risk)'],
      ['3', '橙（较大风险）', 'Orange (considerable risk)'],
      ['4', '红（重点风险）', 'Red (key risk)'],
    ],
  }),
] as const;
