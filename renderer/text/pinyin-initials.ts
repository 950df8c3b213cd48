/**
 * First Han character of each initial in the pinyin order of the platform's own collation, as dictionaries list them.
 * No i, u, v: no Mandarin syllable begins with them.
 */
const firstOfInitial: readonly string[] = Array.from('阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀');
const initials = 'abcdefghjklmnopqrstwxyz';
let collator: Intl.Collator | null = null;
/** Made when first asked for: it reads the order of all Han characters. */
const pinyinOrder = (): Intl.Collator => (collator ??= new Intl.Collator('zh-Hans-CN-u-co-pinyin'));

/** Pinyin initials of a text: 居民身份证 → jmsfz. Letters and digits stay; polyphones take the common reading. */
export function pinyinInitials(text: string): string {
  return [...text].map(initialOf).join('');
}

function initialOf(character: string): string {
  if (/[0-9a-z]/i.test(character)) return character.toLowerCase();
  if (!/\p{Script=Han}/u.test(character)) return '';
  const { compare } = pinyinOrder();
  const index = firstOfInitial.findLastIndex((bound) => compare(bound, character) <= 0);
  return initials[index] ?? '';
}
