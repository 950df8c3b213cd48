import { expect, test } from 'vitest';
import { addDweller, addPlace, change, clerk, newStore, save } from './fixture.ts';

function town(): ReturnType<typeof newStore>['store'] {
  const { store } = newStore();
  save(
    store,
    addPlace('p1', { code: '441900121001001', road: '东莞市虎门镇人民路3栋502室' }),
    addPlace('p2', { code: '441900121001002', road: '虎门镇欧阳街12号' }),
  );
  save(
    store,
    addDweller('d1', { name: '曾小红', number: '441900199001014321', home: 'p1' }),
    addDweller('d2', { name: '单大伟', number: '44190019850203123X' }),
    addDweller('d3', { name: '欧阳建国', number: '441900197001010017' }),
    addDweller('d4', { name: '李伟', number: '441900199912314321' }),
    addDweller('d5', { name: '李伟强', number: '441900200001010099' }),
    addDweller('d6', { name: 'Alice Smith', number: 'H0123456' }),
    addDweller('d7', { name: '吕绿', number: 'M7654321' }),
  );
  return store;
}

test('everything a clerk types finds its record', () => {
  const store = town();
  const questions: readonly (readonly [string, readonly string[]])[] = [
    ['曾小红', ['d1']],
    ['小红', ['d1']],
    ['曾', ['d1']],
    ['李', ['d4', 'd5']],
    ['李伟', ['d4', 'd5']],
    ['zengxiaohong', ['d1']],
    ['cengxiao', ['d1']],
    ['zxh', ['d1']],
    ['cxh', ['d1']],
    ['shandawei', ['d2']],
    ['dan', ['d2']],
    ['ouyang', ['d3']],
    ['oyjg', ['d3']],
    ['lvlv', ['d7']],
    ['lulu', ['d7']],
    ['441900199001014321', ['d1']],
    ['4419001990', ['d1']],
    ['4321', ['d1', 'd4', 'd7']],
    ['123x', ['d2']],
    ['123X', ['d2']],
    ['李伟 4321', ['d4']],
    ['李伟4321', ['d4']],
    ['zxh 4321', ['d1']],
    ['人民路3栋', ['p1']],
    ['3栋502', ['p1']],
    ['虎门 12号', ['p2']],
    ['欧阳', ['d3', 'p2']],
    ['441900121001002', ['p2']],
    ['smith', ['d6']],
    ['alicesmith', ['d6']],
    ['h0123', ['d6']],
    ['ｚｘｈ　４３２１', ['d1']],
    ['不存在', []],
    ['%', []],
    ['"', []],
    ["'; DROP TABLE dweller", []],
    ['   ', []],
  ];
  for (const [text, ids] of questions) {
    const found = store.search(text, 20, clerk).hits.map((hit) => hit.id);
    expect([text, found.toSorted()]).toEqual([text, ids.toSorted()]);
  }
  store.close();
});

test('addresses are found as people write them', () => {
  const { store } = newStore();
  const roads: Readonly<Record<string, string>> = {
    p1: '虎门镇南面二路1010号',
    p2: '虎门镇创业路1019号2栋301室',
    p3: '虎门镇东兴路12-3号',
    p4: '虎门镇东兴路12号3栋502室',
    p5: '虎门镇西正街5号之2',
    p6: '虎门镇东兴路123号',
    p7: '虎门镇𠮷祥路1010号',
    p8: '虎门镇南面二路10号',
    p9: '虎门镇南面1010号',
    p10: '虎门镇横二巷1002号6层602室',
  };
  save(store, ...Object.entries(roads).map(([id, road]) => addPlace(id, { code: `C${id}`, road })));
  // A name and the tail of a number, written together like a street and a house number.
  save(
    store,
    addDweller('d1', { name: '南面', number: '441900199001011010' }),
    addDweller('d2', { name: '创业', number: '441900199102021010', home: 'p1' }),
    // Has the words of a street, so that its ledger is asked for a name and the tail of a number.
    addDweller('d3', { name: '南面二路', number: '441900199102029999' }),
    addDweller('d4', { name: '东兴路', number: '441900199102020123' }),
  );
  const questions: readonly (readonly [string, readonly string[]])[] = [
    ['南面二路1010', ['p1']],
    ['南面二路1010号', ['p1']],
    ['南面二路 1010', ['p1']],
    ['南面二路 9999', ['d3']],
    ['路 1010', ['p1', 'p7']],
    ['南面 1010', ['d1', 'p9']],
    ['南面　１０１０', ['d1', 'p9']],
    ['东兴路 12-3', ['p3', 'p4']],
    ['东兴路 123', ['d4', 'p6']],
    ['虎门镇 东兴路 12-3', ['p3', 'p4']],
    ['横二巷1002-602', ['p10']],
    ['巷 1002-602', ['p10']],
    ['横二巷1002-603', []],
    ['二路1010', ['p1']],
    // Both ways: a name with the tail of a number, and a street with a house number.
    ['南面1010', ['d1', 'p9']],
    ['创业路1019', ['p2']],
    ['创业路1019 301', ['p2']],
    ['创业1010', ['d2']],
    ['𠮷祥路1010', ['p7']],
    ['东兴路12-3', ['p3', 'p4']],
    ['东兴路12－3', ['p3', 'p4']],
    ['东兴路12—3', ['p3', 'p4']],
    ['东兴路12号3', ['p3', 'p4']],
    ['东兴路12-3-502', ['p4']],
    ['东兴路12-3号', ['p3']],
    ['东兴路12号之3', ['p3', 'p4']],
    ['东兴路12', ['p3', 'p4', 'p6']],
    ['西正街5-2', ['p5']],
    ['西正街5号2', ['p5']],
    ['西正街5之2', ['p5']],
    ['西正街52', []],
    ['虎门镇1010', ['p1', 'p7', 'p9']],
    ['10100', []],
  ];
  for (const [text, ids] of questions) {
    const found = store.search(text, 20, clerk).hits.map((hit) => hit.id);
    expect([text, found.toSorted()]).toEqual([text, ids.toSorted()]);
  }
  store.close();
});

test('records that only hold the same pairs of characters do not hide the one that is meant', () => {
  const { store } = newStore();
  const decoys = Array.from({ length: 300 }, (_, i) =>
    addPlace(`p${i}`, { code: `C${i}`, road: '虎门路1号1003室31' }),
  );
  save(store, ...decoys, addPlace('meant', { code: 'M', road: '虎门路1031号' }));
  for (const question of ['虎门路1031号', '虎门路1031'])
    expect(store.search(question, 20, clerk)).toMatchObject({ hits: [{ id: 'meant' }], more: [] });
  expect(store.search('虎门路1号', 20, clerk)).toMatchObject({ more: ['place'] });
  store.close();
});

test('a small limit is not used up by records that are no hits', () => {
  const { store } = newStore();
  const decoys = Array.from({ length: 5 }, (_, i) => addDweller(`d${i}`, { name: '虎门路31室1003门0310' }));
  save(store, ...decoys, addPlace('meant', { code: 'M', road: '虎门路1031号' }));
  for (const limit of [1, 2, 3, 20])
    expect(store.search('虎门路1031', limit, clerk).hits.map(({ id }) => id)).toEqual(['meant']);
  store.close();
});

test('a name of several parts is found with any dot and without one, and a tail behind any name', () => {
  const { store } = newStore();
  save(
    store,
    addDweller('d1', { name: '阿不都·热合曼', number: '441900199001014321' }),
    addDweller('d2', { name: '阿不都•热依木', number: '441900199001015678' }),
    addDweller('d3', { name: '阿不都' }),
    addDweller('d4', { name: 'Anna李', number: 'G12349999' }),
    addDweller('d5', { name: '𠮷', number: '44190019850203123X' }),
  );
  const questions: readonly (readonly [string, readonly string[]])[] = [
    ['阿不都·热合曼', ['d1']],
    ['阿不都•热合曼', ['d1']],
    ['阿不都.热合曼', ['d1']],
    ['阿不都・热合曼4321', ['d1']],
    ['阿不都热合曼', ['d1']],
    ['阿不都热', ['d1', 'd2']],
    ['阿不都 热依木', ['d2']],
    ['阿不都·热依木', ['d2']],
    ['不都热', []],
    ['阿不都', ['d1', 'd2', 'd3']],
    ['Anna李9999', ['d4']],
    ['𠮷123X', ['d5']],
    ['𠮷 123x', ['d5']],
  ];
  for (const [text, ids] of questions) {
    const found = store.search(text, 20, clerk).hits.map((hit) => hit.id);
    expect([text, found.toSorted()]).toEqual([text, ids.toSorted()]);
  }
  store.close();
});

test('what is kept with blanks and marks is found by itself and by other ways to write it', () => {
  const { store } = newStore();
  const kept: Readonly<Record<string, string>> = {
    p1: '检改〔2026〕0001号',
    p2: '东莞市文明村（社区）',
    p3: '（2026）虎虎门2人调字第1号',
    p4: 'K3+200 至 K4+400',
    p5: '新湾大道 8888 号',
    p6: '长堤路1024号',
    p7: '横二巷1002号6层602室',
    p8: '京九路1栋2单元3003房',
    p9: '怀德路9-12-601',
    p10: '连升北路1234号A座',
    p11: '沙角路1024巷3号',
    p12: '太沙路12-3',
    p13: '镇口村三队七巷2002',
    p14: '龙眼路12号之一',
  };
  save(store, ...Object.entries(kept).map(([id, road]) => addPlace(id, { code: `C${id}`, road })));
  save(
    store,
    addDweller('d1', { name: 'O’Brien Mc', number: '441900199001114321' }),
    addDweller('d2', { name: 'ÀlexÄ', number: '441900199001121124' }),
    addDweller('d3', { name: '买买提●阿里', number: '138001380013800121' }),
  );
  const questions: readonly (readonly [string, readonly string[]])[] = [
    ...Object.entries(kept).map(([id, road]) => [road, [id]] as const),
    ['检改(2026)0001号', ['p1']],
    ['检改〔2026〕0002号', []],
    ['文明村(社区)', ['p2']],
    ['2026虎虎门2人调字第1号', ['p3']],
    ['新湾大道8888号', ['p5']],
    ['新湾大道8888', ['p5']],
    ['长堤路1024 号', ['p6']],
    ['横二巷1002号602', ['p7']],
    ['横二巷1002号602室', ['p7']],
    ['横二巷1002号603室', []],
    ['京九路1栋3003', ['p8']],
    ['京九路1栋3004', []],
    ['怀德路9号12栋601', ['p9']],
    ['怀德路9号12栋60', ['p9']],
    ['连升北路1234a座', ['p10']],
    ['沙角路1024-3', ['p11']],
    ['太沙路12-3号', ['p12']],
    ['太沙路12/3', ['p12']],
    ['太沙路12～3', ['p12']],
    ['太沙路123', []],
    ['太沙路12-30', []],
    ['太沙路1号', []],
    ['镇口村三队七巷2002号', ['p13']],
    ['镇口村三队七巷200号', []],
    ['龙眼路12之一', ['p14']],
    ['龙眼路12-1', ['p14']],
    ['龙眼路12-1号', ['p14']],
    ['龙眼路12-2', []],
    ['龙眼路12-11', []],
    ['太沙路12号之三', ['p12']],
    ['太沙路12之三', ['p12']],
    ['太沙路12号之三十', []],
    ['O’Brien Mc', ['d1']],
    ['o’brien', ['d1']],
    ['obrien', ['d1']],
    ['ÀlexÄ', ['d2']],
    ['ÀlexÄ 1124', ['d2']],
    ['441900 19900112 1124', ['d2']],
    ['买买提·阿里', ['d3']],
    ['买买提﹒阿里', ['d3']],
  ];
  for (const [text, ids] of questions) {
    const found = store.search(text, 20, clerk).hits.map((hit) => hit.id);
    expect([text, found.toSorted()]).toEqual([text, ids.toSorted()]);
    const picked = ['place', 'dweller'].flatMap((ledger) => store.options(ledger, text, 20, clerk));
    expect([text, picked.map(({ id }) => id).toSorted()]).toEqual([text, ids.toSorted()]);
  }
  store.close();
});

test('a Latin name of several words is found by the beginning of it and a number', () => {
  const { store } = newStore();
  save(
    store,
    addDweller('d1', { name: 'O’Brien Mc', number: '441900199001114321' }),
    addDweller('d2', { name: 'Alice Ann-Marie Smith', number: 'H0124321' }),
    addDweller('d3', { name: '李伟', number: '441900199001114322' }),
  );
  const questions: readonly (readonly [string, readonly string[]])[] = [
    ['O’Brien Mc 4321', ['d1']],
    ["o'brien mc 4321", ['d1']],
    ['obrien  m　４３２１', ['d1']],
    ['441900 O’Brien Mc', ['d1']],
    ['O’Brien Mc 4322', []],
    ['O’Brien Mac 4321', []],
    ['Alice Ann-Marie Smith 4321', ['d2']],
    ['Alice Ann H012', ['d2']],
    ['Alice Smith 4321', []],
    ['li wei 4322', ['d3']],
  ];
  for (const [text, ids] of questions) {
    const found = store.search(text, 20, clerk).hits.map((hit) => hit.id);
    expect([text, found.toSorted()]).toEqual([text, ids.toSorted()]);
    const picked = store.options('dweller', text, 20, clerk).map(({ id }) => id);
    expect([text, picked.toSorted()]).toEqual([text, ids.toSorted()]);
  }
  store.close();
});

test('an address is found without the team or group of its village', () => {
  const { store } = newStore();
  const roads: Readonly<Record<string, string>> = {
    p1: '虎门镇镇口村三队七巷2002号',
    p2: '虎门镇镇口村三队5号',
    p3: '虎门镇龙眼社区第12村民小组西正街5号之2',
    p4: '虎门镇怀德社区3组9-12',
    p5: '虎门镇镇口村五队八巷2002号',
    p6: '虎门镇村头村一队新村路8号',
  };
  save(store, ...Object.entries(roads).map(([id, road]) => addPlace(id, { code: `C${id}`, road })));
  const questions: readonly (readonly [string, readonly string[]])[] = [
    ['镇口村七巷2002', ['p1']],
    ['虎门镇镇口村七巷2002号', ['p1']],
    ['镇口村七巷 2002', ['p1']],
    ['镇口村七巷2003', []],
    ['镇口村八巷2002号', ['p5']],
    ['镇口村5号', ['p2']],
    ['镇口村5', ['p2']],
    ['镇口村6号', []],
    ['龙眼社区西正街5-2', ['p3']],
    ['龙眼社区西正街5号之3', []],
    ['怀德社区9号12', ['p4']],
    ['村头村新村路8号', ['p6']],
    ['虎门镇村头村新村路8', ['p6']],
    // Somebody who names a team means that one.
    ['镇口村四队七巷2002', []],
    ['村七巷2002', []],
  ];
  for (const [text, ids] of questions) {
    const found = store.search(text, 20, clerk).hits.map((hit) => hit.id);
    expect([text, found.toSorted()]).toEqual([text, ids.toSorted()]);
    const picked = store.options('place', text, 20, clerk).map(({ id }) => id);
    expect([text, picked.toSorted()]).toEqual([text, ids.toSorted()]);
  }
  store.close();
});

test('a 号 with one digit on each side is found', () => {
  const { store } = newStore();
  const roads: Readonly<Record<string, string>> = {
    p1: '虎门镇银龙路1007号9幢',
    p2: '虎门镇银龙路1009号7幢',
    p3: '虎门镇银龙路7号之9',
    p4: '虎门镇银龙路17号19室',
  };
  save(store, ...Object.entries(roads).map(([id, road]) => addPlace(id, { code: `C${id}`, road })));
  const questions: readonly (readonly [string, readonly string[]])[] = [
    ['7号9', ['p1']],
    ['9号7', ['p2']],
    ['7号1', ['p4']],
    ['７号９', ['p1']],
    ['7号之9', ['p3']],
    ['银龙路 7号9', ['p1']],
    ['7号8', []],
  ];
  for (const [text, ids] of questions) {
    const found = store.search(text, 20, clerk).hits.map((hit) => hit.id);
    expect([text, found.toSorted()]).toEqual([text, ids.toSorted()]);
  }
  store.close();
});

test('a name with a house number in it is found with the tail of a number, with a blank and without', () => {
  const { store } = newStore();
  const names: Readonly<Record<string, readonly [name: string, number: string]>> = {
    d1: ['银龙路1007号', '13800131850'],
    d2: ['建设路八巷1004号', '441900199001014741'],
    d3: ['镇口大道五巷1003号11幢消防栓', '13800138049'],
    d4: ['建设路八巷1005号', '44190019850203123X'],
  };
  save(store, ...Object.entries(names).map(([id, [name, number]]) => addDweller(id, { name, number })));
  // The same text as a street with two house numbers.
  save(store, addPlace('p1', { code: 'C1', road: '建设路八巷1006号1108' }));
  const questions: readonly (readonly [string, readonly string[]])[] = [
    ['银龙路1007号 1850', ['d1']],
    ['银龙路1007号1850', ['d1']],
    ['银龙路１００７号１８５０', ['d1']],
    ['1007号1850', ['d1']],
    ['银龙路1007号1851', []],
    ['建设路八巷1004号4741', ['d2']],
    ['建设路 八巷1004号4741', ['d2']],
    ['镇口大道五巷1003号11幢消防栓8049', ['d3']],
    ['建设路八巷1005号123X', ['d4']],
    ['建设路八巷1006号1108', ['p1']],
  ];
  for (const [text, ids] of questions) {
    const found = store.search(text, 20, clerk).hits.map((hit) => hit.id);
    expect([text, found.toSorted()]).toEqual([text, ids.toSorted()]);
    const picked = ['place', 'dweller'].flatMap((ledger) => store.options(ledger, text, 20, clerk));
    expect([text, picked.map(({ id }) => id).toSorted()]).toEqual([text, ids.toSorted()]);
  }
  store.close();
});

test('an address is found without its 号 whatever stands behind it', () => {
  const { store } = newStore();
  const roads: Readonly<Record<string, string>> = {
    p1: '北栅大道六巷1003号垃圾堆放',
    p2: '解放路八巷1002号门前',
    p3: '北栅社区12号营业点',
    p4: '解放路1005号视频点',
    p5: '镇口村三队七巷2002号门前',
    p6: '解放路8号楼门前',
  };
  save(store, ...Object.entries(roads).map(([id, road]) => addPlace(id, { code: `C${id}`, road })));
  const questions: readonly (readonly [string, readonly string[]])[] = [
    ['北栅大道六巷1003垃圾堆放', ['p1']],
    ['北栅大道六巷 1003垃圾堆放', ['p1']],
    ['北栅大道六巷1003垃圾', ['p1']],
    ['北栅大道六巷1004垃圾堆放', []],
    ['解放路八巷1002门前', ['p2']],
    ['解放路八巷100门前', []],
    ['社区12营业点', ['p3']],
    ['社区1营业点', []],
    ['1005视频点', ['p4']],
    ['镇口村七巷2002门前', ['p5']],
    // A storey is no house number.
    ['解放路8楼门前', []],
  ];
  for (const [text, ids] of questions) {
    const found = store.search(text, 20, clerk).hits.map((hit) => hit.id);
    expect([text, found.toSorted()]).toEqual([text, ids.toSorted()]);
    const picked = store.options('place', text, 20, clerk).map(({ id }) => id);
    expect([text, picked.toSorted()]).toEqual([text, ids.toSorted()]);
  }
  store.close();
});

test('the second number of a house is found in Han and in digits, wherever its 号 stands', () => {
  const { store } = newStore();
  const roads: Readonly<Record<string, string>> = {
    p1: '虎门镇创业路1019号之一',
    p2: '虎门镇西正街5号之十二',
    p3: '虎门镇东兴路12-3号',
    p4: '虎门镇西正街6号之二十',
    p5: '虎门镇龙眼路8-20',
    p6: '镇口村三队横街9号之十二',
  };
  save(store, ...Object.entries(roads).map(([id, road]) => addPlace(id, { code: `C${id}`, road })));
  const questions: readonly (readonly [string, readonly string[]])[] = [
    ['创业路1019号之1', ['p1']],
    ['创业路1019号之1号', ['p1']],
    ['创业路1019之1号', ['p1']],
    ['创业路1019-1号', ['p1']],
    ['创业路1019号-1', ['p1']],
    ['创业路1019号1', ['p1']],
    ['创业路1019号之2', []],
    ['创业路1019号之11', []],
    ['西正街5-12', ['p2']],
    ['西正街5号之12', ['p2']],
    ['西正街5之十二', ['p2']],
    ['西正街5-10', []],
    ['西正街5-2', []],
    ['西正街6-20', ['p4']],
    ['西正街6-2号', []],
    ['龙眼路8号之二十', ['p5']],
    ['龙眼路8号之二十一', []],
    ['镇口村横街9之十二', ['p6']],
    ['镇口村横街9-12', ['p6']],
    ['镇口 9-12', ['p6']],
    ['横街 9-12', ['p6']],
    ['东兴 12-3', ['p3']],
    ['东兴 12-3号', ['p3']],
    ['东兴 12-4', []],
    ['东兴 2-3', []],
    ['虎门 东兴 12-3', ['p3']],
    ['虎门 12-3', ['p3']],
    [' 东兴  12-3 ', ['p3']],
    ['虎门 创业 1019-1', ['p1']],
    ['西正街 5-12', ['p2']],
  ];
  for (const [text, ids] of questions) {
    const found = store.search(text, 20, clerk).hits.map((hit) => hit.id);
    expect([text, found.toSorted()]).toEqual([text, ids.toSorted()]);
    const picked = store.options('place', text, 20, clerk).map(({ id }) => id);
    expect([text, picked.toSorted()]).toEqual([text, ids.toSorted()]);
  }
  store.close();
});

test('a document number is found without its brackets', () => {
  const { store } = newStore();
  save(store, addPlace('p1', { code: '检查〔2026〕0009号', road: '人民路' }));
  for (const question of ['260009', '20260009', '检查〔2026〕0009号', '〔2026〕0009号', '0009'])
    expect([question, store.search(question, 5, clerk).hits.map(({ id }) => id)]).toEqual([question, ['p1']]);
  store.close();
});

test('a text of many numbers behind names is answered, read each way while there are few', () => {
  const store = town();
  expect(store.search('李伟4321 曾小红4321 单大伟123X 欧阳0017 吕绿4321', 20, clerk).hits).toEqual([]);
  expect(store.search('李伟4321 李伟4321 李伟4321', 20, clerk).hits.map((hit) => hit.id)).toEqual(['d4']);
  expect(store.search('4321李伟', 20, clerk).hits).toEqual([]);
  store.close();
});

test('an exact name comes first, and hits come in the order of the ledgers', () => {
  const store = town();
  save(store, addDweller('d0', { name: '老李伟' }));
  const hits = store.search('李伟', 20, clerk).hits;
  expect(hits[0]).toMatchObject({ id: 'd4', title: '李伟', matched: 'name' });
  expect(store.search('欧阳', 20, clerk).hits.map((hit) => hit.ledger)).toEqual(['dweller', 'place']);
  store.close();
});

test('every ledger keeps a fair share of the limit, and those with more are named', () => {
  const { store } = newStore();
  save(store, ...Array.from({ length: 30 }, (_, i) => addDweller(`d${i}`, { name: `虎门${i}` })));
  save(
    store,
    ...Array.from({ length: 30 }, (_, i) => addPlace(`p${i}`, { code: `C${i}`, road: `虎门路${i}` })),
  );
  const result = store.search('虎门', 10, clerk);
  expect(result.hits.filter((hit) => hit.ledger === 'dweller').length).toBe(5);
  expect(result.hits.filter((hit) => hit.ledger === 'place').length).toBe(5);
  expect(result.more).toEqual(['dweller', 'place']);
  expect(store.search('虎门', 100, clerk)).toMatchObject({ more: [] });
  expect(store.search('虎门', 100, clerk).hits.length).toBe(60);
  store.close();
});

test('a changed value is found by its new text only', () => {
  const store = town();
  save(store, change('d1', { name: '曾小兰', number: 'X1' }));
  expect(store.search('小红', 5, clerk).hits).toEqual([]);
  expect(store.search('zengxiaohong', 5, clerk).hits).toEqual([]);
  expect(store.search('441900199001014321', 5, clerk).hits).toEqual([]);
  expect(store.search('zengxiaolan', 5, clerk).hits.map((hit) => hit.id)).toEqual(['d1']);
  store.close();
});

test('a bulk load is found as if it had been typed', () => {
  const { store } = newStore({ practice: true });
  const rows = ['曾小红', '李伟', '欧阳建国'].map((name, i) => ({
    id: `d${i}`,
    at: '2026-01-01T00:00:00.000Z',
    values: { name, number: `4419${i}77` },
  }));
  store.bulk.add('dweller', rows);
  store.bulk.finish();
  save(store, addDweller('d9', { name: '李伟二' }));
  expect(store.search('李伟', 9, clerk).hits.map((hit) => hit.id)).toEqual(['d1', 'd9']);
  expect(store.search('cxh', 9, clerk).hits.map((hit) => hit.id)).toEqual(['d0']);
  expect(store.search('277', 9, clerk).hits.map((hit) => hit.id)).toEqual(['d2']);
  expect(store.history('dweller', 'd1', clerk).map((one) => [one.op, one.at])).toEqual([
    ['create', '2026-01-01T00:00:00.000Z'],
  ]);
  expect(store.checkAll().findings).toEqual([]);
  store.close();
});
