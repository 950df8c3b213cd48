import { html, type SafeHtml } from '../escape-html.ts';
import type { DocumentFile } from '../statutory/file-shelf.ts';
import type { Paper } from './define-dossier.ts';

/** Attached pictures, each on a page of its own; other files are named on a slip, for they stay beside the paper. */
export function filePapers(files: readonly DocumentFile[], label: string): readonly Paper[] {
  const pictures = files.flatMap(({ name, picture }) => (picture === null ? [] : [{ name, picture }]));
  const others = files.filter(({ picture }) => picture === null).map(({ name }) => name);
  const scans = pictures.map(({ name, picture }) => scan(name, picture));
  return [
    ...(scans.length === 0 ? [] : [{ page: 'form' as const, body: html`${scans}` }]),
    ...(others.length === 0 ? [] : [{ page: 'form' as const, body: besides(label, others) }]),
  ];
}

const scan = (name: string, picture: string): SafeHtml =>
  html`<div class="scan-page">
    <img class="scan" src="${picture}" alt="${name}" />
    <p class="scan-name">${name}</p>
  </div>`;

const besides = (label: string, names: readonly string[]): SafeHtml =>
  html`<h1>${label}</h1>
    <p class="text">下列电子文件另附：</p>
    ${names.map((name) => html`<p class="text">${name}</p>`)}`;

/** The signed paper where it was scanned in, else the printed form. */
export const signedOr = (
  files: readonly DocumentFile[],
  label: string,
  printed: () => readonly Paper[],
): readonly Paper[] => (files.some(({ picture }) => picture !== null) ? filePapers(files, label) : printed());
