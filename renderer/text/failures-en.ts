import type { failuresZh } from './failures-zh.ts';

/** Sentences of failures, English: what happened, what is safe, what to do. */
export const failuresEn: Readonly<Record<keyof typeof failuresZh, string>> = {
  'failure.invalid-input.other': 'The content is not acceptable and was not saved. Check it and try again.',
  'failure.invalid-input.invalid':
    'Some fields are not right and nothing was saved. Correct them as told under each field.',
  'failure.invalid-input.bad-filter':
    'This filter does not fit the column; the list is unchanged. Clear it and set it again.',
  'failure.invalid-input.unknown-field':
    'This version has no such field; nothing was saved. Open the page again.',
  'failure.invalid-input.unknown-ledger':
    'This version has no such ledger. Nothing was changed; install the newer program.',
  'failure.invalid-input.unknown-town':
    'There is no such town; nothing was created. Choose one from the list.',
  'failure.invalid-input.not-a-twin':
    'The record to keep is none of this pair; nothing was merged. Refresh the list.',
  'failure.conflict.other':
    'This record was just changed elsewhere; nothing was saved. What you entered is still here; check it and save again.',
  'failure.conflict.duty-moved':
    'The roster was changed while it was planned; the plan was not kept. Plan again.',
  'failure.conflict.conflict':
    'The same fields were just changed elsewhere; nothing was saved. What you entered is still here; choose which to keep.',
  'failure.conflict.key-taken':
    'Already recorded: {{title}}. Nothing was saved; open that record and compare.',
  'failure.conflict.later-changes':
    'Newer changes touched the same fields, so this one cannot be undone. Nothing was changed; undo the newer ones first.',
  'failure.conflict.removed': 'This record has been closed; nothing was saved. Restore it first.',
  'failure.conflict.stick-number-taken':
    'Another stick has this number already; nothing was registered. Choose another number.',
  'failure.conflict.batch-exists':
    'This batch was started already and is not run twice. See its result under "Imports and batches".',
  'failure.not-found.other':
    'What you wanted to open is not here; it may have been moved. Other data is not affected.',
  'failure.not-found.duty-team': 'There is no such duty team; nothing was changed. Reload the list.',
  'failure.not-found.duty-roster': 'The month has no roster yet; nothing was changed. Plan it first.',
  'failure.not-found.duty-duty':
    'This duty was changed just now; nothing was saved. Look at the roster again.',
  'failure.not-found.duty-change': 'This swap is not here or was cancelled; nothing was changed.',
  'failure.not-found.duty-person': 'This person is not in the team; nothing was saved. Choose again.',
  'failure.not-found.duty-village': 'Choose the village to patrol; no team was made.',
  'failure.not-found.duty-proposal':
    'This plan was kept or discarded already; nothing was changed. Plan again.',
  'failure.not-found.duty-relaxation': 'This way out no longer applies; nothing was changed. Plan again.',
  'failure.not-found.inspection-list': 'There is no such check list; nothing was saved. Choose a list again.',
  'failure.not-found.inspection-inspection':
    'There is no such inspection; nothing was saved. Open it again from the list.',
  'failure.not-found.ready': 'There is no such ready record; nothing was added.',
  'failure.not-found.record':
    'This record is not here. Other data is not affected; open it again from the list.',
  'failure.not-found.batch': 'This batch is not here; nothing was changed.',
  'failure.not-found.file':
    'The chosen file is not there any more. Check that it is in its place and choose it again.',
  'failure.not-found.backup': 'This backup is not there any more. Nothing was changed; choose another.',
  'failure.not-found.attachment':
    'This attachment is not here; it may not have been copied with the ledgers. Records are not affected; add it again.',
  'failure.not-found.code-table': 'This code table is not here; nothing was saved.',
  'failure.not-found.drive':
    'The stick was removed or moved; nothing was written or taken in. Insert it and choose it again.',
  'failure.not-found.package': 'This package is not in the register; nothing was changed.',
  'failure.not-found.conflict-entry':
    'This conflict is no longer waiting; nothing was changed. Refresh the list.',
  'failure.not-found.twin': 'This pair is no longer waiting; nothing was changed. Refresh the list.',
  'failure.not-found.document': 'The print preview has expired; nothing was changed. Open it again.',
  'failure.refused.other': 'This cannot be done now; nothing was changed.',
  'failure.refused.inspection-nothing-found':
    'The check list has no such items; nothing was saved. Look at the list and try again.',
  'failure.refused.inspection-ordered':
    'The hazards of this inspection are kept already; nothing was saved twice. See the related records.',
  'failure.refused.duty-locked':
    'The roster of this month is locked. To correct it, unlock it first and say why.',
  'failure.refused.duty-past': 'Duties of the past do not change any more; nothing was saved.',
  'failure.refused.duty-state':
    'A roster goes from draft to published to locked one step at a time; nothing was changed.',
  'failure.refused.duty-reason': 'Say why it is taken back; nothing was changed.',
  'failure.refused.duty-staff':
    'The village has no grids or no grid staff; no team was made. Enter them first.',
  'failure.refused.duty-rule':
    'This change breaks a rule that must hold; nothing was saved. Choose another person or day.',
  'failure.refused.duty-published':
    'The roster is published and is not planned anew. Mend it, or take it back first.',
  'failure.refused.duty-no-roster':
    'There is no roster in the file: it needs a column of days and columns named like the posts of the team. Nothing was changed.',
  'failure.refused.duty-posts': 'The team has no posts yet. Enter them first.',
  'failure.refused.duty-members': 'The team has no people yet. Enter or import them first.',
  'failure.refused.duty-rule-gone':
    'What was to give way has changed meanwhile; nothing was changed. Plan again.',
  'failure.refused.wrong-passphrase':
    'Wrong passphrase. The data is unchanged; check upper and lower case and the input method, then try again.',
  'failure.refused.locked':
    'The ledgers are locked; enter the passphrase first. What was not saved is not written.',
  'failure.refused.not-open': 'The ledgers are not open yet; open them first.',
  'failure.refused.busy': 'Other long work is running; wait for it or stop it first.',
  'failure.refused.not-editable': 'This code table follows a standard and cannot be changed.',
  'failure.refused.package-acknowledged':
    'The other office has confirmed this package; it cannot be noted as lost.',
  'failure.refused.already-undone': 'This batch has been undone already; nothing was changed again.',
  'failure.refused.attachment-kind':
    'This kind of file is not supported and was not added. Use a picture or a PDF.',
  'failure.refused.attachment-not-shown':
    'This attachment cannot be shown here; the file is unchanged. Save the original and open it with another program.',
  'failure.refused.attachment-too-large':
    'The file is too large and was not added. Make it smaller and try again.',
  'failure.refused.exists':
    'There are ledgers on this computer already; none were created and nothing was changed. Enter their passphrase.',
  'failure.refused.file-not-chosen': 'Choose the file again. For safety each file must be chosen by you.',
  'failure.refused.sensitive': 'Sensitive ledgers are not part of a general export. Nothing was changed.',
  'failure.not-found.reward-village': 'There is no such village; no sheet was made. Choose again.',
  'failure.refused.reward-month': 'This month has not begun; no sheet was made. Choose another month.',
  'failure.refused.reward-handed-in':
    'This sheet was handed in for checking and was not made anew. If it must be, send it back first.',
  'failure.refused.reward-nobody': 'This village has no grid staff and no reports; no sheet was made.',
  'failure.refused.sensitive-closed':
    'You may not open this sensitive ledger. If you need to, ask the security administrator.',
  'failure.refused.print-no-printer':
    'No printer was found; nothing was printed or changed. Connect a printer, or save as PDF.',
  'failure.refused.print-failed':
    'Printing was not completed; nothing was changed. Check that the printer is on and has paper, then try again.',
  'failure.storage.other':
    'Nothing was written to disk. Everything saved before is there; try again, and tell the administrator if it still fails.',
  'failure.storage.disk-full':
    'The disk is full; nothing was written. Everything saved before is there. Free some space and try again; do not delete files beside the ledgers.',
  'failure.storage.read-only':
    'The folder of the ledgers does not allow writing; nothing was saved. Check its permissions and try again.',
  'failure.storage.damaged':
    'Damage was found in the file. Stop entering, check the data under "Settings and backup", and tell the administrator.',
  'failure.storage.locked':
    'Another program holds the file of the ledgers; nothing was written. Close it and try again.',
  'failure.storage.out-of-memory':
    'Memory ran out and nothing was written. Everything saved before is there. Close other programs and try again.',
  'failure.storage.io':
    'The disk reported an error and nothing was written. Everything saved before is there. Back up first, then have the disk checked.',
  'failure.storage.file-in-use':
    'Another program is using the file; nothing was written. The ledgers are not affected; close that program and try again.',
  'failure.storage.file-gone':
    'The file is not there; it may have been moved or deleted. The ledgers are not affected; check that it is in its place and choose it again.',
  'failure.exchange.other':
    'The file could not be handled; the ledgers are unchanged. Check the file and try again.',
  'failure.exchange.not-a-sheet':
    'This is no Excel (.xlsx) or CSV file; nothing was imported. Save an old .xls file as .xlsx first.',
  'failure.exchange.too-large': 'The file is too large; nothing was imported. Split it and import the parts.',
  'failure.exchange.encrypted':
    'The sheet has an opening password and cannot be read. Remove the password, save it and import it again.',
  'failure.exchange.damaged':
    'The file is damaged and cannot be read; the ledgers are unchanged. Open and save it with a spreadsheet program.',
  'failure.exchange.no-header':
    'No row with column titles was found. Put the titles into one of the first rows.',
  'failure.exchange.write-failed':
    'The file could not be written; it may be open in another program. Close it and try again, or choose another name.',
  'failure.exchange.no-file':
    'The file is not there or cannot be opened; the ledgers are unchanged. Check that it was not moved and is not in use.',
  'failure.exchange.old-excel':
    'An old spreadsheet file (.xls or .et); nothing was imported. Save it as .xlsx and import it again.',
  'failure.exchange.has-macros':
    'The file holds macros (.xlsm) and was not read. Save it as .xlsx without macros.',
  'failure.exchange.has-doctype':
    'The file has an unusual structure and was not read. Open and save it with a spreadsheet program.',
  'failure.exchange.too-many-columns':
    'Too many columns, at most {{max}}; nothing was imported. Delete the surplus ones.',
  'failure.exchange.too-many-rows': 'Too many rows, at most {{max}}; nothing was imported. Split the sheet.',
  'failure.exchange.cell-too-long':
    'A cell in row {{row}} holds too much text; nothing was imported. Shorten it and try again.',
  'failure.exchange.unknown-sheet':
    'The file has no sheet named "{{sheet}}"; the ledgers are unchanged. Choose the file again.',
  'failure.exchange.missing-column':
    'Required columns are missing: {{columns}}. The ledgers are unchanged; add them and import again.',
  'failure.exchange.file-changed':
    'This is not the file of the interrupted import; nothing was done. Choose that file or start a new import.',
  'failure.exchange.not-resumable':
    'This import cannot go on; the ledgers are unchanged. Import the file again; rows already there are not doubled.',
  'failure.timeout.other':
    'It took too long and the outcome is not known. Saved data is safe; trying again does not save twice.',
  'failure.host-gone.other':
    'The data program does not answer and is being reconnected. Your entries are still on the page; trying again does not save twice.',
  'failure.host-gone.given-up':
    'The data program cannot be started; nothing was saved. Copy down what is not saved, then close and reopen this program.',
  'failure.bug.other':
    'The program failed and did not complete this. Everything saved before is there. Try again; if it still fails, tell the administrator.',
  'failure.bug.unexpected':
    'The program failed and did not complete this. Everything saved before is there. Try again; if it still fails, tell the administrator number {{logId}}.',
};
