import { AppstoreAddOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useNavigation } from '../../app/navigation.ts';
import { ask, newId, useAsk } from '../../data/index.ts';
import { failureText, useText } from '../../text/index.ts';

/** Takes over a record that ships with the product; gone once all of them are here. */
function ReadyRecords({ ledger }: { readonly ledger: string }) {
  const { t } = useText();
  const { message } = App.useApp();
  const navigation = useNavigation();
  const { value = [], refresh } = useAsk('ready.list', { ledger });
  const add = async (ready: string) => {
    const reply = await ask('ready.add', { writeId: newId(), ledger, ready });
    refresh();
    if (!reply.ok) message.error(failureText(reply.failure, t));
    else navigation.openRecord(ledger, reply.value.id);
  };
  if (value.length === 0) return null;
  const items = value.map(({ id, label }) => ({ key: id, label }));
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => void add(key) }}>
      <Button icon={<AppstoreAddOutlined aria-hidden />}>{t('ready.add')}</Button>
    </Dropdown>
  );
}

/** Check lists that ship with the product (现成检查表). */
export const ReadyCheckLists = () => <ReadyRecords ledger="check_list" />;
/** Rules of voting that ship with the product (法定表决规则). */
export const ReadyVoteRules = () => <ReadyRecords ledger="consult_rule" />;
