import type { Step } from './step.ts';
import { keysMayRepeat } from './steps/0020-keys-may-repeat.ts';
import { searchDirectory } from './steps/0030-search-directory.ts';

/** All frozen steps in order of their version. The first released schema is version 10 and needs none. */
export const steps: readonly Step[] = [keysMayRepeat, searchDirectory];

/** Schema version of a database made from scratch: that of the last step, at least 10. */
export const schemaVersion = Math.max(10, ...steps.map((step) => step.version));
