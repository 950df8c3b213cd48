import { words } from '../../model/localized.ts';
import type { Command } from '../command.ts';
import { wholeNumber } from '../with-store.ts';
import { simulate } from '../simulate/simulate.ts';

/** `zw simulate`: random days of six offices over real stores and packages, and whether anything was lost. */
export const simulateCommand: Command = {
  name: 'simulate',
  summary: words(
    '随机演练三村两镇一市的数据交换，检查有无丢失、重复',
    'Plays random exchanges of six offices and checks that nothing is lost or doubled',
  ),
  positionals: [],
  options: {
    seed: { type: 'string', value: 'S', help: words('随机种子', 'Seed') },
    steps: { type: 'string', value: 'N', help: words('步数', 'Number of steps') },
  },
  prints: '{seed, steps, lost, doubled, misplaced, converged, damagedTaken, happened:{…}, findings:[…]}',
  run: async (input, context) => {
    const seed = wholeNumber(input, 'seed', { fallback: 1, min: 0, max: 4_294_967_295 });
    const steps = wholeNumber(input, 'steps', { fallback: 200, min: 1, max: 1_000_000 });
    const result = await simulate({ seed, steps }, (done) => context.progress(done, steps));
    const { lost, doubled, misplaced, differing, converged, damagedTaken, happened } = result;
    const findings = [...differing, ...lost, ...doubled, ...misplaced].slice(0, 100);
    return {
      seed,
      steps,
      lost: lost.length,
      doubled: doubled.length,
      misplaced: misplaced.length,
      converged,
      damagedTaken,
      happened,
      findings,
    };
  },
};
