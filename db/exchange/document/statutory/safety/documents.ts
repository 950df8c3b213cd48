import type { StatutoryDocument } from '../define-document.ts';
import { courageApplication } from './courage-application.ts';
import { courageForwarding } from './courage-forwarding.ts';

/** Documents of the safe town, in the order in which they come. */
export const safetyDocuments: readonly StatutoryDocument[] = [courageApplication, courageForwarding];
