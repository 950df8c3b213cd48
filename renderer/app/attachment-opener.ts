import { createContext, useContext } from 'react';

/** Opens an attachment to look at, print and save. */
export type OpenAttachment = (hash: string) => void;

/** Set once, by the workspace; `null` where no file is open. */
export const AttachmentOpenerContext = createContext<OpenAttachment | null>(null);

/** How an attachment is opened from here; `null` where it cannot be. */
export const useAttachmentOpener = (): OpenAttachment | null => useContext(AttachmentOpenerContext);
