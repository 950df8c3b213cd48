import type { Language, Localized } from '../../../db/model/localized.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import type { Say } from '../../text/index.ts';

type Kind = Pick<Output<'day.calendar'>['days'][number], 'kind' | 'name'>;

/** What kind of day it is, in words: 国庆节放假; 国庆节调休，上班. */
export function dayKindText(
  { kind, name }: Kind,
  { t, language }: { readonly t: Say; readonly language: Language },
): string {
  const said = (text: Localized) => text[language];
  if (kind === 'working' || kind === 'weekend') return t(`day.kind.${kind}`);
  if (name === null) return t(kind === 'holiday' ? 'day.kind.off' : 'day.kind.made-up');
  return t(`day.kind.${kind}`, { name: said(name) });
}
