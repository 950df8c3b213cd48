import { statSync } from 'node:fs';
import { editPeople } from '../../../db/cli/bench/packages/town-edits.ts';
import {
  acknowledge,
  nextSelection,
  openCity,
  openSendingTown,
  send,
  type SendingTown,
  takeInto,
} from '../exchange.ts';
import type { Measured } from '../figure.ts';
import type { CounterGroup } from '../group.ts';
import { townSizes } from '../towns.ts';
import { counter } from './asked.ts';
import type { CountingDriver } from './counting-driver.ts';

const EDITS = 1000;

/** Packages to a city: how large they are, and what making them and taking them in asks of the files. */
export const packageCounters: CounterGroup = {
  name: 'package',
  kind: 'counter',
  measure: async ({ folder, driver }) => {
    const town = await openSendingTown(folder);
    try {
      return await packageFigures(town, driver);
    } finally {
      town.store.close();
    }
  },
};

async function packageFigures(town: SendingTown, driver: CountingDriver): Promise<readonly Measured[]> {
  const figures: Measured[] = [];
  const first = `a first package of ${String(townSizes.small)} people`;
  const { sent: firstSent, figures: firstFigures } = await sendCounted(town, driver, {
    name: 'first',
    of: first,
  });
  figures.push(
    ...firstFigures,
    ...(await taken(town, driver, { name: 'first', sent: firstSent, of: first })),
  );
  acknowledge(town, firstSent);
  editPeople(town, { edits: EDITS, seed: 1 });
  const of = `a package of ${String(EDITS)} edits`;
  const { sent, figures: editFigures } = await sendCounted(town, driver, { name: 'edits', of });
  figures.push(...editFigures, ...(await taken(town, driver, { name: 'edits', sent, of })));
  return figures;
}

async function sendCounted(
  town: SendingTown,
  driver: CountingDriver,
  { name, of }: { readonly name: string; readonly of: string },
) {
  const before = driver.counts();
  let plain = 0;
  for (const chunk of town.store.sync.outgoing.lines(nextSelection(town))) plain += chunk.length;
  const after = driver.counts();
  const sent = await send(town);
  const figures = [
    counter(`package.${name}.plain`, plain, { unit: 'bytes', of, means: 'A package says more than it did.' }),
    counter(`package.${name}.bytes`, sent.bytes, {
      unit: 'bytes',
      of,
      means: 'A package takes more room on the stick.',
    }),
    counter(`package.${name}.statements`, after.statements - before.statements, {
      unit: 'statements',
      of,
      means: 'Making the lines of a package asks more of the file.',
    }),
    counter(`package.${name}.rows`, after.rows - before.rows, {
      unit: 'rows',
      of,
      means: 'Making the lines of a package reads more.',
    }),
  ];
  return { sent, figures };
}

async function taken(
  town: SendingTown,
  driver: CountingDriver,
  {
    name,
    sent,
    of,
  }: { readonly name: string; readonly sent: Awaited<ReturnType<typeof send>>; readonly of: string },
): Promise<readonly Measured[]> {
  const city = openCity(town);
  try {
    const before = driver.counts();
    await takeInto(city, town, sent);
    const after = driver.counts();
    city.checkpoint();
    return [
      counter(`package.${name}.taken.statements`, after.statements - before.statements, {
        unit: 'statements',
        of,
        means: 'Taking a package into a city asks more of its file.',
      }),
      counter(`package.${name}.taken.rows`, after.rows - before.rows, {
        unit: 'rows',
        of,
        means: 'Taking a package into a city reads more.',
      }),
      counter(`package.${name}.taken.bytes`, statSync(city.info.file).size, {
        unit: 'bytes',
        of: `the city behind ${of}`,
        means: 'A city needs more room for the same records.',
      }),
    ];
  } finally {
    city.close();
  }
}
