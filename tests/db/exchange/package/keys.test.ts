import { beforeAll, describe, expect, test } from 'vitest';
import {
  cardShape,
  continues,
  isGenuine,
  isUnitUnder,
  makeCard,
} from '../../../../db/exchange/package/keys/card.ts';
import { chainUnder, certify } from '../../../../db/exchange/package/keys/certificate.ts';
import {
  acceptRequest,
  checkEnrolment,
  makeRequest,
} from '../../../../db/exchange/package/keys/enrolment.ts';
import { keyIdOf } from '../../../../db/exchange/package/keys/ed25519.ts';
import { makeIdentity, rotate } from '../../../../db/exchange/package/keys/identity.ts';
import { judgeSender, type Trust } from '../../../../db/exchange/package/keys/judge-sender.ts';
import { documentText, readDocument } from '../../../../db/exchange/package/keys/signed-document.ts';
import {
  cardsOf,
  changeTrustList,
  judgeTrustList,
  revoke,
  trustListShape,
  withoutFormer,
} from '../../../../db/exchange/package/keys/trust-list.ts';
import { at, makeOffices, series, type Office, type Offices } from './office.ts';

let offices: Offices;
beforeAll(async () => {
  offices = await makeOffices();
});

const claimOf = ({ card }: Pick<Office, 'card'>) => ({
  sender: { node: card.node, unit: card.unit, name: card.name },
  signer: keyIdOf(card.signKey),
  series,
  to: 1,
});
const judge = (office: Office, trust: Trust) => {
  const verdict = judgeSender(claimOf(office), office.chain, trust);
  return verdict.ok ? (verdict.isNewKey ? 'new key' : 'known') : verdict.code;
};

describe('cards', () => {
  test('carry a node id under the unit code and twenty digits for the telephone', () => {
    const { card } = offices.town;
    expect(card.node).toMatch(/^441900121-[0-9a-hjkmnp-tv-z]{6}$/);
    expect(card.fingerprint).toMatch(/^\d{4} \d{4} \d{4} \d{4} \d{4}$/);
    expect(isGenuine(card)).toBe(true);
  });

  test('with another name, key or fingerprint are not genuine', () => {
    const { card } = offices.town;
    const { card: other } = offices.otherTown;
    for (const change of [
      { name: '长安镇' },
      { ageKey: other.ageKey },
      { signKey: other.signKey },
      { fingerprint: other.fingerprint },
      { role: 'city' as const },
    ]) {
      expect(isGenuine({ ...card, ...change })).toBe(false);
    }
  });

  test('with a signature more, or one spelled otherwise, are not genuine', () => {
    const { card } = offices.town;
    const [signature] = card.signatures;
    if (!signature) throw new Error('no signature');
    expect(isGenuine({ ...card, signatures: [signature, signature] })).toBe(false);
    expect(isGenuine({ ...card, signatures: [signature, { ...signature, key: '0'.repeat(32) }] })).toBe(
      false,
    );
    // The last four bits of the base64 say nothing; A, Q, g and w are the characters without them.
    const letter = signature.value.charAt(85);
    const spelled = signature.value.slice(0, 85) + String.fromCharCode(letter.charCodeAt(0) + 1) + '==';
    expect(Buffer.from(spelled, 'base64').equals(Buffer.from(signature.value, 'base64'))).toBe(true);
    const text = documentText(card);
    expect(readDocument(cardShape, text)).toEqual(card);
    expect(readDocument(cardShape, text.replace(signature.value, spelled))).toBeUndefined();
  });

  test('with an age key to which nothing can be encrypted are not genuine', async () => {
    const own = await makeIdentity({ unit: '441900115', name: '大朗镇', role: 'town' });
    // The point zero in age's spelling.
    const zero = 'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z';
    const keys = { ...own.keys, age: { ...own.keys.age, public: zero } };
    expect(isGenuine(makeCard(own))).toBe(true);
    expect(isGenuine(makeCard({ ...own, keys }))).toBe(false);
  });

  test('lie in units by their codes, zeros that fill a level apart', () => {
    const pairs = [
      ['441900121', '441900'],
      ['441900121001', '441900121'],
      ['440305001', '440300'],
      ['441900121', '4419'],
      ['440305', '44'],
    ];
    for (const [child, parent] of pairs)
      expect(isUnitUnder(child ?? '', parent ?? ''), `${child} ${parent}`).toBe(true);
    for (const [child, parent] of [
      ['440305001', '441900'],
      ['441900', '441900'],
      ['441900121', '441900119'],
    ]) {
      expect(isUnitUnder(child ?? '', parent ?? ''), `${child} ${parent}`).toBe(false);
    }
  });
});

describe('enrolment', () => {
  const parentOf = ({ city }: Offices) => city;

  test('gives a child what it can check against the card it was shown', async () => {
    const { city } = offices;
    const child = await makeIdentity({ unit: '441900115', name: '大朗镇', role: 'town' });
    const accepted = acceptRequest(parentOf(offices), makeRequest(child, city.card, at), { serial: 9, at });
    if (!accepted.ok) throw new Error(accepted.code);
    expect(checkEnrolment(child, city.card, accepted.enrolment)).toEqual({ ok: true });
    expect(cardsOf(accepted.trust, child.node)).toEqual([makeCard(child)]);
    const stranger = await makeOffices();
    expect(checkEnrolment(child, stranger.city.card, accepted.enrolment)).toEqual({
      ok: false,
      code: 'parent-not-known',
    });
    expect(checkEnrolment(stranger.town.identity, city.card, accepted.enrolment)).toEqual({
      ok: false,
      code: 'enrolment-for-another',
    });
    const altered = { ...accepted.enrolment, trust: { ...accepted.trust, number: 99 } };
    expect(checkEnrolment(child, city.card, altered)).toEqual({ ok: false, code: 'enrolment-not-genuine' });
  });

  test('refuses requests for others, altered ones, wrong levels and areas', async () => {
    const { city, otherTown, village } = offices;
    const accept = (request: ReturnType<typeof makeRequest>) => {
      const answer = acceptRequest(city, request, { serial: 9, at });
      return answer.ok ? 'accepted' : answer.code;
    };
    const child = await makeIdentity({ unit: '441900115', name: '大朗镇', role: 'town' });
    const foreign = await makeIdentity({ unit: '440305001', name: '南头街道', role: 'town' });
    const request = makeRequest(child, city.card, at);
    expect(accept(request)).toBe('accepted');
    expect(accept(makeRequest(child, otherTown.card, at))).toBe('request-for-another');
    expect(accept({ ...request, card: { ...request.card, name: '别的镇' } })).toBe('request-not-genuine');
    expect(accept({ ...request, card: otherTown.card })).toBe('request-not-genuine');
    expect(accept(makeRequest(village.identity, city.card, at))).toBe('role-not-below');
    expect(accept(makeRequest(foreign, city.card, at))).toBe('unit-not-under');
  });

  test('refuses new keys for an enrolled node unless the old ones signed them, and revoked nodes', async () => {
    const { city, town } = offices;
    const impostor = {
      ...(await makeIdentity({ unit: '441900121', name: '虎门镇', role: 'town' })),
      node: town.identity.node,
    };
    expect(acceptRequest(city, makeRequest(impostor, city.card, at), { serial: 9, at })).toEqual({
      ok: false,
      code: 'keys-not-continued',
    });
    const rotated = await rotate(town.identity);
    const accepted = acceptRequest(city, makeRequest(rotated, city.card, at), { serial: 9, at });
    expect(accepted.ok && cardsOf(accepted.trust, town.identity.node).map(({ number }) => number)).toEqual([
      1, 2,
    ]);
    const list = revoke(city.identity, city.trust, {
      node: town.identity.node,
      key: null,
      keeps: [],
      at,
      reason: '遗失',
    });
    expect(
      acceptRequest({ ...city, trust: list }, makeRequest(town.identity, city.card, at), { serial: 9, at }),
    ).toEqual({
      ok: false,
      code: 'node-revoked',
    });
  });
});

describe('trust', () => {
  test('follows chains from village to city and back down', () => {
    const { village, town, city, cityTrust, townTrust } = offices;
    expect(judge(village, townTrust)).toBe('known');
    expect(judge(town, cityTrust)).toBe('known');
    expect(judge(city, townTrust)).toBe('known');
    // The city has never seen the village; its chain leads to a town the city knows.
    expect(judge(village, cityTrust)).toBe('known');
    // A village knows its town by the card it was shown.
    expect(judge(town, { anchors: [town.card], lists: [] })).toBe('known');
    // Two towns know each other through the city.
    expect(judge(offices.otherTown, { anchors: [city.card], lists: [] })).toBe('known');
  });

  test('ends where nobody on the chain is known, or a link is broken', async () => {
    const { town, city, otherTown, cityTrust } = offices;
    const stranger = await makeOffices();
    expect(judge(stranger.town, cityTrust)).toBe('signer-unknown');
    expect(judge(stranger.city, cityTrust)).toBe('signer-unknown');
    const [own] = stranger.town.chain.certificates;
    if (!own) throw new Error('no certificate');
    // The stranger's certificate is put under our city's chain.
    expect(judge({ ...stranger.town, chain: chainUnder(own, city.chain) }, cityTrust)).toBe(
      'certificate-invalid',
    );
    // A town signs a certificate for another town.
    const sideways = certify(town.identity, stranger.town.card, { serial: 1, validFrom: at, trust: 1 });
    expect(judge({ ...stranger.town, chain: chainUnder(sideways, town.chain) }, cityTrust)).toBe(
      'certificate-invalid',
    );
    expect(judge({ ...otherTown, chain: town.chain }, cityTrust)).toBe('certificate-invalid');
  });

  test('strikes everything under a revoked town', () => {
    const { village, town, city, cityTrust } = offices;
    const revocation = {
      node: town.card.node,
      key: null,
      keeps: [{ series, to: 9 }],
      at,
      reason: '电脑被盗',
    };
    const trust = { ...cityTrust, lists: [revoke(city.identity, city.trust, revocation)] };
    expect(judge(town, trust)).toBe('known');
    expect(judge(village, trust)).toBe('signer-revoked');
  });

  test('takes a child with new keys before and after the parent has listed them, and drops the old ones in the end', async () => {
    const { town, city, cityTrust } = offices;
    const rotated = await rotate(town.identity);
    const card = makeCard(rotated);
    const [certificate] = town.chain.certificates;
    if (!certificate) throw new Error('no certificate');
    expect(continues(card, town.card)).toBe(true);
    const accepted = acceptRequest(city, makeRequest(rotated, city.card, at), { serial: 9, at });
    if (!accepted.ok) throw new Error(accepted.code);
    const renewed = { identity: rotated, card, chain: accepted.enrolment.chain };
    expect(judge(renewed, cityTrust)).toBe('new key');
    const during = { ...cityTrust, lists: [accepted.trust] };
    expect([judge(town, during), judge(renewed, during)]).toEqual(['known', 'known']);
    const cards = withoutFormer(accepted.trust, card.node);
    const after = { ...cityTrust, lists: [changeTrustList(city.identity, accepted.trust, { cards, at })] };
    expect([judge(town, after), judge(renewed, after)]).toEqual(['signer-superseded', 'known']);
  });

  test('follows a parent that changes its keys, whichever arrives first, package or list', async () => {
    const { town, city, townTrust } = offices;
    const rotated = await rotate(city.identity);
    const announced = changeTrustList(city.identity, city.trust, { next: makeCard(rotated), at });
    expect(judgeTrustList(announced, city.trust)).toBe('newer');
    expect(cardsOf(announced, city.card.node).map(({ number }) => number)).toEqual([1, 2]);
    const list = changeTrustList(rotated, announced, { at });
    expect(judgeTrustList(list, city.trust)).toBe('newer');
    const renewed = {
      identity: rotated,
      card: makeCard(rotated),
      chain: chainUnder(
        certify(rotated, makeCard(rotated), { serial: 2, validFrom: at, trust: list.number }),
        null,
      ),
    };
    expect(judge(renewed, townTrust)).toBe('new key');
    const after = { ...townTrust, lists: [list] };
    expect(judge(renewed, after)).toBe('known');
    // What was under way is still taken, until the city takes its former card off.
    expect(judge(city, after)).toBe('known');
    const done = changeTrustList(rotated, list, { cards: withoutFormer(list, city.card.node), at });
    expect(judge(city, { ...townTrust, lists: [done] })).toBe('signer-superseded');
    expect(judge(renewed, { ...townTrust, lists: [done] })).toBe('known');
    // A town's certificate bears the city's former signature; the city knows the town by its list.
    expect(judge(town, { anchors: [makeCard(rotated)], lists: [list] })).toBe('known');
  });

  test('does not follow a thief who rotates a stolen key', async () => {
    const { town, city, cityTrust } = offices;
    const thief = await rotate(town.identity);
    const revocation = {
      node: town.card.node,
      key: keyIdOf(town.card.signKey),
      keeps: [],
      at,
      reason: '密钥泄露',
    };
    const trust = { ...cityTrust, lists: [revoke(city.identity, city.trust, revocation)] };
    const [old] = town.chain.certificates;
    if (!old) throw new Error('no certificate');
    const stolen = { ...town, identity: thief, card: makeCard(thief) };
    expect(
      judge({ ...stolen, chain: chainUnder({ ...old, card: makeCard(thief) }, city.chain) }, trust),
    ).toBe('certificate-invalid');
  });
});

describe('a trust list', () => {
  test('only goes forward', () => {
    const { city } = offices;
    const next = changeTrustList(city.identity, city.trust, { at });
    expect(judgeTrustList(next, city.trust)).toBe('newer');
    expect(judgeTrustList(city.trust, city.trust)).toBe('same');
    expect(judgeTrustList(city.trust, next)).toBe('rolled-back');
    expect(judgeTrustList(city.trust, city.card)).toBe('newer');
  });

  test('of somebody else, altered, or twice under one number is not taken', async () => {
    const { city, town } = offices;
    const stranger = await makeOffices();
    expect(judgeTrustList(town.trust, city.trust)).toBe('other-issuer');
    expect(judgeTrustList({ ...city.trust, number: 77 }, city.trust)).toBe('not-genuine');
    const doubled = [...city.trust.signatures, ...city.trust.signatures];
    expect(judgeTrustList({ ...city.trust, signatures: doubled }, city.card)).toBe('not-genuine');
    expect(judgeTrustList({ ...city.trust, revoked: [], cards: [] }, city.trust)).toBe('not-genuine');
    const other = changeTrustList(
      city.identity,
      { ...city.trust, number: city.trust.number - 1 },
      { at: '2026-11-24T00:00:00.000Z' },
    );
    expect(judgeTrustList(other, city.trust)).toBe('not-genuine');
    const impostor = { ...stranger.city.identity, node: city.card.node };
    expect(judgeTrustList(changeTrustList(impostor, city.trust, { at }), city.trust)).toBe('not-genuine');
  });

  test('is the same after it was stored and read', () => {
    const { city } = offices;
    const text = documentText(city.trust);
    expect(readDocument(trustListShape, text)).toEqual(city.trust);
    expect(readDocument(trustListShape, `${text}\n`)).toBeUndefined();
  });
});
