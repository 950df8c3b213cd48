import path from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { bareExport } from '../../../db/cli/bench/packages/bare-export.ts';
import { editPeople } from '../../../db/cli/bench/packages/town-edits.ts';
import { acknowledge, nextSelection, openSendingTown, send } from '../exchange.ts';
import type { RatioGroup } from '../group.ts';
import { townSizes } from '../towns.ts';

const EDITS = 1000;
/** Level of the packages. */
const LEVEL = 1;

/** The lines of a first package against packing the same bytes. */
export const firstPackageRatio: RatioGroup = {
  name: 'ratio.first-package',
  kind: 'ratio',
  floor: 'zstd of the same lines at the level of the packages',
  means: 'Making the lines of a package takes longer.',
  prepare: async ({ folder }) => {
    const town = await openSendingTown(folder);
    const selection = nextSelection(town);
    const lines = (): readonly Uint8Array[] => [...town.store.sync.outgoing.lines(selection)];
    const plain = Buffer.concat(lines());
    return {
      of: `the lines of ${String(townSizes.small)} people and all around them`,
      product: { run: lines },
      floor: {
        run: () => zstdCompressSync(plain, { params: { [constants.ZSTD_c_compressionLevel]: LEVEL } }),
      },
      end: () => {
        town.store.close();
      },
    };
  },
};

/** A package of edits against the same rows packed by a straight script. */
export const editsRatio: RatioGroup = {
  name: 'ratio.edits-package',
  kind: 'ratio',
  floor: 'changed people whole as JSON, zstd, AES-GCM, Ed25519, written and read back by a straight script',
  means: 'A package of edits takes longer to make.',
  prepare: async ({ folder }) => {
    const town = await openSendingTown(folder);
    acknowledge(town, await send(town));
    editPeople(town, { edits: EDITS, seed: 1 });
    const { after, upTo } = nextSelection(town);
    let written = 0;
    return {
      of: `${String(EDITS)} edits`,
      pairs: 15,
      product: { run: () => send(town), runs: 6 },
      floor: {
        runs: 8,
        run: () => {
          const file = path.join(folder, `floor-${String((written += 1))}.package`);
          return bareExport(town.connection.raw, { after, upTo, file });
        },
      },
      end: () => {
        town.store.close();
      },
    };
  },
};
