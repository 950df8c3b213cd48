import type { AnyLedger } from '../../model/define-ledger.ts';
import type { Reference } from '../../model/derive/references.ts';
import {
  findGeneral,
  findPath,
  findRelated,
  isListName,
  ledgersOn,
  nearestNames,
  type FieldPath,
  type GeneralName,
  type LedgersById,
} from '../../model/forms/form-names.ts';
import type { FormKind } from '../../model/forms/form-mapping.ts';
import { readToken, type FormTest, type FormToken } from '../../model/forms/form-token.ts';
import type { FormProblem } from './form-problem.ts';

/** A form as its names are looked up. */
export interface FormSubject {
  readonly ledger: AnyLedger;
  readonly kind: FormKind;
  readonly byId: LedgersById;
  /** Whether a figure of this name can be given (`{数:…}`). */
  readonly hasFigure: (name: string) => boolean;
}

/** A name found: a general value, or a field and the ledger of the scope it belongs to. */
export type FoundName =
  | { readonly kind: 'general'; readonly name: GeneralName }
  | { readonly kind: 'field'; readonly path: FieldPath; readonly of: AnyLedger };

/** Where a token stands: ledgers of the records around it, innermost first. */
export type Scope = readonly AnyLedger[];

type Trouble = Omit<FormProblem, 'at'>;

/** Looks up what tokens name, for checking and for filling alike. */
export class FormNames {
  readonly subject: FormSubject;
  readonly #found = new Map<string, FoundName | null>();

  constructor(subject: FormSubject) {
    this.subject = subject;
  }

  /** Ledgers around a token that stands in no repeated part. */
  get outside(): Scope {
    return this.subject.kind === 'record' ? [this.subject.ledger] : [];
  }

  find(path: string, scope: Scope): FoundName | null {
    const key = `${path}\n${scope.map(({ id }) => id).join(' ')}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const found = this.#look(path, scope);
    this.#found.set(key, found);
    return found;
  }

  /** Ledger of a repeated part, with the field by which its records point here; `null` = none of that name. */
  part(
    name: string,
    scope: Scope,
  ): { readonly ledger: AnyLedger; readonly reference: Reference | null } | null {
    const { ledger, kind, byId } = this.subject;
    if (kind === 'list' && isListName(name) && scope.length === 0) return { ledger, reference: null };
    const [around] = scope;
    const reference = around === undefined ? null : findRelated(around, name, byId);
    return reference === null ? null : { ledger: reference.ledger, reference };
  }

  /** True when a token of a list form speaks of one of its records. */
  needsRow(inner: string): boolean {
    const token = readToken(inner);
    const path = pathOf(token);
    if (this.subject.kind !== 'list' || path === null) return false;
    const found = this.find(path, [this.subject.ledger]);
    return found === null || found.kind === 'field' || found.name === 'number';
  }

  /** What is wrong with a token that stands in this scope; `null` = nothing. Marks of parts are not judged here. */
  trouble(inner: string, scope: Scope): Trouble | null {
    const token = readToken(inner);
    if (token.kind === 'figure') {
      return this.subject.hasFigure(token.name) ? null : trouble('unknown-figure', token.name);
    }
    // How many records meet a condition is asked of the list, wherever the token stands.
    const around = token.kind === 'count' ? [this.subject.ledger] : scope;
    const path = pathOf(token) ?? (token.kind === 'count' ? (token.test?.path ?? null) : null);
    return path === null ? null : this.#pathTrouble(path, around);
  }

  #pathTrouble(path: string, scope: Scope): Trouble | null {
    const { ledger, byId } = this.subject;
    const found = this.find(path, scope);
    if (found === null) {
      const inList = scope.length === 0 ? this.find(path, [ledger]) : null;
      if (inList !== null) return trouble('needs-list', path);
      const nearest = nearestNames(scope[0] ?? ledger, path, byId);
      return trouble(nearest.length === 0 ? 'unknown-name' : 'unknown-name-near', path, nearest);
    }
    if (found.kind === 'general') {
      return found.name === 'number' && scope.length === 0 ? trouble('needs-list', path) : null;
    }
    return ledgersOn(found.of, found.path, byId).some(({ sensitive }) => sensitive)
      ? trouble('sensitive', path)
      : null;
  }

  #look(path: string, scope: Scope): FoundName | null {
    for (const of of scope) {
      const found = findPath(of, path, this.subject.byId);
      if (found !== null) return { kind: 'field', path: found, of };
    }
    const name = findGeneral(path);
    return name === null ? null : { kind: 'general', name };
  }
}

const trouble = (code: FormProblem['code'], token: string, nearest: readonly string[] = []): Trouble => ({
  code,
  token,
  nearest,
});

/** The name in a token that speaks of a field or a general value. */
function pathOf(token: FormToken): string | null {
  if (token.kind === 'value') return token.path;
  const test: FormTest | null = token.kind === 'if' || token.kind === 'tick' ? token.test : null;
  return test?.path ?? null;
}
