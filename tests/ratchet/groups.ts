import { figureCounters } from './counters/figures.ts';
import { checkCounters, importCounters } from './counters/imports.ts';
import { listCounters } from './counters/lists.ts';
import { packageCounters } from './counters/packages.ts';
import { recordCounters } from './counters/records.ts';
import { rosterCounters } from './counters/rosters.ts';
import { saveCounters } from './counters/saves.ts';
import { searchCounters } from './counters/search.ts';
import { sizeCounters } from './counters/sizes.ts';
import { startCounters } from './counters/start.ts';
import type { CounterGroup, RatioGroup } from './group.ts';
import { memoryRatio, startRatio } from './ratios/data-process.ts';
import { checkRatio, openRatio } from './ratios/files.ts';
import { importRatio } from './ratios/imports.ts';
import { listRatio } from './ratios/lists.ts';
import { editsRatio, firstPackageRatio } from './ratios/packages.ts';
import { recordRatio } from './ratios/records.ts';
import { rowCheckRatio, searchEntryRatio } from './ratios/rows.ts';
import { saveRatio } from './ratios/saves.ts';
import { searchRatio } from './ratios/search.ts';
import { takeInRatio } from './ratios/taking-in.ts';

/** All that is counted, those that take longest first: two are measured at a time. */
export const counterGroups: readonly CounterGroup[] = [
  rosterCounters,
  packageCounters,
  importCounters,
  checkCounters,
  searchCounters,
  saveCounters,
  recordCounters,
  listCounters,
  startCounters,
  figureCounters,
  sizeCounters,
];

/** All that is timed, one after the other and alone on the machine. */
export const ratioGroups: readonly RatioGroup[] = [
  searchRatio,
  listRatio,
  recordRatio,
  saveRatio,
  openRatio,
  rowCheckRatio,
  searchEntryRatio,
  importRatio,
  firstPackageRatio,
  editsRatio,
  takeInRatio,
  checkRatio,
  startRatio,
  memoryRatio,
];

/** Ratios that are also measured slowed down, to see in every run that it would be noticed: those that take least time. */
export const plantedRatios: readonly string[] = [searchRatio.name, listRatio.name, rowCheckRatio.name];

/** Statements that look a key up in the search index, however it is laid out. */
export const keyProbe = /\bsearch_\w+[^]*\bkey\s*(>=|=|LIKE|GLOB|IN|BETWEEN)/i;
