import { ArrowDownOutlined, ArrowUpOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useState, type ReactNode } from 'react';
import { useText } from '../../text/index.ts';
import { shownFields } from '../definition.ts';
import { useListSurface } from './list-context.ts';
import { firstView, type ListColumn } from './saved-view.ts';

/** Button 列设置: which columns, in which order. */
export function ColumnButton(): ReactNode {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={<ColumnList />}
    >
      <Button icon={<SettingOutlined aria-hidden />}>{t('record.columns')}</Button>
    </Popover>
  );
}

function ColumnList(): ReactNode {
  const { t, label } = useText();
  const { ledger, state } = useListSurface();
  const { columns, setColumns } = state;
  const chosen = new Set(columns.map((column) => column.field));
  const rest = shownFields(ledger).filter(({ name }) => !chosen.has(name));
  const labelOf = (name: string): string => {
    const field = ledger.fields[name];
    return field === undefined ? name : label(field.label);
  };
  return (
    <div className="list-columns">
      <div className="list-columns-scroll">
        {columns.map((column, index) => (
          <div key={column.field} className="list-column-line">
            <Checkbox
              checked
              disabled={columns.length === 1}
              onChange={() => {
                setColumns(columns.filter((other) => other !== column));
              }}
            >
              {labelOf(column.field)}
            </Checkbox>
            <span>
              <MoveButton columns={columns} index={index} by={-1} />
              <MoveButton columns={columns} index={index} by={1} />
            </span>
          </div>
        ))}
        {rest.map(({ name }) => (
          <div key={name} className="list-column-line">
            <Checkbox
              checked={false}
              onChange={() => {
                setColumns([...columns, { field: name }]);
              }}
            >
              {labelOf(name)}
            </Checkbox>
          </div>
        ))}
      </div>
      <Button
        type="link"
        size="small"
        onClick={() => {
          setColumns(firstView(ledger).columns);
        }}
      >
        {t('record.resetColumns')}
      </Button>
    </div>
  );
}

function MoveButton(props: {
  readonly columns: readonly ListColumn[];
  readonly index: number;
  readonly by: 1 | -1;
}): ReactNode {
  const { t } = useText();
  const { state } = useListSurface();
  const { columns, index, by } = props;
  const to = index + by;
  return (
    <Button
      type="text"
      size="small"
      disabled={to < 0 || to >= columns.length}
      icon={by < 0 ? <ArrowUpOutlined aria-hidden /> : <ArrowDownOutlined aria-hidden />}
      aria-label={t(by < 0 ? 'record.moveUp' : 'record.moveDown')}
      onClick={() => {
        state.setColumns(columns.toSpliced(index, 1).toSpliced(to, 0, ...columns.slice(index, index + 1)));
      }}
    />
  );
}
