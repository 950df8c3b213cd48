import { Segmented } from 'antd';
import { useText } from '../../../text/index.ts';
import { useExchange } from '../exchange-place.ts';
import { ReceivedTable } from './received-table.tsx';
import { SentTable } from './sent-table.tsx';
import { StickTable } from './stick-table.tsx';

const lists = ['sent', 'received', 'sticks'] as const;

/** Every package that was written or taken in here, and the sticks. */
export function RegisterSection() {
  const { t } = useText();
  const { place, go } = useExchange();
  const list = lists.find((name) => place.section === 'register' && name === place.list) ?? 'sent';
  return (
    <div className="exchange-part">
      <h2 className="visually-hidden">{t('exchange.register.title')}</h2>
      <Segmented
        className="exchange-lists"
        aria-label={t('exchange.register.title')}
        value={list}
        onChange={(name) => go(`register.${name}`)}
        options={lists.map((name) => ({ value: name, label: t(`exchange.register.${name}`) }))}
      />
      {list === 'sent' && <SentTable />}
      {list === 'received' && <ReceivedTable />}
      {list === 'sticks' && <StickTable />}
    </div>
  );
}
