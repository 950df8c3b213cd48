import { hash as digestOf } from 'node:crypto';
import path from 'node:path';
import { words, type Localized } from '../../model/localized.ts';
import { largestAttachment_bytes, readAttachment } from '../../model/media-type.ts';
import type { SyncNode } from '../../model/sync/sync-node.ts';
import { fileBytes } from '../commands/city/accept.ts';
import { Refusal } from '../refusal.ts';

/** A document of an answer, kept at the city that gives it. */
interface AnswerFile {
  readonly hash: string;
  readonly name: string;
  readonly bytes: number;
}

const refusals: Readonly<Record<'attachment-too-large' | 'attachment-kind', Localized>> = {
  'attachment-too-large': words(
    `附件超过 ${String(largestAttachment_bytes / 1_000_000)} MB`,
    `The file is larger than ${String(largestAttachment_bytes / 1_000_000)} MB`,
  ),
  'attachment-kind': words(
    '附件只能是 PDF、JPG 或 PNG 文件',
    'The file is none of the kinds that may be attached: PDF, JPG, PNG',
  ),
};

/** Keeps the files of an answer; all are read before one is kept. @throws Refusal for what cannot be attached. */
export async function keepAnswerFiles(
  { files }: SyncNode,
  paths: readonly string[],
): Promise<readonly AnswerFile[]> {
  const kept: AnswerFile[] = [];
  for (const file of paths.map(readFile)) {
    if (files === undefined) throw new Error('a parent that keeps no attachments');
    await files.keep(file.content, file);
    const hash = digestOf('sha256', file.content, 'hex');
    if (!kept.some((one) => one.hash === hash))
      kept.push({ hash, name: file.name, bytes: file.content.length });
  }
  return kept;
}

function readFile(file: string): {
  readonly content: Uint8Array;
  readonly name: string;
  readonly mediaType: string;
} {
  const content = fileBytes(file);
  const kind = readAttachment(content);
  if ('refused' in kind)
    throw new Refusal('bad-file', refusals[kind.refused], { file, reason: kind.refused });
  return { content, name: path.basename(file), mediaType: kind.mediaType };
}
