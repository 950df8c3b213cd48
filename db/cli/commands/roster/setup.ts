import { randomUUID } from 'node:crypto';
import { rowsOf } from '../../../duty/kept-rows.ts';
import { Refused } from '../../../duty/refusal.ts';
import { setUpTeam } from '../../../duty/set-up-team.ts';
import { templateIds } from '../../../duty/templates.ts';
import { division } from '../../../model/ledgers/division.ts';
import { words } from '../../../model/localized.ts';
import { carryOut, changeOf, refusalOf, writeIdOption } from '../../duty-team.ts';
import { UsageError } from '../../refusal.ts';
import { storeCommand } from '../../with-store.ts';

/** `zw roster setup`: makes a team with posts and rules, and of a village's grid staff members. */
export const rosterSetupCommand = storeCommand({
  name: 'roster setup',
  summary: words(
    '按模板建立值班队伍：岗位、规则，巡查队伍还有村（社区）的网格员',
    'Makes a duty team of a template: posts, rules and, of a patrol, the grid staff of a village',
  ),
  positionals: [templateIds.join('|')],
  options: {
    name: { type: 'string', value: 'NAME', required: true, help: words('队伍名称', 'Name of the team') },
    village: {
      type: 'string',
      value: 'V',
      help: words('村（社区）：代码、名称或编号；巡查必填', 'Village: code, name or id; a patrol needs one'),
    },
    ...writeIdOption,
  },
  prints: '{team, posts, members, rules, change}',
  run: (store, input, context) => {
    const template = templateIds.find((known) => known === input.positionals[0]);
    if (template === undefined) {
      const known = templateIds.join(', ');
      throw new UsageError(words(`模板应为 ${known}`, `The template is one of ${known}`));
    }
    const { name, village: named } = input.options;
    const village = rowsOf(store, division, {}).find((row) =>
      [row.id, row.code, row.name, row.short_name].includes(String(named)),
    );
    if (typeof named === 'string' && village === undefined) throw refusalOf(new Refused('village'));
    const made = setUpTeam(store, { template, name: String(name), village: village?.id ?? null }, randomUUID);
    if (made instanceof Refused) throw refusalOf(made);
    const records = carryOut(store, made.writes, { input, context });
    const count = (ledger: string): number => records.filter((record) => record.ledger === ledger).length;
    return {
      team: records[0]?.id ?? made.team,
      posts: count('duty_post'),
      members: count('duty_member'),
      rules: count('duty_rule'),
      change: changeOf(records),
    };
  },
});
