import { describe, expect, test } from 'vitest';
import { ledgerOf } from '../../../db/model/registry.ts';
import { shownFields } from '../../../renderer/record/definition.ts';
import { draftKey, readDraft } from '../../../renderer/record/form/draft.ts';
import {
  afterFormAction,
  changedValues,
  isUnsaved,
  emptiedFields,
  startForm,
  type FormState,
} from '../../../renderer/record/form/form-state.ts';
import { blockingFields, messageOf } from '../../../renderer/record/form/messages.ts';
import { readPastedRow } from '../../../renderer/record/form/pasted-row.ts';
import { readConflict, readFindings, readHolder } from '../../../renderer/record/form/save-failure.ts';
import { shownSections } from '../../../renderer/record/form/skip-logic.ts';

const person = ledgerOf('person');
const nothing = { findings: [], duplicates: [] };

function typed(state: FormState, field: string, value: string | null): FormState {
  return afterFormAction(state, { do: 'change', field, value });
}

describe('a pasted row', () => {
  const fields = shownFields(person);

  test('with a head row finds its fields by label, name and the aliases offices use', () => {
    const cells = readPastedRow(
      '姓名\t身份证号\tphone\t备用\r\n张伟\t44190019800101123X\t13900001234\tx\r\n',
      fields,
      null,
    );
    expect([...(cells ?? [])]).toEqual([
      ['name', '张伟'],
      ['doc_no', '44190019800101123X'],
      ['phone', '13900001234'],
    ]);
  });

  test('without a head row fills from the field that has the focus, skipping empty cells', () => {
    const names = fields.map(({ name }) => name);
    const from = names[1] ?? '';
    const cells = readPastedRow('甲\t\t丙', fields, from);
    expect([...(cells ?? [])]).toEqual([
      [from, '甲'],
      [names[3], '丙'],
    ]);
  });

  test('one word or several lines of prose are left to the field', () => {
    expect(readPastedRow('张伟', fields, 'name')).toBeNull();
    expect(readPastedRow('第一行\n第二行', fields, 'name')).toBeNull();
  });
});

describe('form state', () => {
  test('only what differs from the record is written, and putting a value back makes the form clean', () => {
    const start = startForm(null, {});
    const changed = typed(start, 'name', '张伟');
    expect(changedValues(changed)).toEqual({ name: '张伟' });
    expect(isUnsaved(typed(changed, 'name', null))).toBe(false);
  });

  test('filled values appear as suggestions in empty fields and never over what was typed', () => {
    const start = typed(startForm(null, {}), 'sex', '1');
    const checked = afterFormAction(start, {
      do: 'checked',
      of: start.values,
      checked: { ...nothing, filled: { sex: '2', birth_date: '1980-01-01' } },
    });
    expect(checked.values).toMatchObject({ sex: '1', birth_date: '1980-01-01' });
    expect(checked.suggested).toEqual(['birth_date']);
  });

  test('a suggestion follows a corrected id number, but one the user emptied stays empty', () => {
    const fill = (state: FormState, day: string): FormState =>
      afterFormAction(state, {
        do: 'checked',
        of: state.values,
        checked: { ...nothing, filled: { birth_date: day } },
      });
    const first = fill(typed(startForm(null, {}), 'doc_no', 'a'), '1980-01-01');
    expect(fill(typed(first, 'doc_no', 'b'), '1990-02-02').values['birth_date']).toBe('1990-02-02');
    expect(fill(typed(first, 'birth_date', null), '1980-01-01').values['birth_date']).toBeNull();
  });

  test('a withheld value is neither missing nor filled in, and counts again once it was asked for', () => {
    const record = {
      ledger: 'person',
      id: '1',
      version: 2,
      values: { name: null },
      texts: { name: '张*' },
      title: '张*',
      subtitle: '',
      maskedFields: ['name'],
      createdAt: '',
      updatedAt: '',
      removedAt: null,
      removedReason: null,
    };
    const field = person.fields['name'];
    if (field === undefined) throw new Error('no field name');
    const start = startForm(record, {});
    const checked = { ...nothing, filled: { name: '张伟' } };
    expect(blockingFields(start, [{ name: 'name', field }])).toEqual([]);
    expect(afterFormAction(start, { do: 'checked', of: start.values, checked }).values['name']).toBeNull();
    const shown = afterFormAction(start, { do: 'reveal', field: 'name', value: '张伟', text: '张伟' });
    expect(blockingFields(typed(shown, 'name', null), [{ name: 'name', field }])).toEqual(['name']);
  });

  test('an emptied field is named when saved, once it was shown; what was never shown is not', () => {
    const base = { base: 1, baseline: {}, texts: { phone: '154****2235' } };
    const start = { ...startForm(null, {}), ...base, values: { phone: null }, withheld: ['phone'] };
    expect(emptiedFields(start)).toEqual([]);
    const shown = afterFormAction(start, { do: 'reveal', field: 'phone', value: '15400002235', text: '' });
    expect(emptiedFields(shown)).toEqual([]);
    expect(emptiedFields(typed(shown, 'phone', null))).toEqual(['phone']);
  });

  test('entries are put on what somebody else saved: chosen fields are theirs with their words, others stay as typed', () => {
    const record = {
      ledger: 'person',
      id: '1',
      version: 1,
      values: { name: '张伟', grid: 'g1', remark: null },
      texts: { grid: '第一网格' },
      title: '张伟',
      subtitle: '',
      maskedFields: [],
      createdAt: '',
      updatedAt: '',
      removedAt: null,
      removedReason: null,
    };
    const mine = typed(typed(startForm(record, {}), 'name', '张维'), 'remark', '已核实');
    const now = {
      ...record,
      version: 2,
      values: { name: '张玮', grid: 'g2', remark: null },
      texts: { grid: '第二网格' },
    };
    const settled = afterFormAction(mine, { do: 'rebase', record: now, theirs: ['name'] });
    expect(settled).toMatchObject({ base: 2, texts: { grid: '第二网格' } });
    expect(settled.values).toEqual({ name: '张玮', grid: 'g2', remark: '已核实' });
    expect(changedValues(settled)).toEqual({ remark: '已核实' });
    const kept = afterFormAction(mine, { do: 'rebase', record: now, theirs: [] });
    expect(changedValues(kept)).toEqual({ name: '张维', remark: '已核实' });
  });

  test('an answer to older entries changes nothing', () => {
    const start = typed(startForm(null, {}), 'name', '张');
    const later = typed(start, 'name', '张伟');
    const checked = { ...nothing, filled: { birth_date: '1980-01-01' } };
    expect(afterFormAction(later, { do: 'checked', of: start.values, checked })).toBe(later);
  });

  test('a required field says so only after it was left or a save was tried, and stops the save', () => {
    const field = person.fields['name'];
    if (field === undefined) throw new Error('no field name');
    const of = { field, language: 'zh' } as const;
    const start = startForm(null, {});
    expect(messageOf(start, 'name', of)).toBeNull();
    expect(messageOf(afterFormAction(start, { do: 'leave', field: 'name' }), 'name', of)?.text).toBe(
      '必填，不能为空',
    );
    expect(blockingFields(start, [{ name: 'name', field }])).toEqual(['name']);
  });

  test('skip logic shows a section while its kind of person is chosen', () => {
    const keys = (kinds: string[]): string[] =>
      shownSections(person, { person_kinds: kinds }).map((section) => section.key);
    const gained = keys(['02']).filter((key) => !keys(['01']).includes(key));
    expect(gained.length).toBeGreaterThan(0);
    expect(keys(['01', '02'])).toEqual(expect.arrayContaining(gained));
  });

  test('the parts of a written number stay aside: the number says them', () => {
    const topic = ledgerOf('consult_topic');
    const shown = shownSections(topic, {}).flatMap((section) => section.fields.map(({ name }) => name));
    expect(shown).toContain('topic_no');
    expect(shown).not.toContain('serial');
    expect(shownFields(topic).map(({ name }) => name)).toContain('serial');
  });
});

describe('drafts', () => {
  test('new records of a ledger share a key, existing ones have their own', () => {
    expect(draftKey('person', null)).toBe('draft.person.new');
    expect(draftKey('person', 'abc')).toBe('draft.person.abc');
  });

  test('an unreadable or empty draft is none', () => {
    const draft = { base: 3, at: '2026-11-23T00:00:00Z', values: { name: '张伟' } };
    expect(readDraft(draft)).toEqual(draft);
    for (const broken of [undefined, null, 'x', {}, { ...draft, values: {} }, { ...draft, base: 'x' }]) {
      expect(readDraft(broken)).toBeNull();
    }
  });
});

describe('a refused save', () => {
  test('is read as conflict, findings or holder of the key, and as nothing else', () => {
    const fields = [
      { field: 'name', mine: 'a', theirs: 'b', theirUser: '李', theirAt: '2026-11-23T00:00:00Z' },
    ];
    const findings = [{ field: 'name', code: 'required', level: 'error' as const, text: '必填' }];
    const holder = { ledger: 'person', id: '1', title: '张伟', subtitle: '' };
    expect(readConflict({ code: 'conflict', kind: 'conflict', details: { fields } })).toEqual(fields);
    expect(readFindings({ code: 'invalid-input', kind: 'invalid', details: { findings } })).toEqual(findings);
    expect(readHolder({ code: 'conflict', kind: 'key-taken', details: { holder } })).toEqual(holder);
    expect(readConflict({ code: 'storage', kind: 'disk-full', details: { fields } })).toBeNull();
  });
});
