import { bundle } from './bundle.ts';
import { allParts } from './freshness.mjs';

/** Bundles every part of the product that has changed. */
export const bundleProgram = (report: (line: string) => void): Promise<void> => bundle(allParts, report);
