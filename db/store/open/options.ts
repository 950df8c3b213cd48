import { randomBytes } from 'node:crypto';
import { steps, schemaVersion } from '../../migrations/index.ts';
import { registry } from '../../model/registry.ts';
import type { OpenOptions } from '../api.ts';
import type { Target } from '../migrate/migrate.ts';

/** Lineage ids: 96 random bits, so that no two launches of any office ever share one. */
const LINEAGE_BYTES = 12;

/** What the definitions ask of the file. */
export const targetOf = (options: OpenOptions): Target => ({
  registry: options.registry ?? registry,
  steps,
  schemaVersion,
});

/** Random ids for lineages and the store's own writes. */
export const randomIdOf = (options: OpenOptions): (() => string) =>
  options.randomId ?? (() => randomBytes(LINEAGE_BYTES).toString('hex'));
