import { FilterOutlined, LockOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { lookWays } from '../../../db/model/looks.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import { useNavigation } from '../../app/navigation.ts';
import { ledgerOf, shortTitle, useTown } from '../../data/index.ts';
import { formatInstant, useText } from '../../text/index.ts';

type Look = Output<'look.page'>['looks'][number];

interface Properties {
  readonly looks: readonly Look[];
  readonly isLoading: boolean;
  /** Shows the looks at this record only. */
  readonly onRecord: (look: Look) => void;
}

/** Lines of the log; a record opens by its title. */
export function LookTable({ looks, isLoading, onRecord }: Properties) {
  const { t, label } = useText();
  return (
    <Table<Look>
      size="small"
      rowKey="no"
      loading={isLoading}
      dataSource={[...looks]}
      pagination={false}
      locale={{ emptyText: <p className="soft">{t('looks.none')}</p> }}
      columns={[
        { title: t('looks.column.at'), width: 150, render: (_, { at }) => formatInstant(at) },
        { title: t('looks.person'), width: 120, dataIndex: 'name', ellipsis: true },
        { title: t('looks.ledger'), width: 190, render: (_, look) => <LedgerCell look={look} /> },
        { title: t('looks.column.record'), ellipsis: true, render: (_, look) => <RecordCell look={look} /> },
        {
          title: t('looks.column.way'),
          width: 250,
          render: (_, look) => {
            const field = look.field === null ? undefined : ledgerOf(look.ledger)?.fields[look.field];
            const way = label(lookWays[look.way]);
            return field === undefined ? way : t('looks.value', { way, field: label(field.label) });
          },
        },
        {
          title: <span className="visually-hidden">{t('looks.only')}</span>,
          width: 110,
          render: (_, look) =>
            look.record !== '' && (
              <Button
                type="text"
                size="small"
                icon={<FilterOutlined aria-hidden />}
                onClick={() => onRecord(look)}
              >
                {t('looks.only')}
              </Button>
            ),
        },
      ]}
    />
  );
}

function LedgerCell({ look }: { readonly look: Look }) {
  const { t, label } = useText();
  const ledger = ledgerOf(look.ledger);
  if (ledger === undefined) return look.ledger;
  return (
    <>
      {label(ledger.label)}
      {ledger.sensitive && (
        <span className="looks-sensitive" title={t('looks.sensitive')}>
          <LockOutlined aria-label={t('looks.sensitive')} />
        </span>
      )}
    </>
  );
}

function RecordCell({ look }: { readonly look: Look }) {
  const { t } = useText();
  const navigation = useNavigation();
  const town = useTown();
  if (look.record === '') return <span className="soft">{t('looks.all-of-ledger')}</span>;
  if (look.title === null) return <span className="soft">{t('looks.gone', { id: look.record })}</span>;
  return (
    <Button
      type="link"
      size="small"
      className="looks-record"
      onClick={() => navigation.openRecord(look.ledger, look.record)}
    >
      {shortTitle(look.ledger, look.title, town)}
    </Button>
  );
}
