import type { failuresZh } from './failures-zh.ts';

/** Sentences of failures, English: what happened, what is safe, what to do. */
export const failuresEn: Readonly<Record<keyof typeof failuresZh, string>> = {
  'failure.invalid-input.other': 'The content is not acceptable and was not saved. Check it and try again.',
  'failure.invalid-input.invalid':
    'Some fields are not right and nothing was saved. Correct them as told under each field.',
  'failure.conflict.other':
    'This record was just changed elsewhere; nothing was saved. What you entered is still here; check it and save again.',
  'failure.conflict.conflict':
    'The same fields were just changed elsewhere; nothing was saved. What you entered is still here; choose which to keep.',
  'failure.conflict.key-taken':
    'Already recorded: {{title}}. Nothing was saved; open that record and compare.',
  'failure.conflict.later-changes':
    'Newer changes touched the same fields, so this one cannot be undone. Nothing was changed; undo the newer ones first.',
  'failure.conflict.removed': 'This record has been closed; nothing was saved. Restore it first.',
  'failure.not-found.other':
    'What you wanted to open is not here; it may have been moved. Other data is not affected.',
  'failure.not-found.record':
    'This record is not here. Other data is not affected; open it again from the list.',
  'failure.not-found.batch': 'This batch is not here; nothing was changed.',
  'failure.not-found.file':
    'The chosen file is not there any more. Check that it is in its place and choose it again.',
  'failure.not-found.backup': 'This backup is not there any more. Nothing was changed; choose another.',
  'failure.refused.other': 'This cannot be done now; nothing was changed.',
  'failure.refused.wrong-passphrase':
    'Wrong passphrase. The data is unchanged; check upper and lower case and the input method, then try again.',
  'failure.refused.locked':
    'The ledgers are locked; enter the passphrase first. What was not saved is not written.',
  'failure.refused.not-open': 'The ledgers are not open yet; open them first.',
  'failure.refused.busy': 'Other long work is running; wait for it or stop it first.',
  'failure.refused.not-editable': 'This code table follows a standard and cannot be changed.',
  'failure.refused.practice-only': 'This can be done in a practice town only.',
  'failure.refused.already-undone': 'This batch has been undone already; nothing was changed again.',
  'failure.refused.cancelled': 'Stopped. What was done before is saved.',
  'failure.storage.other':
    'Nothing was written to disk. Everything saved before is there; try again, and tell the administrator if it still fails.',
  'failure.storage.disk-full':
    'The disk is full; nothing was written. Everything saved before is there. Free some space and try again; do not delete files beside the ledgers.',
  'failure.storage.read-only':
    'The folder of the ledgers does not allow writing; nothing was saved. Check its permissions and try again.',
  'failure.storage.damaged':
    'Damage was found in the file. Stop entering, check the data under "Settings and backup", and tell the administrator.',
  'failure.exchange.other':
    'The file could not be handled; the ledgers are unchanged. Check the file and try again.',
  'failure.exchange.not-a-sheet':
    'This is no Excel (.xlsx) or CSV file; nothing was imported. Save an old .xls file as .xlsx first.',
  'failure.exchange.too-large': 'The file is too large; nothing was imported. Split it and import the parts.',
  'failure.exchange.zip-bomb':
    'The file unpacks to an abnormal size and may be damaged; nothing was imported. Save it again with its own program.',
  'failure.exchange.encrypted':
    'The sheet has an opening password and cannot be read. Remove the password, save it and import it again.',
  'failure.exchange.damaged':
    'The file is damaged and cannot be read; the ledgers are unchanged. Open and save it with a spreadsheet program.',
  'failure.exchange.empty': 'The sheet is empty. Check which sheet and file were chosen.',
  'failure.exchange.no-header':
    'No row with column titles was found. Put the titles into one of the first rows.',
  'failure.exchange.different-file':
    'This is not the file of the interrupted import; nothing was done. Choose the original file.',
  'failure.exchange.write-failed':
    'The file could not be written; it may be open in another program. Close it and try again, or choose another name.',
  'failure.timeout.other':
    'It took too long and the outcome is not known. Saved data is safe; trying again does not save twice.',
  'failure.host-gone.other':
    'The data program does not answer and is being reconnected. Your entries are still on the page; trying again does not save twice.',
  'failure.bug.other':
    'The program failed and did not complete this. Everything saved before is there. Try again; if it still fails, tell the administrator.',
};
