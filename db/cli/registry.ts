import type { Command } from './command.ts';
import { actCommand, caseCommand } from './commands/act.ts';
import { attachCommand } from './commands/attach.ts';
import { attachmentCommand } from './commands/attachment.ts';
import { backupCommand } from './commands/backup.ts';
import { backupsCommand } from './commands/backups.ts';
import { batchChangeCommand } from './commands/batch-change.ts';
import { batchesCommand } from './commands/batches.ts';
import { benchCommand } from './commands/bench.ts';
import { checkCommand } from './commands/check.ts';
import { codeSaveCommand } from './commands/code-save.ts';
import { codesCommand } from './commands/codes.ts';
import { dueCommand } from './commands/due.ts';
import { deadlinesCommand } from './commands/deadlines.ts';
import { describeCommand } from './commands/describe.ts';
import { documentHtmlCommand } from './commands/document/html.ts';
import { documentWorkbookCommand } from './commands/document/workbook.ts';
import { documentKindsCommand } from './commands/document/kinds.ts';
import { dossierCommand } from './commands/dossier.ts';
import { exportCommand } from './commands/export.ts';
import { getCommand } from './commands/get.ts';
import { historyCommand } from './commands/history.ts';
import { importCommand } from './commands/import.ts';
import { initCommand } from './commands/init.ts';
import { ledgersCommand } from './commands/ledgers.ts';
import { listCommand } from './commands/list.ts';
import { looksCommand } from './commands/looks.ts';
import { moveCommand } from './commands/move.ts';
import { practiceCommand } from './commands/practice.ts';
import { printHtmlCommand } from './commands/print-html.ts';
import { reckonCommand } from './commands/reckon.ts';
import { relatedCommand } from './commands/related.ts';
import { removeCommand } from './commands/remove.ts';
import { rewardMonthCommand } from './commands/reward/month.ts';
import { restoreBackupCommand } from './commands/restore-backup.ts';
import { restoreRecordCommand } from './commands/restore-record.ts';
import { saveCommand } from './commands/save.ts';
import { searchCommand } from './commands/search.ts';
import { simulateCommand } from './commands/simulate.ts';
import { sqlcipherCopyCommand } from './commands/sqlcipher-copy.ts';
import { suggestCommand } from './commands/suggest.ts';
import { templateCommand } from './commands/template.ts';
import { cityAcceptCommand } from './commands/city/accept.ts';
import { cityAnswerCommand, cityCasesCommand } from './commands/city/answer.ts';
import { cityCardCommand } from './commands/city/card.ts';
import { cityCorrectCommand } from './commands/city/correct.ts';
import { cityDumpCommand } from './commands/city/dump.ts';
import { cityInboxCommand } from './commands/city/inbox.ts';
import { cityIngestCommand } from './commands/city/ingest.ts';
import { cityInitCommand } from './commands/city/init.ts';
import { cityLooksCommand } from './commands/city/looks.ts';
import { cityReceiptCommand } from './commands/city/receipt.ts';
import { cityResolveCommand } from './commands/city/resolve.ts';
import { cityStatusCommand } from './commands/city/status.ts';
import { conflictsApartCommand } from './commands/conflicts/apart.ts';
import { conflictsListCommand } from './commands/conflicts/list.ts';
import { conflictsMergeCommand } from './commands/conflicts/merge.ts';
import { conflictsPartCommand } from './commands/conflicts/part.ts';
import { conflictsRenumberCommand } from './commands/conflicts/renumber.ts';
import { conflictsResolveCommand } from './commands/conflicts/resolve.ts';
import { conflictsRetryCommand } from './commands/conflicts/retry.ts';
import { figuresCommand } from './commands/figures/figures.ts';
import { reportMonthCommand } from './commands/figures/report-month.ts';
import { formAddCommand } from './commands/form/add.ts';
import { formCheckCommand } from './commands/form/check.ts';
import { formFillCommand } from './commands/form/fill.ts';
import { formListCommand } from './commands/form/list.ts';
import { nodeEnrolCommand } from './commands/node/enrol.ts';
import { nodeInstallCommand } from './commands/node/install.ts';
import { nodeRevokeCommand } from './commands/node/revoke.ts';
import { nodeRotateCommand } from './commands/node/rotate.ts';
import { packageConfirmCommand } from './commands/package/confirm.ts';
import { packageExportCommand } from './commands/package/export.ts';
import { packageImportCommand } from './commands/package/import.ts';
import { packageLostCommand } from './commands/package/lost.ts';
import { packageStatusCommand } from './commands/package/status.ts';
import { packageVerifyCommand } from './commands/package/verify.ts';
import { rosterBenchCommand } from './commands/roster/bench.ts';
import { rosterCheckCommand } from './commands/roster/check.ts';
import { rosterExplainCommand } from './commands/roster/explain.ts';
import { rosterSolveCommand } from './commands/roster/solve.ts';
import { rosterPrintCommand } from './commands/roster/print.ts';
import { rosterFairnessCommand } from './commands/roster/fairness.ts';
import { rosterNowCommand } from './commands/roster/now.ts';
import { rosterPlanCommand } from './commands/roster/plan.ts';
import { rosterProblemCommand } from './commands/roster/problem.ts';
import { rosterRepairCommand } from './commands/roster/repair.ts';
import { rosterSetupCommand } from './commands/roster/setup.ts';
import { rosterSheetCommand } from './commands/roster/sheet.ts';
import { rosterStateCommand } from './commands/roster/state.ts';
import { rosterSwapCommand } from './commands/roster/swap.ts';
import { undoCommand } from './commands/undo.ts';
import { undoImportCommand } from './commands/undo-import.ts';
import { unlockCommand } from './commands/unlock.ts';

/** Every command of `zw`, in the order of `--help`: files, definitions, records, sheets, care, exchange. */
export const commands: readonly Command[] = [
  initCommand,
  practiceCommand,
  unlockCommand,
  ledgersCommand,
  describeCommand,
  codesCommand,
  codeSaveCommand,
  listCommand,
  looksCommand,
  getCommand,
  saveCommand,
  moveCommand,
  actCommand,
  caseCommand,
  removeCommand,
  restoreRecordCommand,
  historyCommand,
  undoCommand,
  relatedCommand,
  searchCommand,
  dueCommand,
  deadlinesCommand,
  reckonCommand,
  suggestCommand,
  templateCommand,
  importCommand,
  batchesCommand,
  undoImportCommand,
  batchChangeCommand,
  exportCommand,
  printHtmlCommand,
  figuresCommand,
  reportMonthCommand,
  documentKindsCommand,
  documentHtmlCommand,
  documentWorkbookCommand,
  dossierCommand,
  formAddCommand,
  formListCommand,
  formCheckCommand,
  formFillCommand,
  attachCommand,
  attachmentCommand,
  checkCommand,
  backupCommand,
  backupsCommand,
  restoreBackupCommand,
  sqlcipherCopyCommand,
  cityInitCommand,
  cityCardCommand,
  nodeEnrolCommand,
  cityAcceptCommand,
  nodeInstallCommand,
  nodeRotateCommand,
  nodeRevokeCommand,
  packageExportCommand,
  packageVerifyCommand,
  packageStatusCommand,
  packageLostCommand,
  packageConfirmCommand,
  packageImportCommand,
  cityIngestCommand,
  cityReceiptCommand,
  cityStatusCommand,
  cityDumpCommand,
  cityInboxCommand,
  cityCorrectCommand,
  cityResolveCommand,
  cityLooksCommand,
  cityCasesCommand,
  cityAnswerCommand,
  conflictsListCommand,
  conflictsResolveCommand,
  conflictsMergeCommand,
  conflictsPartCommand,
  conflictsRenumberCommand,
  conflictsApartCommand,
  conflictsRetryCommand,
  rewardMonthCommand,
  rosterSolveCommand,
  rosterSetupCommand,
  rosterPlanCommand,
  rosterRepairCommand,
  rosterSwapCommand,
  rosterStateCommand,
  rosterFairnessCommand,
  rosterNowCommand,
  rosterSheetCommand,
  rosterProblemCommand,
  rosterCheckCommand,
  rosterExplainCommand,
  rosterPrintCommand,
  rosterBenchCommand,
  simulateCommand,
  benchCommand,
];
