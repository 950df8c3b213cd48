import { words, type Localized } from '../../model/localized.ts';
import { keyRefusals, type KeyRefusalCode } from '../package/keys/key-refusals.ts';
import { writeRefusals, type WriteRefusalCode } from '../package/not-written.ts';
import { packageRefusals, type PackageRefusalCode } from '../package/refusals.ts';

/** Why the exchange does not do what it was asked, beyond what files and keys themselves refuse. Nothing has changed then. */
const protocolRefusals = {
  practice: words(
    '这是练习数据，不能生成数据包，也不能登记到上级',
    'This is practice data: it can never enter a package or be enrolled',
  ),
  'not-enrolled': words(
    '本机还没有向上级登记，请先在“单位与登记”里生成登记申请',
    'This computer is not enrolled with its parent yet; make an enrolment request first',
  ),
  'keys-not-certified': words(
    '本机上次更换密钥后，上级的新证书还没有装入，请先装入证书',
    "The parent's certificate for the keys changed last is not here yet; take it in first",
  ),
  'not-requested': words('本机没有提出过登记申请', 'This computer has not asked to be enrolled'),
  'enrolled-elsewhere': words(
    '本机已登记在“{name}”名下，不能再向另一个上级登记',
    'This computer is enrolled with {name} and cannot have a second parent',
  ),
  'no-parent-card': words(
    '还没有上级单位的名片，请先导入上级名片',
    "The parent's card is not here yet; take it in first",
  ),
  'parent-not-above': words(
    '“{name}”不是本单位的直接上级，不能向它登记',
    '{name} is not the office right above this one',
  ),
  'parent-keys-changed': words(
    '这张名片与已登记的上级“{name}”密钥不符，未予采用，请电话核实',
    'This card does not have the keys of {name}, our parent; it was not taken, please ask by telephone',
  ),
  'certificate-stale': words(
    '这份登记证书比已装入的旧，不再处理',
    'A later certificate has been taken in already; this one is passed over',
  ),
  'file-gone': words('U盘上没有这个文件，请重新查看', 'The file is no longer on the stick; look again'),
  'not-a-card': words('这不是单位名片文件，或文件已损坏', 'Not the card of an office, or damaged'),
  'not-a-request': words('这不是登记申请文件，或文件已损坏', 'Not an enrolment request, or damaged'),
  'not-a-certificate': words('这不是登记证书文件，或文件已损坏', 'Not a certificate file, or damaged'),
  'no-parent': words('本单位没有上级可上报', 'This office has no parent to send to'),
  'peer-unknown': words('没有登记过的单位：{name}', 'No such office is enrolled: {name}'),
  'several-computers': words(
    '该单位登记了多台计算机，请用节点号指明，停用的请注销：{nodes}',
    'Several computers of this office are enrolled; name one by its node, revoke what is out of use: {nodes}',
  ),
  'peer-revoked': words('“{name}”的这台计算机已被注销', 'The computer of {name} was revoked'),
  'not-a-relative': words(
    '“{name}”既不是本单位的上级，也不是下级',
    '{name} is neither the parent of this office nor one below it',
  ),
  'code-mistyped': words('回执码有误，请逐位核对后重输', 'The code was mistyped; compare it digit by digit'),
  'code-unknown': words('没有与此回执码相符的数据包', 'No package of ours fits this code'),
  'no-package': words('“{name}”还没有数据包', 'There is no package of {name} yet'),
  'receipt-stale': words(
    '这份回执比已导入的旧，不再处理',
    'A later receipt has been taken in already; this one is passed over',
  ),
} as const satisfies Record<string, Localized>;

/** Code of any refusal of the exchange. */
export type ExchangeRefusalCode =
  keyof typeof protocolRefusals | KeyRefusalCode | PackageRefusalCode | WriteRefusalCode;

/** A refusal as data. */
export interface ExchangeRefusal {
  readonly ok: false;
  readonly code: ExchangeRefusalCode;
  readonly details: Readonly<Record<string, string | number>>;
}

/** Makes a refusal. */
export const refuse = (
  code: ExchangeRefusalCode,
  details: Readonly<Record<string, string | number>> = {},
): ExchangeRefusal => ({ ok: false, code, details });

const sentences: Readonly<Record<ExchangeRefusalCode, Localized>> = {
  ...packageRefusals,
  ...keyRefusals,
  ...writeRefusals,
  ...protocolRefusals,
};

/** The sentence for a refusal, placeholders filled, in both languages. */
export function exchangeRefusalText({ code, details }: Omit<ExchangeRefusal, 'ok'>): Localized {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));
  return words(fill(sentences[code].zh), fill(sentences[code].en));
}
