import { words, type Localized } from '../../model/localized.ts';

/** Why a package was not written: the closed list. Nothing is left behind when one of these is answered. */
export const writeRefusals = {
  'too-large': words(
    '数据包将超过 3.5 GiB，U盘无法存放，请分批上报',
    'The package would exceed 3.5 GiB; send it in several',
  ),
  'attachment-damaged': words(
    '附件 {hash} 在本机已损坏，请先恢复该附件再导出',
    'Attachment {hash} is damaged on this computer; restore it before exporting',
  ),
  'disk-full': words('本机磁盘空间不足，未生成数据包', 'No space on this computer, no package was written'),
  cancelled: words('已取消，未生成数据包', 'Cancelled, no package was written'),
} as const satisfies Record<string, Localized>;

/** A code of `writeRefusals`. */
export type WriteRefusalCode = keyof typeof writeRefusals;

/** Carries the reason out of the middle of a stream; `writePackage` catches it and answers data. */
export class NotWritten extends Error {
  readonly code: WriteRefusalCode;
  readonly details: Readonly<Record<string, string | number>>;
  constructor(code: WriteRefusalCode, details: NotWritten['details'] = {}) {
    super(`package not written: ${code}`);
    this.name = 'NotWritten';
    this.code = code;
    this.details = details;
  }
}
