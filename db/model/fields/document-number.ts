import type { Unreadable } from '../field-kind.ts';
import { residentIdProblem } from './gb11643.ts';

/** Documents whose number is the citizen id number (codes of GA/T 517 as in table `id_doc`). */
const residentIdDocuments: readonly string[] = ['111', '112', '113'];

/** Shapes of the numbers of other documents; a kind not named here takes any number up to 30 characters. */
const shapes: Readonly<Record<string, RegExp>> = {
  // 护照与旅行证: ICAO 9303 gives up to 9; older national ones are longer.
  '411': /^[A-Z0-9]{5,17}$/,
  '412': /^[A-Z0-9]{5,17}$/,
  '413': /^[A-Z0-9]{5,17}$/,
  '414': /^[A-Z0-9]{5,17}$/,
  '415': /^[A-Z0-9]{5,17}$/,
  // 台湾居民来往大陆通行证: 8 digits; before 2015 10 digits with an issue mark.
  '511': /^(\d{8}|\d{10}[A-Z]?)$/,
  // 往来港澳通行证: one or two letters and 7 or 8 digits.
  '513': /^[A-Z]{1,2}\d{7,8}$/,
  // 港澳居民来往内地通行证: H or M and 8 digits, older cards with a 2-digit issue number.
  '516': /^[HM]\d{8}(\d{2})?$/,
  '517': /^[A-Z]{1,2}\d{7,8}$/,
};

/** District heads of the residence permit for Hong Kong, Macao and Taiwan residents (港澳台居民居住证, 2018). */
const residencePermitHeads = ['810000', '820000', '830000'] as const;

/** True when an 18-character number is that of a residence permit for Hong Kong, Macao or Taiwan residents. */
const isResidencePermit = (number: string): boolean =>
  number.length === 18 && residencePermitHeads.some((head) => number.startsWith(head));

/** True when the number of this kind of document carries birth day and sex as GB 11643 does. */
export const carriesBirth = (docType: string, number: string): boolean =>
  isLikeResidentId(docType, number) && residentIdProblem(number) === null;

/** True for documents whose number, when it is right, is one of GB 11643. */
export const isLikeResidentId = (docType: string, number: string): boolean =>
  residentIdDocuments.includes(docType) || isResidencePermit(number);

/**
 * What is wrong with a document number for its kind (code of table `id_doc`); `null` when it fits. The number is
 * already cleaned. The residence permit for Hong Kong, Macao and Taiwan residents is accepted under every kind
 * those residents use, because GA/T 517-2004 is older than the permit and has no code for it.
 */
export function documentNumberProblem(docType: string, number: string): Unreadable | null {
  if (isLikeResidentId(docType, number)) return residentIdProblem(number);
  if (docType === '553') return permanentResidentProblem(number);
  const shape = shapes[docType];
  const fits = shape ? shape.test(number) : /^[^\s]{1,30}$/.test(number);
  return fits ? null : { ok: false, code: 'bad-document-number' };
}

/** 外国人永久居留身份证: 3 letters and 12 digits; since 2023-12 18 digits that begin with 9 and end with a check digit. */
function permanentResidentProblem(number: string): Unreadable | null {
  if (/^[A-Z]{3}\d{12}$/.test(number)) return null;
  if (/^9\d{16}[\dX]$/.test(number)) return residentIdProblem(number);
  return { ok: false, code: 'bad-document-number' };
}
