import type { MediationDesk } from './desk.ts';
import { personName, surname } from '../names.ts';

/** Bodies of a town beside those of its villages: kind, name behind the town's, mark, who is sent there from where. */
const townBodies = [
  ['02', '人民调解委员会', '', '', ''],
  ['04', '医疗纠纷人民调解委员会', '医', '', ''],
  ['05', '道路交通事故人民调解委员会', '交', '', ''],
  ['11', '异地商会人民调解委员会', '商', '', ''],
  ['12', '公安分局驻所人民调解室', '警', '东江律师事务所', '公安分局中心派出所'],
  ['13', '司法分局人民调解室', '司', '东江律师事务所', '司法分局'],
  ['15', '老梁调解工作室', '梁', '', ''],
] as const;

/** A body with the people who mediate there. */
export interface Body {
  readonly id: string;
  readonly sign: string;
  readonly division: string;
  /** Code of `mediation_org_kind`. */
  readonly kind: string;
  readonly mediators: readonly { readonly id: string; readonly name: string }[];
}

/** Writes the bodies of a town and of its villages, with their mediators. */
export function addBodies(
  desk: MediationDesk,
  villages: readonly { readonly id: string; readonly name: string }[],
): readonly Body[] {
  const short = desk.townName.slice(0, 1);
  const [first] = villages;
  if (first === undefined) return [];
  const ofTown = townBodies.map(([kind, tail, mark, firm, station]) => {
    const name = `${desk.townName}${tail}`;
    return addBody(desk, { kind, name, sign: `${short}${mark}`, village: first.id, firm, station });
  });
  const ofVillages = villages.map(({ id, name }, at) => {
    const sign = `${short}${name.slice(0, 2)}${at === 0 ? '' : String(at)}`;
    return addBody(desk, {
      kind: '01',
      name: `${name}人民调解委员会`,
      sign,
      village: id,
      firm: '',
      station: '',
    });
  });
  return [...ofTown, ...ofVillages];
}

interface NewBody {
  readonly kind: string;
  readonly name: string;
  readonly sign: string;
  readonly village: string;
  readonly firm: string;
  readonly station: string;
}

function addBody(desk: MediationDesk, { kind, name, sign, village, firm, station }: NewBody): Body {
  const { random } = desk;
  const count = 1 + random.below(2);
  const id = desk.put('mediation_org', {
    name,
    sign,
    kind,
    state: '1',
    village,
    head_name: drawnName(desk),
    head_contact: desk.town.nextPhone(),
    member_count: 3 + random.below(5),
    full_time_count: count,
    founded_on: `20${String(10 + random.below(12))}-0${String(1 + random.below(9))}-01`,
    service_hours: firm === '' ? '工作日 8:30–17:30' : '24 小时',
  });
  const mediators = Array.from({ length: count }, (_, at) => {
    const called = drawnName(desk);
    const values = {
      name: called,
      sex: '1',
      birth_date: desk.town.days.birthDay(random, 28 + random.below(38)),
      phone: desk.town.nextPhone(),
      org: id,
      work: at === 0 ? '1' : '2',
      state: '1',
      ...(firm === '' ? {} : { firm, station, shifts: ['02', '03'] }),
      skills: ['01', '02', '06'],
      appointed_on: `${desk.town.days.year - 1}-01-01`,
      term_end: `${desk.town.days.year + 1}-12-31`,
    };
    return { id: desk.put('mediator', values), name: called };
  });
  return { id, sign, kind, division: village, mediators };
}

function drawnName({ random }: MediationDesk): string {
  return personName(random, surname(random), true).name;
}
