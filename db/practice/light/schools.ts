import { identified, named, numbered, placed, put, type Scene, someName, times } from './scene.ts';

const kinds: readonly (readonly [string, string])[] = [
  ['01', '幼儿园'],
  ['02', '小学'],
  ['06', '学校'],
  ['03', '初级中学'],
];
const brands = ['顺通', '迅达', '捷邮', '万里', '速运'];

/** Writes schools with what happens around them, and courier outlets. */
export function addSchools(scene: Scene): void {
  addSurroundings(scene, addSchoolRows(scene));
  addCouriers(scene);
}

interface SchoolRow {
  readonly id: string;
  readonly division: string;
}

function addSchoolRows(scene: Scene): readonly SchoolRow[] {
  const { random } = scene;
  return times(20, (i) => {
    const known = scene.somewhere();
    const [kind, word] = kinds[i % 4] ?? ['99', ''];
    const students = 200 + random.below(2200);
    const id = put(scene, 'school', {
      name: `${known.grid.village.name.replace(/社区$|村$/, '')}${['第一', '第二', '实验', '中心', '育才'][i % 5] ?? ''}${word}${i >= 20 ? i : ''}`,
      kind,
      is_public: random.chance(0.5),
      students,
      staff: Math.round(students / 18),
      authority: '镇教育管理中心',
      ...named(scene, 'principal_name', 'principal_contact'),
      ...named(scene, 'sec_leader_name', 'sec_leader_contact'),
      ...named(scene, 'sec_name', 'sec_contact'),
      ...named(scene, 'police_name', 'police_contact'),
      guard_count: 3 + random.below(9),
      has_alarm: random.chance(0.9),
      checked_on: scene.days.ago(10 + random.below(80)),
      next_check_on: scene.days.due(random, 60),
      ...placed(scene, known),
    });
    return { id, division: known.grid.division };
  });
}

function addSurroundings(scene: Scene, schools: readonly SchoolRow[]): void {
  const { random } = scene;
  for (const [i, school] of schools.slice(0, 14).entries())
    put(scene, 'school_nearby_person', {
      school: school.id,
      village: school.division,
      ...identified(scene, 'someone'),
      harm: random.pick(['01', '02', '03']),
      is_focus: i % 3 !== 0,
      reason: random.pick(['曾在校门口滋事', '有盗窃前科', '与学生家长有纠纷']),
      worker: someName(scene),
      checked_on: scene.days.ago(12 + random.below(40)),
      next_visit_on: scene.days.due(random, 30),
    });
  for (const [i, school] of schools.slice(4, 14).entries())
    put(scene, 'school_case', {
      case_no: numbered('XY', scene.days.year, i),
      case_name: ['学生打架', '校门口交通事故', '外来人员闯入', '食品中毒疑似'][i % 4] ?? '',
      school: school.id,
      village: school.division,
      occur_date: scene.days.ago(8 + i * 24),
      nature: random.pick(['01', '99']),
      is_solved: random.chance(0.8),
      detail: '学校已按预案处置并通知家长。',
      handling: '加强门卫管理。',
      ...(i < 2
        ? { recheck_on: scene.days.due(random, 20) }
        : { recheck_on: scene.days.ago(i * 24 - 22), rechecked_on: scene.days.ago(i * 24 - 24) }),
      worker: someName(scene),
    });
}

function addCouriers(scene: Scene): void {
  const { random } = scene;
  times(20, (i) => {
    const known = scene.somewhere();
    const brand = brands[i % 5] ?? '';
    put(scene, 'courier', {
      name: `${brand}${known.grid.village.name}${i + 1}号营业点`,
      unit: known.units[i % Math.max(1, known.units.length)]?.id ?? null,
      brand,
      scope: random.chance(0.7) ? ['02'] : ['02', '03'],
      reg_kind: random.pick(['150', '170', '410']),
      holding: '210',
      ...named(scene),
      camera_count: 2 + random.below(14),
      xray_count: random.below(3),
      open_check: 9000 + random.below(1001),
      realname_check: 9200 + random.below(801),
      xray_check: 8500 + random.below(1501),
      checked_on: scene.days.ago(10 + random.below(60)),
      next_check_on: scene.days.due(random, 45),
      ...placed(scene, known),
    });
  });
}
