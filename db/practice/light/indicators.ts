import { coverHeadings } from '../../model/figures/cover-headings.ts';
import { put, type Scene } from './scene.ts';

/** Indicator, usual monthly figure of the town (hundredths) and whether villages report it too. */
const shipped: readonly (readonly [string, number, boolean])[] = [
  ['0101', 950_000, true],
  ['0102', 640_000, true],
  ['0103', 12_800_000, true],
  ['0201', 18_000, false],
  ['0202', 300, false],
  ['0203', 0, false],
  ['0301', 1200, false],
  ['0401', 400, false],
  ['0501', 6_200_000, false],
  ['0601', 9598, false],
  ['0801', 6_800_000, false],
];
/** 群众意见满意率 in table `cover_figure`. */
const WITH_SATISFIED = '0405';
/** Months before this one: the last four, and those and this one a year before. */
const months = [16, 15, 14, 13, 12, 4, 3, 2, 1] as const;

/** Writes the figures other departments sent: of this year's last months, and of the same months a year before. */
export function addIndicators(scene: Scene): void {
  const villages = [...new Set(scene.known.map(({ grid }) => grid.division))].slice(0, 3);
  for (const month of months.map(scene.days.monthAgo))
    for (const [kind, usual, isOfVillages] of shipped)
      for (const village of [scene.division, ...(isOfVillages ? villages : [])]) {
        const share = village === scene.division ? 1 : 0.03;
        const value = Math.round(usual * share * (0.9 + scene.random.fraction() / 5));
        put(scene, 'outside_indicator', {
          month,
          village,
          kind,
          value: kind === '0601' ? usual : whole(kind, value),
        });
      }
}

/** Writes what the town counts under 便民服务到位, beside what is proposed; the other headings count as proposed. */
export function addCoverRules(scene: Scene): void {
  for (const figure of [...coverHeadings.service.figures, WITH_SATISFIED])
    put(scene, 'cover_rule', { heading: coverHeadings.service.code, figure, basis: '本镇月报口径' });
}

/** Counts are whole; amounts and rates have two decimals. */
const whole = (kind: string, value: number): number =>
  kind.startsWith('01') ? value : Math.round(value / 100) * 100;
