import { z } from 'zod';
import { field, type FieldOptions } from '../define-ledger.ts';
import type { FieldKind, Reading, SearchToken } from '../field-kind.ts';
import { toHalfWidth } from './clean-text.ts';
import { cleanIdentifier, isDamagedNumber } from './damaged-number.ts';
import { once } from '../once.ts';

/** Numbers kept in one field at most; GB/T 31000 联系方式 is C50. */
const most = 3;

/**
 * Telephone numbers: mobile 13800138000, landline 0769-22830000 with extension -801, service numbers (400…, 12345),
 * numbers abroad +85291234567. Up to three in one field, joined by 、 as offices write them.
 */
export function phone<const O extends FieldOptions>(options: O): FieldKind<string> & O {
  const kind: FieldKind<string> = {
    kind: 'phone',
    storage: 'TEXT',
    check: once(() => z.string('bad-phone').refine((value) => isPhoneList(value), 'bad-phone')),
    fits: (value) => typeof value === 'string' && isMobile(value),
    encode: (value) => value,
    decode: String,
    toText: (value) => value,
    fromText: readPhones,
    tokens: (value) => value.split('、').map(phoneToken),
    mask: (value) => value.split('、').map(maskPhone).join('、'),
    merge: 'newest',
    totals: 'none',
    numeric: false,
  };
  return field(kind, options);
}

/** One number in its kept form; `null` when it is none. */
export function readPhone(text: string): string | null {
  const digits = text
    .replace(/[()]/g, '-')
    .replace(/(转|分机|EXT\.?|#)/g, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/-+/g, '-');
  const home = digits.replace(/^(\+?0{0,2}86-?)(?=1[3-9]|0\d|[1-9]\d{8,9}$)/, '');
  if (/^\+\d{1,3}-?\d[\d-]{5,13}$/.test(home)) return `+${home.replace(/\D/g, '')}`;
  const bare = home.replaceAll('-', '');
  if (isMobile(bare)) return bare;
  if (/^(400|800)\d{7}$/.test(bare)) return bare;
  if (/^(1\d{2}|1\d{4}|9\d{4,5})$/.test(bare)) return bare;
  return landline(home);
}

/** Nearly every number there is. */
const isMobile = (value: string): boolean => /^1[3-9]\d{9}$/.test(value);

/** 010 and 02x have three digits, all other area codes four; local numbers have seven or eight. */
function landline(text: string): string | null {
  const parts = /^(?:(010|02\d|0[3-9]\d{2})-?)?([2-8]\d{6,7})(?:-(\d{1,6}))?$/.exec(text);
  if (!parts) return null;
  return [parts[1], parts[2], parts[3]].filter((part) => part !== undefined).join('-');
}

function readPhones(cell: string): Reading<string> {
  const kept: string[] = [];
  for (const part of toHalfWidth(cell)
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .split(/[、,，;；/|\r\n]/)) {
    if (isDamagedNumber(part)) return { ok: false, code: 'number-damaged', args: { value: part.trim() } };
    const text = cleanIdentifier(part);
    if (text === '') continue;
    const value = readPhone(text.replace(/[‐‑–—_]/g, '-'));
    if (value === null) return { ok: false, code: 'bad-phone' };
    if (!kept.includes(value)) kept.push(value);
  }
  if (kept.length > most) return { ok: false, code: 'bad-phone' };
  return { ok: true, value: kept.length === 0 ? null : kept.join('、') };
}

function isPhoneList(value: string): boolean {
  const parts = value.split('、');
  return parts.length <= most && parts.every((part) => readPhone(part) === part);
}

/** Found by its digits without the extension, so that head and tail are those people dial. */
const phoneToken = (value: string): SearchToken => {
  const [first = '', second = ''] = value.split('-');
  const dialled = second.length >= 7 ? first + second : first;
  return { token: 'code', value: dialled.replace(/\D/g, '') };
};

/** 138****1234; 0769-****0000; short numbers keep their last two. */
function maskPhone(value: string): string {
  const parts = /^(\+?\d{3}|\d{3,4}-)(\d+)(\d{4})(-\d+)?$/.exec(value);
  if (!parts) return value.slice(0, -2).replace(/\d/g, '*') + value.slice(-2);
  return `${parts[1]}${'*'.repeat(parts[2]?.length ?? 0)}${parts[3]}`;
}
