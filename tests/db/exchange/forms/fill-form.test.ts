import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { reportFigures } from '../../../../db/exchange/forms/data/report-figures.ts';
import { fillForm, type Form, type FormOrder } from '../../../../db/exchange/forms/fill-form.ts';
import { FormRefused } from '../../../../db/exchange/forms/form-refused.ts';
import { openOfficeFile } from '../../../../db/exchange/forms/package/office-file.ts';
import { parseXml } from '../../../../db/exchange/forms/xml/xml-tree.ts';
import type { AnyLedger } from '../../../../db/model/define-ledger.ts';
import { person } from '../../../../db/model/ledgers/person.ts';
import type { Store } from '../../../../db/store/index.ts';
import { clerk, now, stranger } from '../town-store.ts';
import { documentParts, listBody, noticeBody, rowMarkedBody } from './superior-document.ts';
import { workbookParts, zipOf, type Parts } from './superior-workbook.ts';
import { townOfPeople } from './town-people.ts';

const form = async (parts: Parts, kind: Form['kind']): Promise<Form> => ({
  ledger: person,
  kind,
  bytes: await zipOf(parts),
  places: [],
});

async function filled(given: Form, order: Pick<FormOrder, 'store' | 'selection'> & Partial<FormOrder>) {
  const outcome = await fillForm(given, { caller: clerk, now, ...order });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return (await openOfficeFile(outcome.bytes)).parts;
}

/** Gives a person residence intervals: each from its day to the next. */
function live(store: Store, person: string, days: readonly (string | null)[]): void {
  const village =
    store.page({ ledger: 'division', where: { level: '5' }, limit: 1 }, clerk).rows[0]?.id ?? '';
  const written = store.write({
    writeId: randomUUID(),
    caller: clerk,
    writes: days.slice(1).map((to_day, i) => ({
      ledger: 'residence',
      id: randomUUID(),
      op: 'create' as const,
      values: { person, village, from_day: days[i] ?? null, to_day, place_text: '某处', event: '01' },
    })),
  });
  expect(written.ok ? '' : written.problem).toBe('');
}

const texts = (xml: Buffer | undefined): readonly string[] =>
  [...parseXml(xml ?? Buffer.alloc(0)).root.descendants()]
    .filter(({ name }) => name === 'p')
    .map((paragraph) => paragraph.text());

describe('filling a document', () => {
  test('puts values in with the look of the run their token begins in, and leaves other parts byte for byte', async () => {
    const { store, ids } = townOfPeople(['<张&三>'], { residence_address: '虎门大道1号' });
    const parts = await filled(await form(documentParts(noticeBody), 'record'), {
      store,
      selection: { ids },
    });
    const body = String(parts.get('word/document.xml'));
    expect(body).toContain('<w:u w:val="single"/></w:rPr><w:t xml:space="preserve">&lt;张&amp;三&gt;</w:t>');
    expect(texts(parts.get('word/document.xml'))).toEqual(
      expect.arrayContaining([
        '姓名：<张&三>，女性',
        '□男　☑女　住址：虎门大道1号',
        '流动人口须按时办理居住证。',
        '一个大括号 { 不算标记',
      ]),
    );
    expect(texts(parts.get('word/header1.xml'))).toEqual(['虎门镇']);
    for (const name of ['word/styles.xml', 'word/footer1.xml', '_rels/.rels', '[Content_Types].xml']) {
      expect(parts.get(name)).toEqual(Buffer.from(documentParts(noticeBody)[name] ?? ''));
    }
    const section = (xml: string) => xml.slice(xml.indexOf('<w:sectPr>'));
    expect(section(body)).toBe(section(noticeBody));
  });

  test('leaves a part out whose condition does not hold, and keeps one empty row without related records', async () => {
    const { store, ids } = townOfPeople(['张三']);
    const parts = await filled(await form(documentParts(noticeBody), 'record'), {
      store,
      selection: { ids },
    });
    const all = texts(parts.get('word/document.xml'));
    expect(all.some((text) => text.startsWith('备注'))).toBe(false);
    expect(all.slice(-3)).toEqual(['', '', '']);
  });

  test.each([
    ['between its marks', noticeBody],
    ['by an empty part in one of its cells', rowMarkedBody],
  ])('repeats a table row for each related record, %s', async (_, body) => {
    const { store, ids } = townOfPeople(['张三']);
    live(store, ids[0] ?? '', ['2020-01-01', '2021-01-01', null]);
    const parts = await filled(await form(documentParts(body), 'record'), {
      store,
      selection: { ids },
    });
    const all = texts(parts.get('word/document.xml'));
    expect(all.slice(-6)).toEqual(expect.arrayContaining(['1', '2', '2020-01-01', '2021-01-01', '']));
    expect(String(parts.get('word/document.xml')).match(/<w:trHeight/gu)).toHaveLength(3);
  });

  test('gives no bookmark, comment, drawing or paragraph number twice when a row is repeated', async () => {
    const { store } = townOfPeople(['张三', '李四']);
    const marks =
      '<w:bookmarkStart w:id="7" w:name="人"/><w:commentRangeStart w:id="1"/><w:r><w:drawing><wp:inline><wp:docPr id="4" name="章"/></wp:inline></w:drawing></w:r><w:bookmarkEnd w:id="7"/><w:commentRangeEnd w:id="1"/>';
    const given = listBody
      .replace('<w:document ', '<w:document xmlns:w14="w14" xmlns:wp="wp" ')
      .replace(/<w:p>(<w:pPr>(?:(?!<w:p>).)*\{姓名\})/u, `<w:p w14:paraId="1A2B">$1`)
      .replace('{姓名}</w:t></w:r>', `{姓名}</w:t></w:r>${marks}`);
    expect(given).toContain('paraId="1A2B"');
    const parts = await filled(await form(documentParts(given), 'list'), { store, selection: { where: {} } });
    const body = String(parts.get('word/document.xml'));
    const found = (pattern: RegExp) => [...body.matchAll(pattern)].map(([whole]) => whole);
    expect(found(/张三|李四/gu)).toHaveLength(2);
    expect(found(/<w:bookmarkStart/gu)).toHaveLength(1);
    expect(found(/<w:bookmarkEnd/gu)).toHaveLength(1);
    expect(found(/<w:commentRange(?:Start|End)/gu)).toHaveLength(2);
    expect(found(/paraId="1A2B"/gu)).toHaveLength(1);
    expect(found(/docPr id="\d+"/gu)).toEqual(['docPr id="4"', 'docPr id="5"']);
  });

  test('repeats the row of a list of itself, counts, and reads through links', async () => {
    const { store } = townOfPeople(['张三', '李四', '王五']);
    const parts = await filled(await form(documentParts(listBody), 'list'), {
      store,
      selection: {
        where: { name: ['张三', '李四'] },
        sort: 'name',
      },
    });
    const all = texts(parts.get('word/document.xml'));
    expect(all[0]).toBe('虎门镇人员名单（共2人，其中女性1人）');
    expect(all.slice(4, 10).filter((_, i) => i % 3 !== 2)).toEqual(
      expect.arrayContaining(['1', '2', '张三', '李四']),
    );
    expect(all[6]).not.toBe('');
    expect(all.slice(-3, -1)).toEqual(['合计', '2']);
  });
});

describe('filling a form from the store', () => {
  test('masks what the caller may not see', async () => {
    const { store } = townOfPeople(['张三']);
    const given = await form(workbookParts, 'list');
    const shown = String(
      (await filled(given, { store, selection: { where: {} } })).get('xl/worksheets/sheet1.xml'),
    );
    const masked = String(
      (await filled(given, { store, selection: { where: {} }, caller: stranger })).get(
        'xl/worksheets/sheet1.xml',
      ),
    );
    expect(shown).toMatch(/99912319900101\d{4}/u);
    expect(masked).toMatch(/999123\*+/u);
    expect(masked).not.toMatch(/99912319900101/u);
  });

  test('lists related records in a workbook, one row each, and keeps one empty row without them', async () => {
    const { store, ids } = townOfPeople(['张三', '李四']);
    live(store, ids[0] ?? '', ['2020-01-01', '2021-01-01', null]);
    const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${cell('A1', '{姓名}')}</row><row r="2">${cell('A2', '{#居住区间}{/}{序号}')}${cell('B2', '{入住日期}')}${cell('C2', '{姓名}')}</row><row r="3">${cell('A3', '以上')}</row></sheetData></worksheet>`;
    const strings = String(workbookParts['xl/sharedStrings.xml']).replaceAll(/[{}]/gu, '');
    const given = await form(
      { ...workbookParts, 'xl/sharedStrings.xml': strings, 'xl/worksheets/sheet3.xml': sheet },
      'record',
    );
    const of = async (id: string) =>
      String((await filled(given, { store, selection: { ids: [id] } })).get('xl/worksheets/sheet3.xml'));
    const two = await of(ids[0] ?? '');
    expect(two).toContain('<row r="4"><c r="A4"');
    expect(two).toMatch(/<c r="A3"><v>2<\/v><\/c><c r="B3" s="\d+"><v>43831<\/v>/u);
    expect(two.match(/张三/gu)).toHaveLength(3);
    const none = await of(ids[1] ?? '');
    expect(none).toContain('<row r="2"><c r="A2"></c><c r="B2"></c><c r="C2"></c></row><row r="3">');
  });

  test('writes nothing while one token is unknown', async () => {
    const { store, ids } = townOfPeople(['张三']);
    const given = await form(documentParts(noticeBody.replace('{备注}', '{备住}')), 'record');
    const outcome = await fillForm(given, { store, caller: clerk, selection: { ids }, now });
    expect(outcome).toEqual({
      ok: false,
      problems: [
        {
          at: 'word/document.xml#5',
          code: 'unknown-name-near',
          token: '备住',
          nearest: expect.arrayContaining(['备注']),
        },
      ],
    });
  });

  test('refuses sensitive ledgers, too many records for one and forms without marks', async () => {
    const { store, ids } = townOfPeople(['张三', '李四']);
    const order = { store, caller: clerk, selection: { ids }, now };
    const code = async (given: Form, with_: FormOrder = order) =>
      fillForm(given, with_).then(
        () => null,
        (cause: unknown) => (cause instanceof FormRefused ? cause.code : cause),
      );
    const notice = await form(documentParts(noticeBody), 'record');
    const secret: AnyLedger = { ...person, sensitive: true };
    expect(await code({ ...notice, ledger: secret })).toBe('sensitive');
    expect(await code(notice)).toBe('one-record');
    expect(await code(notice, { ...order, each: true })).toBeNull();
    expect(await code(notice, { ...order, selection: { ids: [randomUUID()] } })).toBe('no-record');
    const plain = documentParts(noticeBody.replaceAll(/[{}｛｝]/gu, ''));
    expect(await code(await form({ ...plain, 'word/header1.xml': '<w:hdr xmlns:w="w"/>' }, 'record'))).toBe(
      'no-marks',
    );
  });

  test('gives named figures to who asks for them', async () => {
    const { store, ids } = townOfPeople(['张三']);
    const given = await form(documentParts(noticeBody.replace('{备注}', '{数:总户数}')), 'record');
    const figures = (name: string) => (name === '总户数' ? { text: '42', number: 42, day: null } : null);
    const missing = await fillForm(given, { store, caller: clerk, selection: { ids }, now });
    expect(missing.ok).toBe(false);
    const outcome = await fillForm(given, { store, caller: clerk, selection: { ids }, now, figures });
    expect(outcome.ok).toBe(true);
  });

  test('takes the lines of the monthly report by their labels, of this month and of others', () => {
    const { store } = townOfPeople(['张三', '李四']);
    const figures = reportFigures({ store, caller: stranger, now: now() });
    expect(figures('在册实有人口')).toEqual({ text: '2', number: 2, day: null });
    expect(figures('排查矛盾纠纷@上月')).toMatchObject({ number: 0 });
    expect(figures('矛盾纠纷化解率')?.number).toBeNull();
    expect(figures('排查矛盾纠纷@明年')).toBeNull();
    expect(figures('没有这一行')).toBeNull();
  });

  test('marks clicked in a document go into their paragraphs with the look of these', async () => {
    const { store, ids } = townOfPeople(['张三']);
    const given = {
      ...(await form(documentParts(noticeBody), 'record')),
      places: [{ at: 'word/document.xml#0', text: '{姓名}情况登记表' }],
    };
    const parts = await filled(given, { store, selection: { ids } });
    expect(String(parts.get('word/document.xml'))).toContain(
      '<w:b/><w:sz w:val="44"/></w:rPr><w:t xml:space="preserve">张三情况登记表</w:t>',
    );
  });
});
