import type { Values } from '../field-kind.ts';

/** A rule of voting that ships with the product. */
interface ReadyRule {
  readonly id: string;
  /** Its name in English. */
  readonly en: string;
  /** Values of its `consult_rule` record. */
  readonly values: Values;
}

/** Rules of voting that ship with the product; a town adds its own. */
export const readyRules: readonly ReadyRule[] = [
  {
    id: 'villagers',
    en: "Villagers' meeting",
    values: {
      name: '村民会议',
      platform: '04',
      attend_share: 'gt-1-2',
      household_share: 'ge-2-3',
      agree_share: 'gt-1-2',
      agree_base: 'present',
      basis:
        '《村民委员会组织法》第二十二条：本村十八周岁以上村民的过半数，或者本村三分之二以上的户的代表参加，所作决定应当经到会人员的过半数通过',
    },
  },
  {
    id: 'representatives',
    en: "Meeting of villagers' representatives",
    values: {
      name: '村民代表会议',
      platform: '05',
      attend_share: 'ge-2-3',
      agree_share: 'gt-1-2',
      agree_base: 'present',
      basis:
        '《村民委员会组织法》第二十六条：有三分之二以上的组成人员参加方可召开，所作决定应当经到会人员的过半数同意',
    },
  },
  {
    id: 'owners',
    en: 'Owners: ordinary matters',
    values: {
      name: '业主共同决定（一般事项）',
      platform: '07',
      attend_share: 'ge-2-3',
      area_share: 'ge-2-3',
      agree_share: 'gt-1-2',
      agree_base: 'present',
      basis:
        '《民法典》第二百七十八条：专有部分面积占比三分之二以上且人数占比三分之二以上的业主参与表决，经参与表决专有部分面积过半数且参与表决人数过半数的业主同意',
    },
  },
  {
    id: 'owners-grave',
    en: 'Owners: grave matters',
    values: {
      name: '业主共同决定（重大事项）',
      platform: '07',
      attend_share: 'ge-2-3',
      area_share: 'ge-2-3',
      agree_share: 'ge-3-4',
      agree_base: 'present',
      basis:
        '《民法典》第二百七十八条：筹集维修资金、改建重建、改变共有部分用途等事项，经参与表决专有部分面积四分之三以上且参与表决人数四分之三以上的业主同意',
    },
  },
  {
    id: 'council',
    en: 'Council of residents',
    values: {
      name: '议事会',
      platform: '03',
      attend_share: 'gt-1-2',
      agree_share: 'gt-1-2',
      agree_base: 'present',
      basis: '议事规则（参考，按本村（社区）章程修改）',
    },
  },
];
