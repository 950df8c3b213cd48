/** Characters and weights of the unified social credit code: GB 32100-2015, 4.2 and annex. No I, O, S, V, Z. */
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
/** Weights of the organisation code at places 9 to 17: GB 11714-1997. */
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** Check character of the first 17 characters of a credit code; `null` when one of them is not allowed. */
export function creditCodeCheck(code: string): string | null {
  let sum = 0;
  for (const [i, weight] of weights.entries()) {
    const value = characters.indexOf(code.charAt(i));
    if (value < 0 || code.charAt(i) === '') return null;
    sum += weight * value;
  }
  return characters.charAt((31 - (sum % 31)) % 31);
}

/** Check character of the first 8 characters of an organisation code (组织机构代码). */
export function organisationCodeCheck(code: string): string {
  let sum = 0;
  for (const [i, weight] of organisationWeights.entries()) {
    const at = code.charCodeAt(i);
    sum += weight * (at >= 65 ? at - 55 : at - 48);
  }
  const rest = 11 - (sum % 11);
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
}

/** True for a valid 18-character code: outer check character and that of the organisation code inside. */
export function isCreditCode(code: string): boolean {
  if (!/^[1-9A-Z][0-9A-Z]\d{6}[0-9A-Z]{10}$/.test(code)) return false;
  const organisation = code.slice(8, 17);
  return (
    creditCodeCheck(code) === code.charAt(17) &&
    organisationCodeCheck(organisation) === organisation.charAt(8)
  );
}
