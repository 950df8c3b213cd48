import { dayOf } from '../days.ts';
import { identified, named, numbered, placed, put, type Scene, someName, times } from './scene.ts';

/** Writes watch posts with members and kit, calls, leads, key areas, cases and guarded lines; returns the leads. */
export function addSecurity(scene: Scene): readonly string[] {
  const posts = addPosts(scene);
  addCalls(scene, posts);
  const clues = addClues(scene, posts);
  addGangClues(scene);
  addKeyAreas(scene);
  addCases(scene);
  addLines(scene);
  return clues;
}

const postKinds: readonly (readonly [string, string])[] = [
  ['01', '便利店'],
  ['02', '小区门岗'],
  ['03', '校门口'],
  ['04', '厂区门卫'],
  ['05', '市场'],
  ['08', '路口'],
];

function addPosts(scene: Scene): readonly string[] {
  const { random } = scene;
  return times(40, (i) => {
    const known = scene.somewhere();
    const [kind, word] = postKinds[i % 6] ?? ['99', ''];
    const members = 5 + random.below(12);
    const leader = named(scene);
    const post = put(scene, 'watch_post', {
      code: numbered('ZQ', scene.days.year, i),
      name: `${known.grid.name}${word}执勤点`,
      kind,
      state: random.chance(0.9) ? '01' : '02',
      unit: known.units[i % Math.max(1, known.units.length)]?.id ?? null,
      ...leader,
      member_count: members,
      duty_hours: random.pick(['08:00—22:00', '全天', '18:00—24:00']),
      police: `${known.grid.village.name}派出所`,
      police_officer: someName(scene),
      opened_on: scene.days.ago(300 + random.below(2000)),
      checked_on: scene.days.ago(20 + random.below(60)),
      next_check_on: scene.days.due(random, 60),
      ...placed(scene, known),
    });
    put(scene, 'watch_member', {
      post,
      name: leader['head_name'] ?? null,
      role: '01',
      contact: leader['head_contact'] ?? null,
      joined_on: scene.days.ago(400),
    });
    const person = known.people[0];
    if (person !== undefined)
      put(scene, 'watch_member', {
        post,
        name: `${person.name}`,
        role: random.pick(['02', '03', '04']),
        person: person.id,
        contact: person.phone,
        call_sign: `LF${100 + i}`,
        joined_on: scene.days.ago(100 + random.below(300)),
      });
    for (const kit of ['01', random.pick(['02', '03', '05']), '10'])
      put(scene, 'watch_kit', {
        post,
        kind: kit,
        count: 1 + random.below(6),
        state: random.chance(0.9) ? '01' : '02',
        keeper: leader['head_name'] ?? null,
        issued_on: scene.days.ago(200 + random.below(500)),
        ...(kit === '10' && { replace_on: scene.days.due(random, 450) }),
      });
    return post;
  });
}

function addCalls(scene: Scene, posts: readonly string[]): void {
  const { random } = scene;
  times(24, (i) => {
    const called = scene.days.recently(random, 300);
    put(scene, 'call_out', {
      called_at: new Date(called).toISOString(),
      reason: random.pick(['01', '02', '03', '04', '07', '08']),
      caller: someName(scene),
      post: posts[i % posts.length] ?? null,
      ...placed(scene, scene.somewhere()),
      arrived_at: new Date(called + (60 + random.below(300)) * 1000).toISOString(),
      post_count: 2 + random.below(8),
      people_count: 6 + random.below(30),
      respondents: `${someName(scene)}、${someName(scene)}、${someName(scene)}`,
      result: random.pick(['01', '02', '04', '05']),
      detail: '对讲机呼叫后周边执勤点到场，协助民警处置。',
    });
  });
}

const leads = [
  '夜间有人聚赌，多辆外地车进出',
  '出租屋内有人做电信诈骗',
  '有人兜售来路不明的手机',
  '仓库违规存放危险化学品',
  '有人多次在校门口滋事',
];

function addClues(scene: Scene, posts: readonly string[]): readonly string[] {
  const { random } = scene;
  return times(30, (i) => {
    const day = 2 + i * 9;
    const isSent = i > 3;
    const isReceived = i > 5;
    const isAnswered = i > 12;
    return put(scene, 'clue', {
      serial: 30 - i,
      found_on: scene.days.ago(day),
      kind: random.pick(['01', '02', '04', '05', '06', '09']),
      clue_source: random.pick(['01', '02', '03', '04']),
      post: posts[i % posts.length] ?? null,
      code_name: `${random.pick(['青', '蓝', '山', '海'])}${200 + i}`,
      content: leads[i % 5] ?? '',
      ...placed(scene, scene.somewhere()),
      handover_state: isAnswered ? '04' : isReceived ? '03' : isSent ? '02' : '01',
      ...(isSent && {
        handed_to: '公安分局刑警大队',
        handed_on: scene.days.ago(day - 1),
        reply_due: isAnswered ? scene.days.ago(day - 30) : scene.days.due(random, 28),
      }),
      ...(isReceived && {
        receipt_no: numbered('XH', scene.days.year, i),
        received_on: scene.days.ago(day - 1),
      }),
      ...(isAnswered && {
        replied_on: scene.days.ago(day - 18),
        reply: '已核查',
        result: random.pick(['01', '01', '02', '03']),
        is_rewarded: random.chance(0.5),
      }),
    });
  });
}

function addGangClues(scene: Scene): void {
  const { random } = scene;
  times(12, (i) => {
    const day = 5 + i * 25;
    const isAnswered = i > 4;
    put(scene, 'gang_clue', {
      serial: 12 - i,
      found_on: scene.days.ago(day),
      kind: random.pick(['03', '05', '05', '02']),
      clue_source: random.pick(['03', '05', '06']),
      is_real_name: random.chance(0.2),
      code_name: `${random.pick(['松', '竹', '梅'])}${300 + i}`,
      trade: random.pick(['建筑渣土', '物流运输', '娱乐场所', '农贸市场']),
      content: '反映有人把持市场、强迫交易。',
      ...placed(scene, scene.somewhere()),
      handover_state: isAnswered ? '04' : '03',
      handed_to: '公安分局扫黑办',
      handed_on: scene.days.ago(day - 1),
      receipt_no: numbered('SR', scene.days.year, i),
      received_on: scene.days.ago(day - 2),
      reply_due: isAnswered ? scene.days.ago(day - 60) : scene.days.due(random, 55),
      ...(isAnswered && {
        replied_on: scene.days.ago(day - 40),
        reply: '已核查反馈',
        result: random.pick(['02', '03', '04']),
      }),
    });
  });
}

function addKeyAreas(scene: Scene): void {
  const { random } = scene;
  times(14, (i) => {
    const day = 12 + i * 26;
    const known = scene.somewhere();
    const isClosed = i > 6;
    const area = put(scene, 'key_area', {
      name: `${known.grid.village.name}${['出租屋集中区', '夜市片区', '工业园周边', '市场片区'][i % 4] ?? ''}`,
      listed_on: scene.days.ago(day),
      problem: [random.pick(['01', '04', '05']), random.pick(['06', '07', '13'])],
      area_type: ['03', '09', '08', '04'][i % 4] ?? '99',
      area_scope: '东至大道，西至河涌，约 0.3 平方公里',
      list_level: random.pick(['3', '4', '4']),
      state: isClosed ? '03' : i === 3 ? '02' : '01',
      lead_unit: '公安分局',
      ...named(scene, 'lead_name', 'lead_contact'),
      join_units: '综治办、城管分局、市场监管分局、村（社区）',
      deadline: isClosed ? scene.days.ago(day - 120) : scene.days.due(random, 110),
      criminal_solved: random.below(8),
      security_handled: random.below(30),
      detail: '加密巡逻，整治出租屋，增设视频点。',
      ...(isClosed && { effect: random.pick(['01', '02', '03']), closed_on: scene.days.ago(day - 110) }),
      ...placed(scene, known),
    });
    times(3, (n) =>
      put(scene, 'key_area_work', {
        key_area: area,
        done_on: scene.days.ago(day - 2 - n * 3),
        kind: ['01', '02', '05'][n] ?? '99',
        units: '公安、综治、城管',
        people_count: 10 + random.below(40),
        places_checked: 20 + random.below(80),
        hazards_found: random.below(12),
        content: '按方案清查出租屋和场所，现场整改隐患。',
      }),
    );
  });
}

function addCases(scene: Scene): void {
  const { random } = scene;
  times(8, (i) => {
    const known = scene.somewhere();
    put(scene, 'major_case', {
      case_no: numbered('ZD', scene.days.year, i),
      case_name: `${known.grid.village.name}${['火灾', '聚集讨薪', '溺水', '交通事故'][i % 4] ?? ''}事件`,
      occur_date: scene.days.ago(10 + i * 40),
      level: random.pick(['03', '04', '04']),
      kind: ['03', '02', '03', '03'][i % 4] ?? '99',
      people_count: 3 + random.below(60),
      dead_count: 0,
      hurt_count: random.below(4),
      detail: '接报后镇值班领导到场指挥处置。',
      reported_to: '市委政法委',
      reported_on: scene.days.ago(10 + i * 40),
      handling: '已处置完毕。',
      ...placed(scene, known),
    });
  });
  times(20, (i) => {
    const day = 4 + i * 14;
    const known = scene.somewhere();
    const isSolved = i > 5;
    const kase = put(scene, 'case_record', {
      case_no: numbered('AJ', scene.days.year, i),
      case_name: `${known.grid.village.name}${['盗窃', '诈骗', '故意伤害', '抢夺'][i % 4] ?? ''}案`,
      nature: ['050000', '050000', '040000', '050000'][i % 4] ?? '060000',
      is_homicide: false,
      is_civil_turned: i % 8 === 2,
      occur_date: scene.days.ago(day),
      state: isSolved ? '02' : '01',
      ...(isSolved && { solved_on: scene.days.ago(day - 3) }),
      police: '公安分局',
      solve_detail: isSolved ? '已抓获嫌疑人。' : '正在侦查。',
      ...placed(scene, known),
    });
    for (const role of isSolved ? ['01', '02'] : ['02'])
      put(scene, 'case_person', {
        case_record: kase,
        role,
        ...identified(scene, 'someone'),
        is_minor: false,
        ...(role === '01' && { is_at_large: false }),
      });
  });
}

const lines: readonly (readonly [string, string, string])[] = [
  ['广深铁路', '01', '广州铁路集团'],
  ['环莞快速路', '02', '公路事务中心'],
  ['沿江高速', '02', '沿江高速公路公司'],
  ['220千伏镇南线', '04', '供电局'],
  ['成品油管道', '07', '管道公司'],
  ['通信光缆干线', '05', '通信公司'],
];

function addLines(scene: Scene): void {
  const { random } = scene;
  const used = new Set<string>();
  const guarded = times(18, (i) => {
    const { grid } = scene.known[Math.floor(i / 6) % scene.known.length] ?? scene.somewhere();
    const [line, kind, owner] = lines[i % 6] ?? ['', '99', ''];
    const name = used.has(line + grid.division) ? `${line}支线${i}` : line;
    used.add(line + grid.division);
    const id = put(scene, 'line_guard', {
      name,
      kind,
      village: grid.division,
      section: `K${i}+200 至 K${i + 1}+400`,
      length_km: 80 + random.below(300),
      owner_name: owner,
      ...named(scene, 'owner_head', 'owner_contact'),
      police_name: '公安分局',
      ...named(scene, 'security_name', 'security_contact'),
      hazard_level: random.pick(['03', '03', '02', '01']),
      hazard: random.chance(0.4) ? '沿线有违建和杂物堆放。' : null,
      patrolled_on: scene.days.ago(5 + random.below(40)),
      next_patrol_on: scene.days.due(random, 30),
    });
    return { id, name, division: grid.division };
  });
  times(10, (i) => {
    const line = guarded[i % guarded.length];
    if (line === undefined) return;
    put(scene, 'line_case', {
      case_no: numbered('LX', scene.days.year, i),
      case_name: `${line.name}${['盗割光缆', '非法穿越', '堆放杂物', '挖断管线'][i % 4] ?? ''}`,
      line: line.id,
      line_name: line.name,
      village: line.division,
      nature: ['01', '02', '02', '04'][i % 4] ?? '99',
      occur_date: dayOf(scene.days.recently(random, 300)),
      offender_count: random.below(3),
      escape_count: 0,
      arrest_count: random.below(2),
      detail: '已通报产权单位整改。',
    });
  });
}
