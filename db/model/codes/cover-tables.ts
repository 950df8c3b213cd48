import { words } from '../localized.ts';
import { codeTable, type CodeTable } from './code-table.ts';

/** Code tables of the cover of the monthly report (四个到位) and of what counts under its headings. */
export const coverTables: readonly CodeTable[] = [
  codeTable({
    id: 'cover_heading',
    label: words('四个到位', 'Heading of the cover'),
    standard: '东莞社会治理“四个到位”',
    confidence: 'high',
    items: [
      ['01', '信息掌握到位', 'Known'],
      ['02', '矛盾化解到位', 'Settled'],
      ['03', '治安防控到位', 'Kept safe'],
      ['04', '便民服务到位', 'Served'],
    ],
  }),
  codeTable({
    id: 'cover_figure',
    label: words('可计入四个到位的指标', 'Rate that may count'),
    standard: '本系统的比率指标',
    confidence: 'high',
    items: [
      ['0101', '实有人口落格率', 'Residents: In a grid'],
      ['0102', '楼栋落格率', 'Buildings: In a grid'],
      ['0103', '实有设施落格率', 'Facilities: In a grid'],
      ['0104', '实有单位落格率', 'Units: In a grid'],
      ['0105', '问题隐患落格率', 'Issues: In a grid'],
      ['0106', '网格覆盖率', 'Grids: Grids with a worker'],
      ['0201', '矛盾纠纷化解率', 'Disputes: Resolved'],
      ['0202', '人民调解案件成功率', 'Mediation cases: Agreements'],
      ['0203', '人民调解案件履行率', 'Mediation cases: Performed'],
      ['0301', '问题隐患办结率', 'Issues: Closed'],
      ['0302', '问题隐患按期办结率', 'Issues: Closed in time'],
      ['0303', '整改通知书整改率', 'Rectification notices: Put right'],
      ['0304', '整改通知书按期整改率', 'Rectification notices: Put right in time'],
      ['0401', '群众意见办结率', 'Opinions: Closed'],
      ['0402', '群众意见按期办结率', 'Opinions: Closed in time'],
      ['0403', '公共法律服务办结率', 'Legal services: Settled'],
      ['0404', '问题隐患满意率', 'Issues: Satisfied'],
      ['0405', '群众意见满意率', 'Opinions: Satisfied'],
    ],
  }),
];
