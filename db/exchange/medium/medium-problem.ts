import { words, type Localized } from '../../model/localized.ts';

/**
 * Why a file is not on a medium: the closed list, with what the user reads. The ledgers are unchanged whenever one of
 * these is answered; each sentence says what happened and what to do next.
 */
export const mediumProblems = {
  'medium-gone': words(
    'U盘已断开，数据仍在本机，请重新插入后再导出',
    'The stick was disconnected; the data are still on this computer. Insert it again and export again',
  ),
  full: words(
    'U盘剩余空间不足，请清理或更换U盘后再导出',
    'Not enough free space on the stick; make room or take another one, then export again',
  ),
  'read-only': words(
    'U盘不能写入，请检查写保护开关或更换U盘',
    'The stick cannot be written to; look for its write protection switch or take another one',
  ),
  'readback-differs': words(
    '写入后核对不一致，该U盘不可靠，请更换U盘后再导出',
    'What the stick gives back differs from what was written; do not trust this stick, take another one',
  ),
  'bad-sector': words(
    'U盘有损坏的扇区，请更换U盘后再导出',
    'The stick has damaged sectors; take another one and export again',
  ),
  'name-taken': words(
    'U盘上已有同名文件，未作覆盖，请更换文件名或另选文件夹',
    'The stick already holds a file of this name, which was left as it is; take another name or folder',
  ),
  'name-illegal': words(
    '文件名含有U盘不支持的字符或过长，请更换文件名',
    'The file name is too long or holds characters the stick does not take; choose another name',
  ),
  'too-large': words(
    '文件超过U盘格式允许的大小（FAT32 单个文件须小于 4 GB），请分卷或更换U盘',
    'The file is larger than the format of the stick allows (FAT32: under 4 GiB); split it or take another stick',
  ),
  cancelled: words(
    '已取消，U盘上未留下文件，数据没有变化',
    'Cancelled; nothing was left on the stick and no data were changed',
  ),
  blocked: words(
    '文件被其他程序占用（可能是杀毒软件），请稍候再导出',
    'Another program, perhaps a virus scanner, holds the file; wait a moment and export again',
  ),
} as const satisfies Record<string, Localized>;

/** A code of `mediumProblems`. */
export type MediumProblem = keyof typeof mediumProblems;

/** Where a write stood when it ended; for the log, never for a decision. */
export type MediumStep = 'check' | 'create' | 'write' | 'flush' | 'rename' | 'settle' | 'read-back';

/** What the log keeps of a problem: the step, the system's code where there was one, and the space that was missing. */
export interface MediumDetail {
  readonly step: MediumStep;
  readonly code: string | null;
  readonly needed_bytes?: number;
  readonly free_bytes?: number;
}

/** Leaves the steps of a write with a problem that no system code stands for. Never leaves this room. */
export class MediumStop extends Error {
  readonly problem: MediumProblem;
  readonly space: { readonly needed_bytes: number; readonly free_bytes: number } | null;

  constructor(problem: MediumProblem, space: MediumStop['space'] = null) {
    super(`medium: ${problem}`);
    this.name = 'MediumStop';
    this.problem = problem;
    this.space = space;
  }
}

/** What a system code means; `ask-medium` where only asking the medium again can tell, `null` for what is a bug. */
export type CodeMeaning = MediumProblem | 'ask-medium' | null;

const meaningsByCode: Readonly<Record<string, CodeMeaning>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'too-large',
  EROFS: 'read-only',
  EBUSY: 'blocked',
  ETXTBSY: 'blocked',
  EEXIST: 'name-taken',
  EISDIR: 'name-taken',
  // A pulled stick and a single bad sector both answer EIO; a pulled stick and a quarantined file both answer ENOENT.
  EIO: 'ask-medium',
  ENOENT: 'ask-medium',
  ENOTDIR: 'medium-gone',
  ENXIO: 'medium-gone',
  ENODEV: 'medium-gone',
  ENOTCONN: 'medium-gone',
  ESTALE: 'medium-gone',
  EHOSTDOWN: 'medium-gone',
  EHOSTUNREACH: 'medium-gone',
  ETIMEDOUT: 'medium-gone',
  // libuv's word on Windows for the errors of a device that went away.
  UNKNOWN: 'medium-gone',
};

/** Codes by which a file system refuses a name, when it does so at the renaming. */
const nameCodes: ReadonlySet<string> = new Set(['EINVAL', 'EILSEQ', 'ENAMETOOLONG']);
const rightCodes: ReadonlySet<string> = new Set(['EACCES', 'EPERM']);

/** Meaning of a system code at a step: missing rights are a read-only medium at first and a scanner later on. */
export function meaningOf(code: string, step: MediumStep): CodeMeaning {
  if (rightCodes.has(code)) return step === 'check' || step === 'create' ? 'read-only' : 'blocked';
  if (step === 'rename' && nameCodes.has(code)) return 'name-illegal';
  return meaningsByCode[code] ?? null;
}

/** The system's code of an error, `null` where it has none. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
