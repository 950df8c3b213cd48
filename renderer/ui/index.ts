import './tokens.css';
import './ui.css';

export { Answer } from './answer.tsx';
export { EmptyState } from './empty-state.tsx';
export { FailureNotice } from './failure-notice.tsx';
export { Figure } from './figure.tsx';
export { KeysHelp } from './keys-help.tsx';
export type { KeyGroup } from './keys-help.tsx';
export { isPageCovered, isPopupOpen } from './overlays.ts';
export { later } from './later.tsx';
export { NewPassphrase } from './new-passphrase.tsx';
export { Panel } from './panel.tsx';
export { PassphraseField } from './passphrase-field.tsx';
export { PlainPage } from './plain-page.tsx';
export { practiceLoss } from './practice-loss.ts';
export { ProgressPanel } from './progress-panel.tsx';
export { SensitiveMark } from './sensitive-mark.tsx';
export { theme } from './theme.ts';
