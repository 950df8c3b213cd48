import { useText } from '../../text/index.ts';
import type { FormView } from './form-draft.ts';
import { placeClass, type ShownMarks } from './shown-marks.ts';

type Part = Extract<FormView, { kind: 'docx' }>['parts'][number];
type Paragraph = { readonly at: string; readonly text: string };

/** The text of a document as paragraphs and tables that can be clicked. */
export function WordPages({ parts, shown }: { readonly parts: readonly Part[]; readonly shown: ShownMarks }) {
  const { t } = useText();
  return (
    <div className="marking-pages">
      {parts.map(({ place, blocks }, i) => (
        <div key={i} className="marking-page">
          {parts.length > 1 && <p className="marking-page-place">{t(`forms.part.${place}`)}</p>}
          {blocks.map((block, j) =>
            block.kind === 'paragraph' ? (
              <PlaceButton key={block.paragraph.at} paragraph={block.paragraph} shown={shown} />
            ) : (
              <table key={j} className="marking-grid marking-word-table">
                <tbody>
                  {block.rows.map(({ cells }, row) => (
                    <tr key={row}>
                      {cells.map(({ columns, paragraphs }, cell) => (
                        <td key={cell} colSpan={columns}>
                          {paragraphs.map((paragraph) => (
                            <PlaceButton key={paragraph.at} paragraph={paragraph} shown={shown} />
                          ))}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            ),
          )}
        </div>
      ))}
    </div>
  );
}

function PlaceButton({ paragraph, shown }: { readonly paragraph: Paragraph; readonly shown: ShownMarks }) {
  const { t } = useText();
  const text = shown.textAt(paragraph.at);
  return (
    <button
      type="button"
      className={placeClass(shown, paragraph.at)}
      aria-label={text === '' ? t('forms.empty-paragraph') : text}
      aria-pressed={shown.at === paragraph.at}
      onClick={() => shown.onChoose(paragraph.at)}
    >
      {text}
    </button>
  );
}
