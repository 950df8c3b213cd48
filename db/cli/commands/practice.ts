import { words } from '../../model/localized.ts';
import { chinaDay } from '../../model/office-time.ts';
import { divisionsOf, generatePractice, practiceSizes, practiceTown } from '../../practice/index.ts';
import { createStore, practicePassphrase } from '../../store/index.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../refusal.ts';
import { databaseFile, dayOr, opened, storeOptions, wholeNumber } from '../with-store.ts';
import { makeFolder } from './init.ts';

/** `zw practice`: a new practice town. The same people, seed, town and day give the same rows. */
export const practiceCommand: Command = {
  name: 'practice',
  summary: words(
    '生成练习库（数据均为虚构，不需要口令）',
    'Makes a practice town of invented people; it needs no passphrase',
  ),
  positionals: [],
  options: {
    db: storeOptions.db,
    people: {
      type: 'string',
      value: 'N',
      help: words('人数，1000 到 1200000，默认 20000', 'People, 1000 to 1200000, default 20000'),
    },
    seed: {
      type: 'string',
      value: 'S',
      help: words(
        '种子，默认 1；人数、种子、日期都相同，数据就相同',
        'Seed, default 1; the same people, seed and day give the same data',
      ),
    },
    day: {
      type: 'string',
      value: 'DAY',
      help: words('按哪一天的情形生成，默认今天', 'The day the town is drawn for, default today'),
    },
    town: {
      type: 'string',
      value: 'CODE',
      help: words('镇街代码，默认虎门镇', 'Code of the town, default Humen'),
    },
  },
  prints: '{db, town, practice, day, counts:{ledger: n}}',
  run: (input, context) => {
    const { least, most, usual } = practiceSizes;
    const people = wholeNumber(input, 'people', { fallback: usual, min: least, max: most });
    const seed = wholeNumber(input, 'seed', { fallback: 1, min: 0, max: Number.MAX_SAFE_INTEGER });
    const today = dayOr(input, chinaDay(context.now()));
    const code = String(input.options['town'] ?? practiceTown);
    const town = divisionsOf(code)?.town;
    if (town === undefined)
      throw new UsageError(words(`没有代码为 ${code} 的镇街`, `There is no town with the code ${code}`));
    const file = databaseFile(input);
    makeFolder(file);
    const store = opened(
      createStore({ file, passphrase: practicePassphrase, now: context.now, town, practice: true }),
    );
    try {
      generatePractice(store, { people, seed, today }, ({ done, total }) => context.progress(done, total));
      return { db: file, town: store.info.town, practice: true, day: today, counts: store.counts() };
    } finally {
      store.close();
    }
  },
};
