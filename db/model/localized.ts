/** A text in the two languages of the product. Definitions carry both, so that no screen needs a key for them. */
export interface Localized {
  readonly zh: string;
  readonly en: string;
}

/** Languages of the interface; zh (zh-CN) is the first and the default. */
export type Language = keyof Localized;

/** Shorthand used by definitions: `words('姓名', 'Name')`. */
export const words = (zh: string, en: string): Localized => ({ zh, en });
