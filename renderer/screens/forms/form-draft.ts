import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { findTokens } from '../../../db/model/forms/form-token.ts';
import type { FormKind, FormPlace } from '../../../db/model/forms/form-mapping.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import { newId } from '../../data/index.ts';

/** A form file as the data process shows it. */
export type FormView = Output<'form.look'>['view'];

/** A form while it is marked; nothing is kept until it is saved. */
export interface FormDraft {
  /** Record and its version; a new form has version 0. */
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly issuer: string;
  readonly ledger: AnyLedger | null;
  readonly kind: FormKind;
  readonly hash: string;
  readonly fileName: string;
  /** Texts set by clicking, by place; other places are as in the file. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The marks as the data process takes them. */
export const placesOf = ({ texts }: FormDraft): FormPlace[] => [...texts].map(([at, text]) => ({ at, text }));

/** The draft with another text at a place; the file's own text is no mark. */
export function withText(
  draft: FormDraft,
  at: string,
  { text, own }: { readonly text: string; readonly own: string },
): FormDraft {
  const texts = new Map(draft.texts);
  if (text === own) texts.delete(at);
  else texts.set(at, text);
  return { ...draft, texts };
}

/** A text with a token put in: a lone token is replaced, behind a label the token is added. */
export function withToken(text: string, token: string): string {
  const tokens = findTokens(text);
  const [only] = tokens;
  const isLone = tokens.length === 1 && only !== undefined && only.end - only.start === text.trim().length;
  return text.trim() === '' || isLone ? token : `${text}${token}`;
}

/** Places that stand in one row: cells of a sheet's row, paragraphs of a table row. Empty for a paragraph of its own. */
export function rowOf(view: FormView, at: string): readonly string[] {
  const rows: readonly (readonly string[])[] =
    view.kind === 'xlsx'
      ? view.sheets.flatMap(({ rows: all }) => all.map(({ cells }) => cells.map((cell) => cell.at)))
      : view.parts.flatMap(({ blocks }) =>
          blocks.flatMap((block) =>
            block.kind === 'table'
              ? block.rows.map(({ cells }) =>
                  cells.flatMap(({ paragraphs }) => paragraphs.map((one) => one.at)),
                )
              : [],
          ),
        );
  return rows.find((row) => row.includes(at)) ?? [];
}

/** Texts of the file by place. */
export function ownTexts(view: FormView): ReadonlyMap<string, string> {
  const entries =
    view.kind === 'xlsx'
      ? view.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
      : view.parts.flatMap(({ blocks }) =>
          blocks.flatMap((block) =>
            block.kind === 'paragraph'
              ? [block.paragraph]
              : block.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs)),
          ),
        );
  return new Map(entries.map(({ at, text }) => [at, text]));
}

/** A form opened for marking. */
export interface OpenForm {
  readonly draft: FormDraft;
  readonly view: FormView;
}

/** A form just taken from a file; its name is that of the file until somebody gives it another. */
export function newForm({ hash, name, view }: { hash: string; name: string; view: FormView }): OpenForm {
  const draft: FormDraft = {
    id: newId(),
    version: 0,
    name: name.replace(/\.\w+$/u, ''),
    issuer: '',
    ledger: null,
    kind: 'list',
    hash,
    fileName: name,
    texts: new Map(),
  };
  return { draft, view };
}
