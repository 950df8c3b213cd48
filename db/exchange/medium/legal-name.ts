/**
 * Why a file name is not used on a medium.
 * `empty`, `edge` (blank at an end, dot at an end or as first character), `character`, `reserved` (a device of Windows),
 * `executable` (an ending that some system runs or obeys), `too-long`.
 */
export type NameProblem = 'empty' | 'edge' | 'character' | 'reserved' | 'executable' | 'too-long';

/** Longest name in UTF-8: ext4, NTFS on Linux and zip tools stop at 255 bytes, a copy needs room for a suffix. */
const MAX_NAME_BYTES = 200;

// FAT32 and NTFS (Microsoft, "Naming Files, Paths, and Namespaces"); controls, half surrogates and the invisible marks
// that turn or hide text (so that a name cannot show another ending than it has) are no characters of a name either.
const forbidden = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const forbiddenAll = new RegExp(forbidden.source, 'gu');
/** Devices of Windows, also before an ending: `con.zwp` opens the console. Superscript digits count as digits there. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[\d¹²³]|lpt[\d¹²³])\s*(?:\.|$)/iu;
const edge = /^[\s.]|[\s.]$/u;
/** Endings that Windows or an office program runs, obeys or follows, after the list Outlook blocks. */
const executable =
  /\.(?:ade|adp|app|appx|bas|bat|cab|chm|cmd|com|cpl|desktop|dll|docm|exe|gadget|hlp|hta|inf|ini|ins|iso|jar|js|jse|lnk|mde|msc|msi|msix|msp|mst|pif|pl|ps1|ps2|psc1|py|reg|scf|scr|sct|sh|shb|sys|url|vb|vbe|vbs|vhd|vhdx|vxd|ws|wsc|wsf|wsh|xlam|xll|xlsm)$/iu;

/** What is wrong with a file name, `null` when every file system takes it and no system runs the file. */
export function nameProblem(name: string): NameProblem | null {
  if (name === '') return 'empty';
  if (forbidden.test(name)) return 'character';
  if (edge.test(name)) return 'edge';
  if (reserved.test(name)) return 'reserved';
  if (executable.test(name)) return 'executable';
  return Buffer.byteLength(name) > MAX_NAME_BYTES ? 'too-long' : null;
}

/**
 * A legal name as near as possible to `stem` + `ending`: forbidden characters become `_`, the stem is cut at a character.
 * `ending` is the program's own (`.zwp`) and must be legal, else it throws.
 */
export function legalName(stem: string, ending: string): string {
  const clean = stem
    .normalize('NFC')
    .replaceAll(forbiddenAll, '_')
    .replaceAll(/^[\s.]+|[\s.]+$/gu, '');
  const named = clean === '' || reserved.test(clean) ? `_${clean}` : clean;
  const name = cut(named, MAX_NAME_BYTES - Buffer.byteLength(ending)) + ending;
  const problem = nameProblem(name);
  if (problem !== null) throw new Error(`the ending ${ending} makes no legal name: ${problem}`);
  return name;
}

/** How two names are compared on a medium: FAT, exFAT and NTFS take `A.ZWP` and `a.zwp` for one. */
export const sameNameKey = (name: string): string => name.normalize('NFC').toLowerCase();

function cut(text: string, room_bytes: number): string {
  let used_bytes = 0;
  let kept = '';
  for (const character of text) {
    used_bytes += Buffer.byteLength(character);
    if (used_bytes > room_bytes) break;
    kept += character;
  }
  return kept.replace(/[\s.]+$/u, '');
}
