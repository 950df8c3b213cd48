/** How far the program's clock is ahead of the computer's; set once, when the window starts. */
let ahead_ms = 0;

/** Sets the window's clock to the program's. `at` is an instant. */
export function setClock(at: string): void {
  ahead_ms = Date.parse(at) - Date.now();
}

/** Now, by the clock of the program, which tests and demonstrations set (`ZW_NOW`). */
export const now = (): Date => new Date(Date.now() + ahead_ms);
