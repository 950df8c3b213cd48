import { chinaDay } from '../../office-time.ts';
import type { Values } from '../../field-kind.ts';
import type { FollowSpec } from '../../follow-spec.ts';

type Followed =
  | 'parties'
  | 'party_count'
  | 'subjects'
  | 'session_count'
  | 'last_session_on'
  | 'next_session_at'
  | 'performance'
  | 'last_visit_on';

/** Result of a session that another one follows (继续调解). */
const GOES_ON = '3';
/** Names beyond this are counted only, so that a case of a whole factory still has a readable line. */
const NAMES_SHOWN = 6;
/** Longest line of names. */
const LONGEST = 400;

/** What a case takes from its parts: who the parties are, how often it was talked about, whether it was performed. */
export const caseFollows: readonly FollowSpec<Followed>[] = [
  {
    part: 'mediation_party',
    link: 'med_case',
    newest: 'role',
    fields: ['parties', 'party_count', 'subjects'],
    values: ({ parts }) => partyFields(parts()),
  },
  {
    part: 'mediation_session',
    link: 'med_case',
    newest: 'held_at',
    fields: ['session_count', 'last_session_on', 'next_session_at'],
    values: ({ newest, parts }) => ({
      session_count: newest === null ? null : parts().length,
      last_session_on: chinaDayOf(newest?.['held_at']),
      next_session_at: newest?.['result'] === GOES_ON ? (newest['next_at'] ?? null) : null,
    }),
  },
  {
    part: 'mediation_performance',
    link: 'med_case',
    newest: 'noted_on',
    fields: ['performance'],
    values: ({ newest }) => ({ performance: newest?.['state'] ?? null }),
  },
  {
    part: 'mediation_return_visit',
    link: 'med_case',
    newest: 'visited_on',
    fields: ['last_visit_on'],
    values: ({ newest }) => ({ last_visit_on: newest?.['visited_on'] ?? null }),
  },
];

/** Line of names (applicants first), number and kinds of the parties. */
export function partyFields(parties: readonly Values[]): Values {
  if (parties.length === 0) return { parties: null, party_count: null, subjects: null };
  const ordered = parties.toSorted((a, b) => String(a['role']).localeCompare(String(b['role'])));
  const names = ordered.map(({ name }) => String(name));
  const shown = names.slice(0, NAMES_SHOWN).join('、');
  const line = names.length > NAMES_SHOWN ? `${shown}等${String(names.length)}方` : shown;
  const persons = parties.filter(({ kind }) => kind === '1').length;
  return {
    parties: [...line].slice(0, LONGEST).join(''),
    party_count: parties.length,
    subjects: persons === parties.length ? '1' : persons === 0 ? '3' : '2',
  };
}

/** Day in China of an instant. */
function chinaDayOf(instant: Values[string] | undefined): string | null {
  return typeof instant === 'string' ? chinaDay(new Date(instant)) : null;
}
