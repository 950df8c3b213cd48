import { expect, test } from 'vitest';
import { confirmLimit } from '../../../db/model/ledgers/dispute/case-days.ts';
import { fillCase } from '../../../db/model/ledgers/dispute/case-fill.ts';
import { partyFields } from '../../../db/model/ledgers/dispute/case-follows.ts';
import { caseNumber, readCaseNumber } from '../../../db/model/ledgers/dispute/case-number.ts';

test('a case number is written by the format of the ministry and read as offices write it', () => {
  expect(caseNumber({ sign: '虎', year: 2026, serial: 12 })).toBe('（2026）虎人调字第12号');
  for (const text of ['（2026）虎人调字第12号', '(2026)虎人调字第 012 号', '〔2026〕虎人调字第12号'])
    expect(readCaseNumber(text), text).toEqual({ sign: '虎', year: 2026, serial: 12 });
  for (const text of ['', '2026-12', '（2026）虎刑初字第12号']) expect(readCaseNumber(text), text).toBeNull();
});

test('a case is numbered once mark, year and place are known, and an old number tells its place', () => {
  const row = { registered_on: '2026-11-02', org_sign: '虎' };
  expect(fillCase(row)).toMatchObject({ case_year: 2026, serial: null, case_no: null });
  expect(fillCase({ ...row, serial: 3 })['case_no']).toBe('（2026）虎人调字第3号');
  expect(fillCase({ case_no: '（2019）虎人调字第44号' })).toMatchObject({
    case_year: 2019,
    serial: 44,
    org_sign: '虎',
    case_no: '（2019）虎人调字第44号',
  });
});

test('confirmation is due 30 days after the agreement while it is wanted and not applied for', () => {
  expect(confirmLimit('2026-11-02')).toBe('2026-12-02');
  const row = { agreed_on: '2026-11-02', confirm_wanted: true };
  expect(fillCase(row)['confirm_due']).toBe('2026-12-02');
  expect(fillCase({ ...row, confirm_applied_on: '2026-11-10' })['confirm_due']).toBeNull();
  expect(fillCase({ ...row, confirm_wanted: false })['confirm_due']).toBeNull();
});

test('performance and return visit are due until they are done', () => {
  const row = { perform_by: '2026-12-01', visit_by: '2026-12-20' };
  expect(fillCase(row)).toMatchObject({ perform_due: '2026-12-01', visit_due: '2026-12-20' });
  expect(fillCase({ ...row, performance: '1', last_visit_on: '2026-12-18' })).toMatchObject({
    perform_due: null,
    visit_due: null,
  });
});

test('the parties of a case are told applicants first, counted, and by what they are', () => {
  const party = (role: string, name: string, kind = '1') => ({ role, name, kind });
  expect(partyFields([])).toEqual({ parties: null, party_count: null, subjects: null });
  expect(partyFields([party('2', '李四'), party('1', '张三')])).toEqual({
    parties: '张三、李四',
    party_count: 2,
    subjects: '1',
  });
  expect(partyFields([party('1', '张三'), party('2', '宏达厂', '2')])).toMatchObject({ subjects: '2' });
  expect(partyFields([party('1', '甲社', '3'), party('2', '宏达厂', '2')])).toMatchObject({ subjects: '3' });
  const many = Array.from({ length: 9 }, (_, at) => party('1', `工人${String(at)}`));
  expect(partyFields(many)).toMatchObject({
    party_count: 9,
    parties: '工人0、工人1、工人2、工人3、工人4、工人5等9方',
  });
});
