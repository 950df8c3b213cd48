import { Button } from 'antd';
import { useNavigation } from '../../app/navigation.ts';
import { useText } from '../../text/index.ts';
import { Panel } from '../../ui/index.ts';

/** Where a leader finds who looked at sensitive records. */
export function LooksPanel() {
  const { t } = useText();
  const navigation = useNavigation();
  return (
    <Panel
      title={t('looks.title')}
      actions={<Button onClick={() => navigation.openScreen('looks')}>{t('looks.open')}</Button>}
    >
      <p className="soft settings-words">{t('looks.body')}</p>
    </Panel>
  );
}
