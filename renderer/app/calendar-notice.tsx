import { CalendarOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useAsk } from '../data/index.ts';
import { formatCount, useText } from '../text/index.ts';
import { isScreen } from './nav-entry.tsx';
import { useNavigation } from './navigation.ts';
import type { TabTarget } from './tab-target.ts';

/**
 * Says on every page that a change of the holiday calendar concerns deadlines already given out, until somebody decides; it
 * can be put off until the next start.
 */
export function CalendarNotice({ shown }: { readonly shown: TabTarget }) {
  const { t } = useText();
  const navigation = useNavigation();
  const { value } = useAsk('deadline.look', { lines: 0 });
  const [putOff, setPutOff] = useState(0);
  const count = value?.count ?? 0;
  if (count === 0 || count === putOff || isScreen(shown, 'deadlines')) return null;
  return (
    <div className="day-notice" role="status">
      <CalendarOutlined aria-hidden />
      <span>{t('deadlines.notice', { count: formatCount(count) })}</span>
      <Button type="link" size="small" onClick={() => navigation.openScreen('deadlines')}>
        {t('deadlines.notice.look')}
      </Button>
      <Button type="text" size="small" onClick={() => setPutOff(count)}>
        {t('deadlines.notice.later')}
      </Button>
    </div>
  );
}
