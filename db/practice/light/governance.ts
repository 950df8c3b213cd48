import type { Values } from '../../model/field-kind.ts';
import { named, numbered, placed, put, type Scene, someName, times } from './scene.ts';

/** Writes the ledgers of the safe town that are about bodies, pledges and groups. */
export function addGovernance(scene: Scene): void {
  addBodies(scene);
  addGuards(scene);
  addPledges(scene);
  addCells(scene);
  addAssociations(scene);
  addAssessments(scene);
  addGroups(scene);
}

function addBodies(scene: Scene): void {
  const { random, townName, division } = scene;
  const office = put(scene, 'zz_org', {
    name: `${townName}综治中心`,
    org_type: '03',
    level: '05',
    contact: scene.town.nextPhone(),
    ...named(scene),
    member_units: '公安分局、司法分局、信访办、人社分局、应急管理分局、妇联、团委',
    functions: '群众接待厅、矛盾纠纷调处室、心理服务室、监控研判室',
    village: division,
    place_text: `${townName}人民路1号`,
  });
  const villages = scene.known.filter(
    (k, i, all) => all.findIndex((o) => o.grid.division === k.grid.division) === i,
  );
  const centres = villages.slice(0, 20).map((known) =>
    put(scene, 'zz_org', {
      name: `${known.grid.village.name}综治中心`,
      org_type: '03',
      level: '06',
      ...named(scene),
      member_units: '村（社区）两委、警务室、网格办、调委会',
      ...placed(scene, known),
    }),
  );
  for (const [i, org] of [office, office, office, ...centres].entries()) {
    const male = random.chance(0.6);
    put(scene, 'zz_member', {
      org,
      name: `${someName(scene, male)}`,
      sex: male ? '1' : '2',
      ethnic: '01',
      political: random.chance(0.7) ? '01' : '13',
      birth_date: scene.days.birthDay(random, 28 + random.below(28)),
      education: random.pick(['31', '21', '21']),
      duty: i === 0 ? '01' : random.pick(['02', '04', '05', '06']),
      rank: i < 3 ? '03' : '04',
      specialty: random.pick(['01', '02', '03', '05', '99']),
      is_full_time: random.chance(0.7),
      contact: scene.town.nextPhone(),
      joined_on: scene.days.ago(200 + random.below(1500)),
    });
  }
}

function addGuards(scene: Scene): void {
  const { random } = scene;
  times(18, (i) => {
    const known = scene.somewhere();
    put(scene, 'mass_prevention_org', {
      name: `${known.grid.name}${['治安巡逻队', '义务巡防队', '平安志愿队'][i % 3] ?? ''}${i + 1}队`,
      org_type: ['01', '02', '04'][i % 3] ?? '99',
      supervisor: '公安分局治安大队',
      people_count: 8 + random.below(40),
      ...named(scene),
      functions: '日常巡逻、隐患上报、应急处突、反诈宣传',
      founded_on: scene.days.ago(400 + random.below(2500)),
      ...placed(scene, known),
    });
  });
  times(30, (i) => {
    const known = scene.somewhere();
    const person = known.people[i % Math.max(1, known.people.length)];
    const floors = 4 + random.below(14);
    const households = floors * (2 + random.below(3));
    put(scene, 'building_chief', {
      name: person?.name ?? someName(scene),
      person: person?.id ?? null,
      mobile: scene.town.nextPhone(),
      political: random.chance(0.4) ? '01' : '13',
      term_end: scene.days.due(random, 700),
      estate_name: `${known.grid.village.name}住宅小区`,
      building_name: `${1 + i}栋`,
      floors,
      units: 1 + random.below(3),
      households,
      people: households * 2,
      ...placed(scene, known),
    });
  });
}

function addPledges(scene: Scene): void {
  const { random, townName, days } = scene;
  for (const year of [days.year - 1, days.year]) {
    times(15, (i) => {
      const known = scene.known[i % scene.known.length] ?? scene.somewhere();
      const scored: Values = {
        score: 8000 + random.below(1900),
        result: random.pick(['01', '02', '02', '03']),
      };
      put(scene, 'responsibility_measure', {
        year,
        policy_kind: '01',
        actor_name: `${townName}平安建设领导小组`,
        actor_level: '05',
        target_name: `${known.grid.village.name}${i >= scene.known.length ? `第${i}片区` : ''}`,
        village: known.grid.division,
        target_level: '06',
        signer: someName(scene),
        signed_on: days.notAfterToday(`${year}-03-${String(1 + (i % 20)).padStart(2, '0')}`),
        ends_on: `${year}-12-31`,
        content:
          '全年不发生影响恶劣的刑事案件、群体性事件和一次死亡三人以上的安全事故；矛盾纠纷化解率达到 98% 以上。',
        ...(year < days.year ? scored : {}),
      });
    });
  }
  const { grid } = scene.somewhere();
  put(scene, 'responsibility_measure', {
    year: days.year,
    policy_kind: '05',
    actor_name: `${townName}平安建设领导小组`,
    target_name: `${grid.village.name}出租屋管理`,
    village: grid.division,
    signer: someName(scene),
    signed_on: scene.days.ago(40),
    ends_on: scene.days.ago(-20),
    content: '出租屋登记率偏低，限期整改。',
  });
}

const cellNames = [
  '平安小区',
  '平安家庭',
  '平安校园',
  '平安医院',
  '平安企业',
  '平安市场',
  '平安工地',
  '平安出租屋',
];

function addCells(scene: Scene): void {
  const { random } = scene;
  times(32, (i) => {
    const known = scene.somewhere();
    const kind = 1 + (i % 8);
    const isAwarded = random.chance(0.7);
    const awarded = 100 + random.below(800);
    put(scene, 'safe_cell', {
      name: `${known.grid.village.name}${cellNames[i % 8] ?? ''}${i + 1}号`,
      kind: `0${kind}`,
      state: isAwarded ? '02' : '01',
      ...(isAwarded && {
        level: random.pick(['3', '4', '4', '5']),
        awarded_on: scene.days.ago(awarded),
        document_no: `平安办〔${scene.days.year - 1}〕${10 + i}号`,
        review_on: scene.days.due(random, 500),
      }),
      ...named(scene),
      ...placed(scene, known),
    });
  });
}

const trades = ['物流', '五金', '服装', '餐饮', '物业', '金融'];

function addAssociations(scene: Scene): void {
  const { random, townName, division } = scene;
  const town = put(scene, 'safe_association', {
    name: `${townName}平安建设促进会`,
    kind: '01',
    members: 120,
    founded_on: '2014-06-18',
    term_end: scene.days.ago(-20),
    ...named(scene),
    secretary: someName(scene),
    functions: '联络会员、筹集经费、支持巡防和见义勇为慰问',
    village: division,
  });
  const branches = trades.map((trade) =>
    put(scene, 'safe_association', {
      name: `${townName}平安建设促进会${trade}分会`,
      kind: '02',
      trade,
      members: 15 + random.below(60),
      founded_on: scene.days.ago(1500 + random.below(1500)),
      term_end: scene.days.ago(-30 - random.below(700)),
      ...named(scene),
      village: division,
    }),
  );
  const all = [town, ...branches];
  times(30, (i) => {
    const association = all[i % all.length] ?? town;
    put(scene, 'association_activity', {
      association,
      held_on: scene.days.ago(3 + i * 11),
      name: ['反诈宣传进厂区', '敬老慰问', '夜间联合巡防', '纠纷调解接待日', '平安知识讲座'][i % 5] ?? '',
      kind: ['01', '03', '04', '02', '01'][i % 5] ?? '99',
      place_text: `${scene.somewhere().grid.village.name}文化广场`,
      people_count: 20 + random.below(200),
      spent: (500 + random.below(8000)) * 100,
      content: '按计划开展，群众反映良好。',
    });
    const isIncome = i % 4 === 0;
    put(scene, 'association_fund', {
      association,
      booked_on: scene.days.ago(2 + i * 11),
      voucher_no: numbered('PZ', scene.days.year, i),
      direction: isIncome ? '1' : '2',
      item: isIncome ? random.pick(['01', '02', '03']) : random.pick(['11', '12', '13', '14']),
      amount: (1000 + random.below(30_000)) * 100,
      party: isIncome ? '会员单位' : `${townName}印务广告部`,
      summary: isIncome ? '会费及捐赠' : '活动支出',
    });
  });
}

const projects = [
  '旧城改造',
  '变电站建设',
  '道路扩建',
  '学校扩建',
  '垃圾中转站选址',
  '征地补偿方案',
  '公交线路调整',
  '集体物业改造',
];

function addAssessments(scene: Scene): void {
  const { random, townName } = scene;
  times(16, (i) => {
    const { grid } = scene.somewhere();
    const day = 20 + i * 30;
    const grade = random.pick(['3', '3', '2', '1']);
    put(scene, 'stability_assessment', {
      project: `${grid.village.name}${projects[i % 8] ?? ''}项目（${['一', '二'][Math.floor(i / 8)] ?? ''}期）`,
      matter: random.pick(['02', '02', '03', '01']),
      village: grid.division,
      decision_body: `${townName}人民政府`,
      assessor: '第三方评估机构',
      ...named(scene),
      started_on: scene.days.ago(day + 45),
      assessed_on: scene.days.ago(day),
      risk_points: '补偿标准异议；施工扰民；交通出行受影响。',
      measures: '公示方案、入户沟通、设专人接访。',
      grade,
      conclusion: grade === '1' ? '3' : grade === '2' ? '2' : '1',
      filing_no: numbered('WP', scene.days.year, i),
      filed_on: scene.days.ago(day - 5),
      // Looked at again after three months; then nothing more is due.
      ...(day < 90 && { review_on: scene.days.due(random, 60) }),
    });
  });
}

const groups: readonly (readonly [string, string, string])[] = [
  ['网约车司机群体', '01', '要求降低平台抽成、规范营运证发放'],
  ['合同制教师群体', '02', '要求同工同酬、落实社保'],
  ['鞋厂被欠薪员工', '03', '要求支付三个月工资'],
  ['理财受损人员', '04', '要求追赃挽损'],
  ['片区征地户', '05', '要求提高补偿标准'],
  ['延期交楼业主', '06', '要求交楼及违约赔偿'],
  ['随迁子女家长', '07', '要求增加公办学位'],
  ['工厂异味投诉居民', '08', '要求工厂搬迁或治理'],
];

function addGroups(scene: Scene): void {
  const { random } = scene;
  times(16, (i) => {
    const [name, kind, demands] = groups[i % 8] ?? ['', '99', ''];
    const { grid } = scene.somewhere();
    put(scene, 'unstable_group', {
      name: `${grid.village.name}${name}${i >= 8 ? '（二）' : ''}`,
      kind,
      village: grid.division,
      people_count: 12 + random.below(300),
      demands,
      grade: random.pick(['2', '3', '3', '4', '4']),
      found_on: scene.days.ago(10 + i * 14),
      lead_unit: random.pick(['交通运输分局', '教育管理中心', '人社分局', '住建局']),
      ...named(scene),
      measures: '定期约谈代表，由牵头单位逐条答复。',
      review_on: scene.days.due(random, 30),
    });
  });
}
