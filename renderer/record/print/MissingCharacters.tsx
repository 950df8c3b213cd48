import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../text/index.ts';

/** Says which characters no font of this computer holds, with their numbers: they do not show here either. */
export function MissingCharacters({ characters }: { readonly characters: readonly string[] }): ReactNode {
  const { t } = useText();
  if (characters.length === 0) return null;
  const list = characters.map(
    (character) => `${character}（U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}）`,
  );
  return (
    <Alert
      className="print-notice"
      type="warning"
      showIcon
      title={t('document.missingCharacters', { list: list.join('、') })}
      description={t('document.missingCharactersHint')}
    />
  );
}
