import { chinaDay } from '../../model/office-time.ts';
import type { PackageHeader } from './header.ts';

const words = { increment: '包', 'give-back': '归还包', receipt: '回执' } as const;
/** Not allowed in names on FAT32, exFAT or NTFS, and blanks, which people lose when they type a name. */
const unfit = /[\\/:*?"<>|\s\p{C}]+/gu;
/** A name of 30 Chinese characters fits every label; ext4 takes 255 bytes for the whole. */
const longest = 30;

/**
 * File name for people: `虎门镇_第0123包_2026-11-23_3f9a1c.zwp`; going down it names the receiver:
 * `东莞市_致虎门镇_第0007回执_2026-11-23_b20c11.zwp`. Date in China; the last part, from the digest, keeps names apart.
 */
export function packageName(
  { kind, sender, receiver, to, writtenAt }: PackageHeader,
  { digest, isDown }: { readonly digest: string; readonly isDown: boolean },
): string {
  const day = chinaDay(new Date(writtenAt));
  const word = Object.entries(words).find(([name]) => name === kind)?.[1] ?? words.increment;
  const number = String(to).padStart(4, '0');
  const names = isDown ? `${fit(sender.name)}_致${fit(receiver.name)}` : fit(sender.name);
  return `${names}_第${number}${word}_${day}_${digest.slice(0, 6)}.zwp`;
}

const fit = (name: string) =>
  [...name.replace(unfit, '')]
    .slice(0, longest)
    .join('')
    .replace(/^\.+|\.+$/g, '') || '单位';
