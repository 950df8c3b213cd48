import { words, type Localized } from '../localized.ts';
import { reasons, reasonText, type ReasonCode } from '../reasons.ts';

/** Why a row waits in quarantine, beyond the rules of `reasons`. */
const exchangeReasons: Readonly<Record<string, Localized>> = {
  'link-missing': words('所关联的记录还没有收到', 'A record it points to has not arrived'),
  'ledger-unknown': words('对方程序版本较旧，没有这个台账', 'The receiver does not have this ledger yet'),
  'line-unreadable': words('该行内容读不出', 'The line could not be read'),
  'value-unreadable': words('该栏内容读不出', 'The value could not be read'),
  'out-of-scope': words('不属于本单位管辖范围', 'Outside the area of the office'),
};
const unknown = words('原因代码 {code}', 'Reason {code}');

/** The sentence why a row was sent back; a newer receiver may give reasons this program does not know. */
export function rowReasonText(
  code: string,
  args: Readonly<Record<string, string | number>>,
  language: keyof Localized,
): string {
  if (isReason(code)) return reasonText(code, args, language);
  return (exchangeReasons[code] ?? unknown)[language].replace('{code}', () => code);
}

const isReason = (code: string): code is ReasonCode => Object.hasOwn(reasons, code);
