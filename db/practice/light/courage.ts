import { identified, numbered, placed, put, type Scene, someName, times } from './scene.ts';

/** Writes domestic violence, judicial aid, courageous deeds and rewards. */
export function addCare(scene: Scene, clues: readonly string[]): void {
  addViolence(scene);
  addAid(scene);
  addDeeds(scene);
  addRewards(scene, clues);
}

function addViolence(scene: Scene): void {
  const { random } = scene;
  times(14, (i) => {
    const day = 6 + i * 19;
    const isOpen = i < 8;
    const hasWarning = i % 2 === 0;
    const violence = put(scene, 'domestic_violence', {
      serial: 14 - i,
      reported_on: scene.days.ago(day),
      report_way: random.pick(['01', '02', '03', '04', '05']),
      state: isOpen ? (i < 4 ? '01' : '02') : '03',
      ...identified(scene, 'victim'),
      protected_group: random.pick(['00', '00', '01', '04']),
      ...identified(scene, 'offender'),
      relation: random.pick(['01', '01', '02']),
      happened_on: scene.days.ago(day + 1),
      kinds: random.chance(0.5) ? ['01'] : ['01', '05'],
      is_repeated: random.chance(0.4),
      detail: '因家庭琐事争吵后动手，社区民警到场处置。',
      ...(hasWarning && { warning_no: numbered('GJ', scene.days.year, i) }),
      worker: someName(scene, false),
      ...(isOpen
        ? { next_visit_on: scene.days.due(random, 25) }
        : { closed_on: scene.days.ago(day - 5), closing: '双方关系缓和，回访未再发生。' }),
      ...placed(scene, scene.somewhere()),
    });
    const step = (kind: string, after: number, body: string): string =>
      put(scene, 'violence_measure', {
        violence,
        done_on: scene.days.ago(day - after),
        kind,
        body,
        ...(kind === '03' && { paper_no: numbered('GJ', scene.days.year, i) }),
        ...(kind === '05' && {
          shelter_place: '镇救助庇护中心',
          ...(i < 2
            ? { shelter_end: scene.days.due(random, 14) }
            : { shelter_end: scene.days.ago(day - 15), shelter_left_on: scene.days.ago(day - 10) }),
        }),
        ...(kind === '10' && { referred_to: '08' }),
        worker: someName(scene, false),
        result: '已落实',
      });
    step('01', 0, '派出所');
    step(hasWarning ? '03' : '05', 1, hasWarning ? '派出所' : '镇妇联');
    step(i % 3 === 0 ? '10' : '11', 4, '镇妇联');
  });
}

function addAid(scene: Scene): void {
  const { random, townName } = scene;
  times(12, (i) => {
    const day = 8 + i * 20;
    const isSent = i > 1;
    const isAnswered = i > 6;
    const isGranted = isAnswered && random.chance(0.7);
    put(scene, 'judicial_aid', {
      ...identified(scene, 'applicant'),
      village: scene.somewhere().grid.division,
      applied_on: scene.days.ago(day),
      ground: random.pick(['01', '02', '05', '06']),
      hardship: '家庭主要劳动力丧失劳动能力，尚有子女在读。',
      asked: (10_000 + random.below(50_000)) * 100,
      authority: random.pick(['01', '02', '05']),
      handover_state: isAnswered ? '04' : isSent ? '03' : '01',
      ...(isSent && {
        handed_to: `${townName}政法办`,
        handed_on: scene.days.ago(day - 3),
        receipt_no: numbered('HZ', scene.days.year, i),
        received_on: scene.days.ago(day - 4),
        reply_due: isAnswered ? scene.days.ago(day - 60) : scene.days.due(random, 50),
      }),
      ...(isAnswered && {
        replied_on: scene.days.ago(day - 50),
        reply: '已按程序审批',
        result: isGranted ? '01' : '02',
      }),
      ...(isGranted && { granted: 2_000_000 }),
    });
  });
}

const deeds = ['跳河救人', '火场救人', '制服持刀歹徒', '勇追抢夺嫌疑人', '交通事故救援', '煤气泄漏救险'];

function addDeeds(scene: Scene): void {
  const { random } = scene;
  times(14, (i) => {
    const day = 20 + i * 32;
    const state = i < 3 ? '01' : i < 7 ? '02' : i === 7 ? '04' : '03';
    const known = scene.somewhere();
    const deed = put(scene, 'courage_deed', {
      deed_name: `${known.grid.village.name}${deeds[i % 6] ?? ''}`,
      ...identified(scene, 'actor'),
      happened_on: scene.days.ago(day),
      ...placed(scene, known),
      detail: '发现险情后不顾个人安危施救，受益人得以脱险。',
      victims: someName(scene),
      witnesses: `${someName(scene)}、${someName(scene)}`,
      harm: random.pick(['0', '0', '1', '2']),
      claimant: `${known.grid.village.name}居民委员会`,
      claimed_on: scene.days.ago(day - 6),
      state,
      ...(state !== '01' && {
        papers: ['01', '02', '03', '04', '05'],
        forwarded_to: '公安分局',
        forwarded_on: scene.days.ago(day - 10),
        reply_due: state === '02' ? scene.days.due(random, 60) : scene.days.ago(day - 100),
      }),
      ...(state === '03' && {
        decided_on: scene.days.ago(day - 80),
        decision_no: numbered('JY', scene.days.year, i),
        honour: '3',
        bonus: 1_000_000 + random.below(9) * 500_000,
        paid_on: scene.days.ago(day - 90),
      }),
    });
    if (state !== '03') return;
    times(2, (n) =>
      put(scene, 'courage_care', {
        deed,
        done_on: scene.days.ago(day - 100 - n * 60),
        kind: n === 0 ? '01' : '06',
        body: n === 0 ? '社会保障分局' : '平安建设促进会',
        amount: (500 + random.below(3000)) * 100,
        worker: someName(scene),
        content: n === 0 ? '医疗费用垫付' : '节前上门慰问',
        ...(n === 1 && { next_on: scene.days.due(random, 200) }),
      }),
    );
  });
}

function addRewards(scene: Scene, clues: readonly string[]): void {
  const { random } = scene;
  times(16, (i) => {
    const day = 4 + i * 15;
    const state = i < 3 ? '01' : i < 7 ? '02' : '03';
    put(scene, 'tip_reward', {
      serial: 16 - i,
      clue: clues[i] ?? null,
      code_name: `${random.pick(['青', '蓝', '山', '海'])}${100 + i}`,
      kind: random.pick(['01', '02', '04', '05', '09']),
      village: scene.somewhere().grid.division,
      case_result: '查实，已立案处理',
      amount: random.pick([500, 1000, 2000, 5000]) * 100,
      state,
      applied_on: scene.days.ago(day),
      ...(state !== '01' && {
        approver: someName(scene),
        approved_on: scene.days.ago(day - 2),
        claim_by: state === '02' ? scene.days.due(random, 50) : scene.days.ago(day - 62),
        slip_no: numbered('MF', scene.days.year, i),
      }),
      ...(state === '03' && {
        paid_on: scene.days.ago(day - 3),
        first_signer: someName(scene),
        second_signer: someName(scene),
      }),
    });
  });
}
