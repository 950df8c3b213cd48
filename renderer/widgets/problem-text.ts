import type { Language } from '../../db/model/localized.ts';
import { reasonText } from '../../db/model/reasons.ts';
import type { TypedProblem } from './widget.ts';

/** Why a typed text is no value, in words. */
export const problemText = ({ unreadable }: TypedProblem, language: Language): string =>
  reasonText(unreadable.code, unreadable.args, language);
