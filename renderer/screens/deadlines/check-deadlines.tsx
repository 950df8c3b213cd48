import { FieldTimeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNavigation } from '../../app/navigation.ts';
import { useText } from '../../text/index.ts';

/** The way from the holiday calendar to the deadlines its days concern. */
export function CheckDeadlines() {
  const { t } = useText();
  const navigation = useNavigation();
  return (
    <Button icon={<FieldTimeOutlined aria-hidden />} onClick={() => navigation.openScreen('deadlines')}>
      {t('deadlines.check')}
    </Button>
  );
}
