import { fc } from '../../../fixtures/fc.ts';
import { expect, test } from 'vitest';
import { frameOf } from '../../../../db/roster/check/frame.ts';
import { fairTargets } from '../../../../db/roster/targets/fair-targets.ts';
import { turnTargets } from '../../../../db/roster/targets/turn-targets.ts';
import { anyRoster } from '../../../fixtures/any-roster.ts';
import { sharesOf } from './shares-again.ts';
import { turnsOf } from './turns-again.ts';

test('shares worked out a second way are the same, and targets lie within half a tenth of theirs', () => {
  let compared = 0;
  fc.assert(
    fc.property(anyRoster, ({ problem }) => {
      for (const rule of problem.rules) {
        if (rule.kind !== 'fair') continue;
        const targets = fairTargets(problem, rule);
        const again = sharesOf(frameOf(problem), rule);
        expect([...targets.keys()].sort()).toEqual(again.map(({ person }) => person).sort());
        for (const { person, fairShare, target } of again) {
          expect(targets.get(person)?.share).toBeCloseTo(fairShare, 9);
          expect(Math.abs((targets.get(person)?.target ?? NaN) - target)).toBeLessThanOrEqual(0.05 + 1e-9);
          compared += 1;
        }
      }
    }),
    { seed: 4, numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(150);
});

test('lists of turns worked out a second way are the same', () => {
  let compared = 0;
  fc.assert(
    fc.property(anyRoster, ({ problem }) => {
      for (const rule of problem.rules) {
        if (rule.kind !== 'turns') continue;
        const again = turnsOf(frameOf(problem), rule).flatMap(({ date, post, people }) =>
          people.map((person) => ({ date, post, person })),
        );
        expect(turnTargets(problem, rule)).toEqual(again);
        compared += again.length;
      }
    }),
    { seed: 4, numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(150);
});
