import { initCity } from '../../../city/index.ts';
import { makeOfficeIdentity, setUpOffice } from '../../../exchange/sync/enrol.ts';
import { makeCard } from '../../../exchange/package/keys/card.ts';
import type { Identity } from '../../../exchange/package/keys/identity.ts';
import { words } from '../../../model/localized.ts';
import { city, cityRows } from '../../../practice/index.ts';
import { createStore } from '../../../store/index.ts';
import type { Command, Context, Input } from '../../command.ts';
import { cityRefusal, parentOptions, targetOf } from '../../exchange/open-node.ts';
import { callerOf, opened, passphraseOf } from '../../with-store.ts';
import { addDivisions, kdfOf, makeFolder } from '../init.ts';

/** `zw city init`: a new place that takes in the towns' packages, with its own keys. */
export const cityInitCommand: Command = {
  name: 'city init',
  summary: words('新建市级数据库并生成市级密钥', "Makes a city's database and its keys"),
  positionals: [],
  options: parentOptions,
  prints: '{store, unit:{code, name}, node, fingerprint}',
  run: (input, context) => {
    const target = targetOf(String(input.options['store']));
    return target.kind === 'sqlite'
      ? initSqlite(target.file, input, context)
      : initPostgres(target.url, input, context);
  },
};

async function initSqlite(file: string, input: Input, context: Context): Promise<unknown> {
  makeFolder(file);
  const passphrase = passphraseOf(input, context);
  const store = opened(
    createStore({ file, passphrase, now: context.now, town: city, practice: false, ...kdfOf(context) }),
  );
  try {
    addDivisions(store, cityRows(), { caller: callerOf(context) });
    const office = await setUpOffice(store.sync, context.now());
    return { store: file, unit: store.info.town, ...shown(office.identity) };
  } finally {
    store.close();
  }
}

async function initPostgres(url: string, input: Input, context: Context): Promise<unknown> {
  const identity = await makeOfficeIdentity(city);
  const passphrase = passphraseOf(input, context);
  const { now } = context;
  const outcome = await initCity(url, {
    unit: city,
    node: identity.node,
    passphrase,
    now,
    ...kdfOf(context),
  });
  if (!outcome.ok) throw cityRefusal(outcome.problem);
  try {
    await setUpOffice(outcome.city, context.now(), identity);
    return { store: redacted(url), unit: city, ...shown(identity) };
  } finally {
    await outcome.city.close();
  }
}

/** A connection text without its password. */
function redacted(url: string): string {
  const shown = new URL(url);
  if (shown.password !== '') shown.password = '***';
  return shown.href;
}

const shown = (identity: Identity) => ({ node: identity.node, fingerprint: makeCard(identity).fingerprint });
