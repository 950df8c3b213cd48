import { test } from '@playwright/test';
import { waitForHome } from './clerk.ts';
import {
  forget,
  startPractice,
  startWorkbench,
  type PracticeOptions,
  type StartOptions,
  type Workbench,
} from './workbench.ts';

/** The one window of a spec; what it says is of the program that runs now. */
export interface SharedWorkbench extends Workbench {
  /** Ends the program and starts it on the same data, as on another day. */
  restart(options?: Omit<StartOptions, 'folder'>): Promise<void>;
}

/** A practice town for all tests of the spec, opened up to its home page. */
export const sharePractice = (options: PracticeOptions = {}): SharedWorkbench =>
  shareWindow(async () => {
    const workbench = await startPractice(options);
    await waitForHome(workbench.page);
    return workbench;
  });

/**
 * One window for all tests of the spec that calls this: opened before the first, without complaints after each, closed and
 * thrown away after the last. What a spec does beforehand stands in a `beforeAll` of its own below.
 */
export function shareWindow(start: () => Promise<Workbench>): SharedWorkbench {
  let opened: Workbench | undefined;
  const now = (): Workbench => {
    if (opened === undefined) throw new Error('the window of this spec is not open');
    return opened;
  };
  test.beforeAll(async () => {
    opened = await start();
  });
  test.afterEach(() => now().expectNoErrors());
  test.afterAll(async () => {
    await opened?.close();
    forget(opened);
  });
  return {
    get app() {
      return now().app;
    },
    get page() {
      return now().page;
    },
    get folder() {
      return now().folder;
    },
    get errors() {
      return now().errors;
    },
    answerDialogs: (file) => now().answerDialogs(file),
    resize: (size) => now().resize(size),
    picture: (name) => now().picture(name),
    pictureOnBothScreens: (name) => now().pictureOnBothScreens(name),
    dataProcess: () => now().dataProcess(),
    expectNoErrors: () => now().expectNoErrors(),
    close: () => now().close(),
    async restart(options = {}) {
      const { folder } = now();
      await now().close();
      now().expectNoErrors();
      opened = await startWorkbench({ ...options, folder });
    },
  };
}
