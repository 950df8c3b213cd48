import { dialog, shell, type BrowserWindow } from 'electron';
import type { Language } from '../../contract/calls.ts';
import { fileFilter, fileName, type FilterName } from './filters.ts';

/** The system's file dialogs, over our window. `null` = the user closed the dialog. */
export interface Dialogs {
  open(filter: FilterName, language: Language): Promise<string | null>;
  save(name: string, filter: FilterName, language: Language): Promise<string | null>;
  /** Shows a file in the system's file window. The only use of the shell in this program: nothing is ever opened. */
  reveal(file: string): void;
}

/** Dialogs of the window `current` gives; without a window every dialog counts as closed. */
export function createDialogs(current: () => BrowserWindow | null): Dialogs {
  return {
    async open(filter, language) {
      const window = current();
      if (window === null) return null;
      const filters = [fileFilter(filter, language)];
      const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'], filters });
      return filePaths[0] ?? null;
    },
    async save(name, filter, language) {
      const window = current();
      if (window === null) return null;
      const options = { defaultPath: fileName(name, filter), filters: [fileFilter(filter, language)] };
      const { canceled, filePath } = await dialog.showSaveDialog(window, options);
      return canceled ? null : filePath;
    },
    reveal(file) {
      shell.showItemInFolder(file);
    },
  };
}
