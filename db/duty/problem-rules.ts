import { counters, type Counter, type Rule } from '../roster/problem.ts';
import type { RuleRow, TeamFacts } from './team-facts.ts';

/** Numbers of rules have one decimal place. */
const TENTHS = 10;
/** What a departure from the list of turns costs where the team keeps turns and has no rule that says it. */
const TURNS_WEIGHT = 50;

/**
 * The team's rules in use. A team that keeps turns (轮序) has the rule of turns in place of equal shares; one that shares out
 * equally has no turns.
 */
export function problemRules(facts: TeamFacts, postIds: ReadonlySet<string>): Rule[] {
  const isInTurns = facts.team.mode === 'turns';
  const rules = facts.rules
    .filter((row) => row.is_active !== false && (row.post === null || postIds.has(row.post)))
    .filter((row) => row.kind !== (isInTurns ? 'fair' : 'turns'))
    .flatMap((row) => problemRule(row) ?? []);
  if (!isInTurns || rules.some((rule) => rule.kind === 'turns')) return rules;
  return [...rules, { id: 'turns', kind: 'turns', strength: { weight: TURNS_WEIGHT } }];
}

/** A rule of the ledger as the problem says it; `null` when it lacks what its kind needs. */
function problemRule(row: RuleRow): Rule | null {
  const number = (row.number ?? 0) / TENTHS;
  const whole = Math.round(number);
  const limited = limitedOf(row);
  switch (row.kind) {
    case 'rest':
      return { ...limited, kind: 'rest', hours: Math.min(number, 240) };
    case 'nights-in-row':
    case 'days-in-row':
      return { ...limited, kind: row.kind, most: Math.max(whole, 1) };
    case 'per-week':
    case 'per-month':
      return { ...limited, kind: row.kind, most: whole, counter: counterOf(row) };
    case 'weekends':
      return { ...limited, kind: 'weekends', most: whole };
    case 'spacing':
      return { ...limited, kind: 'spacing', days: Math.min(Math.max(whole, 1), 31) };
    case 'skill':
    case 'novice':
      return row.skill === null ? null : skilled(row, row.skill, limited);
    default:
      return unnumbered(row, limited);
  }
}

type Limited = Pick<Rule, 'id' | 'strength' | 'posts'>;

const limitedOf = ({ id, is_hard, weight, post }: RuleRow): Limited => ({
  id,
  strength: is_hard === true ? { hard: true } : { weight: weight ?? 1 },
  ...(post !== null && { posts: [post] }),
});

function unnumbered(row: RuleRow, limited: Limited): Rule | null {
  switch (row.kind) {
    case 'same-rest-days':
    case 'wishes':
    case 'own-place':
    case 'turns':
      return { ...limited, kind: row.kind };
    case 'fair':
      return { ...limited, kind: 'fair', counter: counterOf(row) };
    default:
      return null;
  }
}

function skilled(row: RuleRow, skill: string, limited: Limited): Rule {
  const whole = Math.round((row.number ?? 0) / TENTHS);
  return row.kind === 'skill'
    ? { ...limited, kind: 'skill', skill, least: Math.max(whole, 1) }
    : { ...limited, kind: 'novice', skill, most: whole };
}

const counterOf = ({ counter }: RuleRow): Counter => counters.find((known) => known === counter) ?? 'total';
