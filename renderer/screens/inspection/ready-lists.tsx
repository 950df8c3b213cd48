import { Button } from 'antd';
import type { Output } from '../../../electron/contract/calls.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useAction, useWriteId } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { FailureNotice } from '../../ui/index.ts';

interface Properties {
  readonly ready: Output<'inspection.lists'>['ready'];
  /** Told the new list. */
  readonly onAdded: (list: string) => void;
}

/** There is no list for this kind of object yet: take a shipped one, or write one. */
export function ReadyLists({ ready, onAdded }: Properties) {
  const { t } = useText();
  const navigation = useNavigation();
  const writeId = useWriteId();
  const add = useAction('ready.add');
  const take = async (id: string) => {
    const added = await add.run({ writeId: writeId.take(), ledger: 'check_list', ready: id });
    if (added === null) return;
    writeId.done();
    onAdded(added.id);
  };
  return (
    <div className="check-empty">
      <p>{t(ready.length === 0 ? 'inspection.no-list' : 'inspection.no-list.ready')}</p>
      {ready.map(({ id, label }) => (
        <Button key={id} type="primary" data-first loading={add.isBusy} onClick={() => void take(id)}>
          {t('inspection.add-ready', { name: label })}
        </Button>
      ))}
      <Button onClick={() => navigation.openNew('check_list')}>{t('inspection.write-list')}</Button>
      {add.failure && <FailureNotice failure={add.failure} />}
    </div>
  );
}
