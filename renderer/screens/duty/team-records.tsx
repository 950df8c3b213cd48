import { Button, Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import type { Output } from '../../../electron/contract/calls.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useAsk, type Asked } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { Answer } from '../../ui/index.ts';
import { useDuty } from './duty-place.ts';

type Page = Output<'record.page'>;
export type TeamRecord = Page['rows'][number];

/** The newest records of the team in a ledger, by their day; `limit` of them, for the ledger lists them all. */
export function useTeamRecords(ledger: string, fields: string[], limit: number): Asked<Page> {
  const { team } = useDuty();
  return useAsk('record.page', { ledger, where: { team: team.id }, sort: '-day', limit, fields });
}

/** A cell that shows one field. */
export const fieldCell =
  (name: string) =>
  (_: unknown, { texts }: TeamRecord) =>
    texts[name];

interface Properties {
  readonly of: Asked<Page>;
  readonly ledger: string;
  readonly title: string;
  readonly columns: TableColumnsType<TeamRecord>;
  /** Instead of the table while there is no record. */
  readonly empty: ReactNode;
  /** Buttons beside the title. */
  readonly children?: ReactNode;
}

/** A part of the screen that shows the newest records of the team as a table, and leads to all of them. */
export function TeamRecords({ of, ledger, title, columns, empty, children }: Properties) {
  const { t } = useText();
  const { team } = useDuty();
  const navigation = useNavigation();
  return (
    <Answer of={of}>
      {({ rows }) =>
        rows.length === 0 ? (
          empty
        ) : (
          <div className="duty-part">
            <div className="duty-part-head">
              <h2>{title}</h2>
              {children}
              <Button type="link" onClick={() => navigation.openList(ledger, { where: { team: team.id } })}>
                {t('duty.all-records')}
              </Button>
            </div>
            <Table<TeamRecord>
              size="small"
              rowKey="id"
              pagination={false}
              dataSource={[...rows]}
              columns={columns}
            />
          </div>
        )
      }
    </Answer>
  );
}
