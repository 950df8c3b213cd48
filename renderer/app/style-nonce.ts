/**
 * Gives every style element made by scripts the nonce of the page. antd takes the nonce from its provider, but two of
 * its parts (the scroll lock of dialogs, the measuring of scrollbars in tables) make style elements without it, which
 * the page's policy would refuse with an error in the console. Inline styles in the page stay forbidden.
 */
export function giveStylesNonce(nonce: string): void {
  const create = document.createElement.bind(document);
  const createWithNonce = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
  Object.defineProperty(document, 'createElement', { value: createWithNonce, configurable: true });
}
