import type { Change } from '../../../db/model/figures/change.ts';
import { changeText } from '../../../db/model/figures/figure-text.ts';
import { useText } from '../../text/index.ts';

/** 环比 or 同比 in words; greyed where there is no base, a dash where nothing is compared. */
export function ChangeText({ change }: { readonly change: Change | null }) {
  const { language } = useText();
  if (change === null) return <span className="soft">—</span>;
  const text = changeText(change, language);
  return change.kind === 'no-base' ? <span className="soft">{text}</span> : <span>{text}</span>;
}
