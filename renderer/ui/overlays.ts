/** What covers the page: dialogs, enlarged pictures. A closed one may stay in the document without taking room. */
const covers = '.ant-modal-wrap, .ant-image-preview';
/** What hangs open beside something: questions, menus, calendars. */
const popups = '.ant-popover, .ant-dropdown, .ant-select-dropdown';

/** True while a dialog or an enlarged picture has the keys. */
export const isPageCovered = (): boolean => isAnyShown(covers);

/** True while something hangs open that Esc closes first. */
export const isPopupOpen = (): boolean => isAnyShown(popups);

const isAnyShown = (selector: string): boolean =>
  [...document.querySelectorAll(selector)].some((element) => element.getClientRects().length > 0);
