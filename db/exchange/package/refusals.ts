import { words, type Localized } from '../../model/localized.ts';

/**
 * Why a package is not taken: the closed list, in the order in which the reader asks. Nothing has been changed when one
 * of these is answered. Attacks and damages they stand for: `docs/package-format.md`, section Reading.
 */
export const packageRefusals = {
  'no-file': words('找不到该数据包，请确认U盘已插好', 'The package is not there; check that the stick is in'),
  'medium-failed': words(
    '读取U盘时出错，数据未受影响，请重新插入U盘再试；仍不行时请对方换一只U盘重新导出',
    'Reading from the stick failed, nothing was changed; plug it in again, or ask for a new export on another stick',
  ),
  'not-a-package': words('这不是数据包文件', 'Not a package of this program'),
  truncated: words(
    '数据包不完整，可能未写完就拔出了U盘，请对方重新导出',
    'The package is cut off, perhaps the stick was pulled too early; ask for a new export',
  ),
  'header-too-large': words('数据包的包头超出规定长度，不予读取', 'The header of the package is too long'),
  'header-not-canonical': words(
    '数据包的包头已损坏或被改动，请对方重新导出',
    'The header of the package is damaged or was altered; ask for a new export',
  ),
  'newer-version': words(
    '该数据包由较新版本的程序生成（格式 {version}），未导入，请保留该文件，升级本机程序后再导入',
    'Written by a newer program (format {version}) and not imported; keep the file, update this program, import it again',
  ),
  'version-too-old': words(
    '该数据包的格式过旧（格式 {version}），本机程序已不支持，请对方升级后重新导出',
    'The format of this package ({version}) is too old to be read; the sender should update and export again',
  ),
  'header-invalid': words(
    '数据包的包头内容不符合规定',
    'The header of the package does not follow the format',
  ),
  'suite-unknown': words(
    '本机程序不认识该数据包的加密方式（{suite}），请升级后再导入',
    'This program does not know the cipher suite {suite}; update it and import again',
  ),
  'suite-too-old': words(
    '该数据包的加密方式（{suite}）已停用，请对方升级后重新导出',
    'The cipher suite {suite} is no longer allowed; the sender should update and export again',
  ),
  'certificate-invalid': words(
    '数据包所附证书无效或与发送单位不符，不予导入',
    'The certificate in the package is invalid or not that of the sender',
  ),
  'signer-unknown': words(
    '发送单位（{name}）未经本单位或上级登记，不予导入',
    'The sender ({name}) is not enrolled here or with our parent',
  ),
  'signer-superseded': words(
    '发送单位（{name}）已换用新密钥，此包用的是旧密钥，请对方重新导出',
    'The sender ({name}) has new keys, this package was signed with the old one; ask for a new export',
  ),
  'signer-revoked': words(
    '发送单位（{name}）的这台计算机已被注销，此包不予导入',
    'The sending computer ({name}) was revoked; its package is not imported',
  ),
  'signature-wrong': words(
    '数据包签名不符，内容可能被改动，不予导入',
    'The signature does not fit; the package may have been altered',
  ),
  'wrong-receiver': words(
    '此包是发给“{name}”的，不是发给本单位的',
    'This package is for {name}, not for this office',
  ),
  'envelope-altered': words(
    '数据包的外层结构被改动或损坏，请对方重新导出',
    'The envelope of the package was altered or damaged; ask for a new export',
  ),
  'trailing-bytes': words(
    '数据包末尾有多余内容，不予导入',
    'There is something behind the end of the package',
  ),
  'part-missing': words(
    '数据包缺少内容（{part}），请对方重新导出',
    'A part of the package is missing ({part})',
  ),
  'part-too-large': words('数据包内容（{part}）超出规定大小', 'A part of the package is too large ({part})'),
  'part-damaged': words(
    '数据包内容（{part}）已损坏，请重新复制或请对方重新导出',
    'A part of the package is damaged ({part}); copy it again or ask for a new export',
  ),
  'payload-undecryptable': words(
    '无法解密数据包内容（{part}），可能是按本机旧密钥或别的单位的密钥加密的，请对方重新导出',
    'A part cannot be decrypted ({part}); it may be for another key, ask for a new export',
  ),
  'payload-undecodable': words(
    '数据包内容（{part}）无法解压，请对方重新导出',
    'A part cannot be decompressed ({part}); ask for a new export',
  ),
  'binding-wrong': words(
    '数据包的内容与包头不是同一个包的（{part}），不予导入',
    'Content and header are not of the same package ({part})',
  ),
  'records-invalid': words(
    '数据包内容（{part}）第 {line} 行的结构不符合规定',
    'Line {line} of {part} does not follow the format',
  ),
  'count-mismatch': words(
    '数据包内容与包头所列数量不符（{part}），不予导入',
    'The content does not have the counts the header names ({part})',
  ),
  'attachment-mismatch': words('附件内容与编号不符（{part}）', 'An attachment is not the one named ({part})'),
  'receipt-invalid': words(
    '回执内容不符合规定，不予导入',
    'The content of the receipt does not follow the format',
  ),
  'changed-while-reading': words(
    '读取过程中数据包发生变化，请重新插入U盘再试',
    'The package changed while it was read; plug the stick in again',
  ),
} as const satisfies Record<string, Localized>;

/** A code of `packageRefusals`. */
export type PackageRefusalCode = keyof typeof packageRefusals;

/** Values for the placeholders of the sentence. */
export type RefusalDetails = Readonly<Record<string, string | number>>;

/** A refusal as data. */
export interface PackageRefusal {
  readonly ok: false;
  readonly code: PackageRefusalCode;
  readonly details: RefusalDetails;
}

/** Carries a refusal out of the middle of a stream; `readPackage` catches it and answers data. */
export class PackageRefused extends Error {
  readonly refusal: PackageRefusal;
  constructor(code: PackageRefusalCode, details: RefusalDetails = {}) {
    super(`package refused: ${code}`);
    this.name = 'PackageRefused';
    this.refusal = { ok: false, code, details };
  }
}

/** The sentence for a refusal, placeholders filled. */
export function refusalText(
  { code, details }: Omit<PackageRefusal, 'ok'>,
  language: keyof Localized,
): string {
  return packageRefusals[code][language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(details[name] ?? whole),
  );
}
