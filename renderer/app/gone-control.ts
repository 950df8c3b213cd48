/** What can be pressed; a click on an icon in it is a click on it. */
const CONTROL = 'button, a, input, [role=button], [role=option], [role=menuitem], .tab-close';

/**
 * Keeps the second click of a double click from what comes to lie under the pointer when the first made its target vanish: the tab
 * behind the closed one, a button of the list that opens. Clicks on what is still there pass.
 */
export function keepClicksFromNextControl(page: Document): void {
  let pressed: Element | null = null;
  page.addEventListener(
    'click',
    (event) => {
      const isAgain = event.detail > 1;
      if (isAgain && pressed !== null && isGone(pressed)) {
        event.stopPropagation();
        event.preventDefault();
        return;
      }
      const target = event.target instanceof Element ? event.target : null;
      pressed = target?.closest(CONTROL) ?? target;
    },
    { capture: true },
  );
}

const isGone = (element: Element): boolean => !element.isConnected || element.getClientRects().length === 0;
