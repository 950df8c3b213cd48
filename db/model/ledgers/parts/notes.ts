import { attachment } from '../../fields/attachment.ts';
import { longText } from '../../fields/long-text.ts';
import { words } from '../../localized.ts';

/** Names of `noteFields`, in the order of a form. */
export const noteNames = ['files', 'remark'] as const;

/** What every record may carry at its end: files and a remark. */
export function noteFields({ label = words('附件', 'Attachments') } = {}) {
  return {
    files: attachment({ label }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  };
}
