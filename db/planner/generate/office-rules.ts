import type { Rule } from '../../roster/problem.ts';
import type { Staff } from './office-staff.ts';

/**
 * Rules of a generated office. Weights as measured for the first trial: total 30, night 20, rest days 30, holidays 50, a wish
 * 40, duties on two days running 25.
 */
export function officeRules({ posts, officerPosts }: Staff): readonly Rule[] {
  const hard = { hard: true } as const;
  const patrolPosts = posts.filter(({ roles }) => roles.includes('patrol')).map(({ id }) => id);
  return [
    { id: 'rest', kind: 'rest', strength: hard, hours: 11 },
    { id: 'rest-after-night', kind: 'rest', strength: hard, hours: 24, posts: ['night', 'leader'] },
    { id: 'nights', kind: 'nights-in-row', strength: hard, most: 1 },
    { id: 'days', kind: 'days-in-row', strength: hard, most: 6 },
    { id: 'week', kind: 'per-week', strength: hard, most: 6, counter: 'total' },
    { id: 'novices', kind: 'novice', strength: hard, most: 1, skill: 'novice', posts: [...officerPosts] },
    { id: 'fair-total', kind: 'fair', strength: { weight: 30 }, counter: 'total' },
    { id: 'fair-night', kind: 'fair', strength: { weight: 20 }, counter: 'night' },
    { id: 'fair-restday', kind: 'fair', strength: { weight: 30 }, counter: 'restday' },
    { id: 'fair-holiday', kind: 'fair', strength: { weight: 50 }, counter: 'holiday' },
    { id: 'fair-spring', kind: 'fair', strength: { weight: 50 }, counter: 'spring' },
    { id: 'wishes', kind: 'wishes', strength: { weight: 40 } },
    { id: 'pause', kind: 'spacing', strength: { weight: 25 }, days: 1, posts: [...officerPosts] },
    ...(patrolPosts.length > 0
      ? [{ id: 'own-grid', kind: 'own-place' as const, strength: { weight: 5 }, posts: patrolPosts }]
      : []),
  ];
}
