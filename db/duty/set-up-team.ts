import { grid } from '../model/ledgers/grid.ts';
import { division } from '../model/ledgers/division.ts';
import { gridStaff } from '../model/ledgers/grid-staff.ts';
import type { Values } from '../model/field-kind.ts';
import type { RecordWrite, Store } from '../store/api.ts';
import { Refused } from './refusal.ts';
import { rowsOf, type Kept } from './kept-rows.ts';
import { type GridRow } from './team-facts.ts';
import { templateOf, type TeamTemplate, type TemplateId } from './templates.ts';

/** A team to be made. */
export interface TeamPlan {
  readonly template: TemplateId;
  readonly name: string;
  /** Division record; a patrol needs one, its grids and grid staff become posts and members. */
  readonly village: string | null;
}

/** Writes of a new team with its posts, rules and, of a patrol, its members; all in one request. */
export function setUpTeam(
  store: Store,
  plan: TeamPlan,
  newId: () => string,
): { readonly team: string; readonly writes: readonly RecordWrite[] } | Refused {
  const template = templateOf(plan.template);
  const [village] =
    plan.village === null ? [] : rowsOf(store, division, {}).filter((row) => row.id === plan.village);
  if (village === undefined && (plan.village !== null || template.kind === 'patrol'))
    return new Refused('village');
  const team = newId();
  const create = (ledger: string, values: Values, id = newId()): RecordWrite => {
    return { ledger, id, op: 'create', values };
  };
  const values: Values = {
    ...template.team,
    name: plan.name,
    unit_name: village?.name ?? officeName(store.info.town.name),
    ...(village !== undefined && { village: village.id }),
  };
  const rules = template.rules.map((rule) => create('duty_rule', { ...rule, team, is_active: true }));
  if (template.kind === 'office' || village === undefined) {
    const posts = template.posts.map((post) => create('duty_post', { ...post, team }));
    return { team, writes: [create('duty_team', values, team), ...posts, ...rules] };
  }
  const patrol = patrolOf(store, village.id, template);
  if (patrol instanceof Refused) return patrol;
  return {
    team,
    writes: [
      create('duty_team', values, team),
      ...patrol.posts.map((post) => create('duty_post', { ...post, team })),
      ...patrol.members.map((member) => create('duty_member', { ...member, team })),
      ...rules,
    ],
  };
}

/** A town has a government, a subdistrict an office (办事处). */
const officeName = (town: string): string => (town.endsWith('街道') ? `${town}办事处` : `${town}人民政府`);

type Staff = Kept<typeof gridStaff>;

/** Codes of `staff_state`, `grid_post` and `duty_role`. */
const LEFT = '04';
const GRID_HEAD = '01';
const PATROL = '06';
const PATROL_LEADER = '07';

function patrolOf(
  store: Store,
  village: string,
  template: TeamTemplate,
): { readonly posts: readonly Values[]; readonly members: readonly Values[] } | Refused {
  const grids = rowsOf(store, grid, { village }).toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const staff = rowsOf(store, gridStaff, { village })
    .filter(({ state }) => state !== LEFT)
    .toSorted((a, b) => (`${a.grid} ${a.staff_no}` < `${b.grid} ${b.staff_no}` ? -1 : 1));
  if (grids.length === 0 || staff.length === 0) return new Refused('staff');
  const posts = grids.flatMap((one, i) =>
    template.posts.map((post, k) => ({
      ...post,
      name: `${one.name}${String(post['name'])}`,
      grid: one.id,
      position: i * template.posts.length + k + 1,
    })),
  );
  const names = new Set<string>();
  const gridsById = new Map(grids.map((one) => [one.id, one]));
  return {
    posts,
    members: staff.map((one, i) => memberOf(one, { staff, gridsById, names, position: i + 1 })),
  };
}

function memberOf(
  one: Staff,
  {
    staff,
    gridsById,
    names,
    position,
  }: {
    readonly staff: readonly Staff[];
    readonly gridsById: ReadonlyMap<string, GridRow>;
    readonly names: Set<string>;
    readonly position: number;
  },
): Values {
  const own = one.grid !== null && gridsById.has(one.grid) ? one.grid : null;
  // Stand-in (B 岗) of somebody of another grid: that is the second grid.
  const second = staff.find((other) => other.stand_in === one.id && other.grid !== own)?.grid ?? null;
  return {
    name: nameInTeam(one, { names, grid: own === null ? '' : (gridsById.get(own)?.name ?? '') }),
    phone: one.phone,
    staff: one.id,
    roles: one.post === GRID_HEAD ? [PATROL, PATROL_LEADER] : [PATROL],
    ...(own !== null && { own_grid: own }),
    ...(second !== null && gridsById.has(second) && { second_grid: second }),
    position,
  };
}

/** Two of one name are told apart by the grid, then by a number. */
function nameInTeam(
  { name }: Staff,
  { names, grid: at }: { readonly names: Set<string>; readonly grid: string },
): string {
  const tries = [name, `${name}（${at}）`, ...Array.from({ length: 99 }, (_, i) => `${name}（${i + 2}）`)];
  const free = tries.find((text) => !names.has(text)) ?? name;
  names.add(free);
  return free;
}
