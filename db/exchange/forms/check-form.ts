import type { FormPlace } from '../../model/forms/form-mapping.ts';
import { checkDocument } from './document/check-document.ts';
import type { FormNames } from './form-names.ts';
import type { FormProblem } from './form-problem.ts';
import type { OfficeFile } from './package/office-file.ts';
import { checkWorkbook } from './workbook/fill-workbook.ts';

/** How many marks a form has and what is wrong with them. Nothing is filled while something is. */
export interface FormCheck {
  readonly marks: number;
  readonly problems: readonly FormProblem[];
}

/** Looks up every mark of a form: tokens of the file itself and those set by clicking. */
export function checkForm(file: OfficeFile, places: readonly FormPlace[], names: FormNames): FormCheck {
  return file.kind === 'xlsx' ? checkWorkbook(file, places, names) : checkDocument(file, places, names);
}
