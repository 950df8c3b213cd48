import { describe, expect, test } from 'vitest';
import { checkRow } from '../../../db/model/derive/row-check.ts';
import { visibleFields } from '../../../db/model/derive/skip-logic.ts';
import { handoverDue } from '../../../db/model/ledgers/parts/handover.ts';
import { clue } from '../../../db/model/ledgers/security/clue.ts';

const lead = { found_on: '2026-10-01', kind: '02', clue_source: '03', content: '夜间聚赌', village: 'v' };

describe('a hand-over to another authority', () => {
  test('takes its state from its days when nobody says it', () => {
    const stateOf = (row: object) => clue.fill({ ...lead, ...row })['handover_state'];
    expect(stateOf({})).toBe('01');
    expect(stateOf({ handed_on: '2026-10-02' })).toBe('02');
    expect(stateOf({ handed_on: '2026-10-02', received_on: '2026-10-03' })).toBe('03');
    expect(stateOf({ handed_on: '2026-10-02', replied_on: '2026-10-09' })).toBe('04');
    expect(stateOf({ handover_state: '05', handed_on: '2026-10-02' })).toBe('05');
  });

  test('asks for receipt and answer only once something was handed over', () => {
    const shown = (state: string) => visibleFields(clue, { ...lead, handover_state: state });
    expect(shown('01')).not.toContain('handed_on');
    expect(shown('02')).toEqual(expect.arrayContaining(['handed_to', 'handed_on', 'reply_due']));
    expect(shown('02')).not.toContain('reply');
    expect(shown('04')).toContain('reply');
  });

  test('is not received, nor answered, before it was handed over, nor handed over before it was known', () => {
    const found = (row: object) =>
      checkRow(clue, clue.fill({ ...lead, ...row }), { today: '2026-11-23' }).map(({ field, code }) => [
        field,
        code,
      ]);
    expect(found({ handed_on: '2026-10-02', received_on: '2026-10-01' })).toEqual([
      ['received_on', 'day-order'],
    ]);
    expect(found({ handed_on: '2026-10-02', replied_on: '2026-10-01' })).toEqual([
      ['replied_on', 'day-order'],
    ]);
    expect(found({ handed_on: '2026-09-30' })).toEqual([['handed_on', 'day-order']]);
    expect(found({ handed_on: '2026-10-02', received_on: '2026-10-02' })).toEqual([]);
  });

  test('is due while an answer is waited for', () => {
    expect(clue.dues).toEqual([handoverDue]);
    expect(handoverDue.while.values).toEqual(['02', '03']);
  });
});

describe('the number of a lead', () => {
  test('is written with its year once it has one, and stays as it was entered', () => {
    expect(clue.fill(lead)['clue_no']).toBeNull();
    expect(clue.fill({ ...lead, serial: 7 })['clue_no']).toBe('线索〔2026〕0007号');
    expect(clue.fill({ ...lead, serial: 7, clue_no: 'XS1' })['clue_no']).toBe('XS1');
  });
});
