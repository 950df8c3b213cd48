import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import { useText } from '../../text/index.ts';
import { shownFields } from '../definition.ts';

export interface ColumnOrderProps {
  readonly ledger: AnyLedger;
  /** Field names in their order. */
  readonly chosen: readonly string[];
  readonly onChange: (fields: readonly string[]) => void;
}

/** Ticks fields and puts them in order; the chosen ones stand first. */
export function ColumnOrder({ ledger, chosen, onChange }: ColumnOrderProps): ReactNode {
  const { t, label } = useText();
  const all = shownFields(ledger).map(({ name }) => name);
  const order = [...chosen, ...all.filter((name) => !chosen.includes(name))];
  const move = (index: number, by: 1 | -1): void => {
    onChange(chosen.toSpliced(index, 1).toSpliced(index + by, 0, ...chosen.slice(index, index + 1)));
  };
  return (
    <div>
      <div className="export-all">
        <Checkbox
          checked={chosen.length === all.length}
          indeterminate={chosen.length > 0 && chosen.length < all.length}
          onChange={(event) => {
            onChange(event.target.checked ? order : []);
          }}
        >
          {t('record.columnsChosen', { count: chosen.length })}
        </Checkbox>
      </div>
      <div className="export-columns">
        {order.map((name, index) => {
          const field = ledger.fields[name];
          const isChosen = index < chosen.length;
          if (field === undefined) return null;
          return (
            <div key={name} className="list-column-line">
              <Checkbox
                checked={isChosen}
                onChange={() => {
                  onChange(isChosen ? chosen.filter((other) => other !== name) : [...chosen, name]);
                }}
              >
                {label(field.label)}
              </Checkbox>
              {isChosen ? (
                <span>
                  <Button
                    type="text"
                    size="small"
                    disabled={index === 0}
                    icon={<ArrowUpOutlined aria-hidden />}
                    aria-label={t('record.moveUp')}
                    onClick={() => {
                      move(index, -1);
                    }}
                  />
                  <Button
                    type="text"
                    size="small"
                    disabled={index === chosen.length - 1}
                    icon={<ArrowDownOutlined aria-hidden />}
                    aria-label={t('record.moveDown')}
                    onClick={() => {
                      move(index, 1);
                    }}
                  />
                </span>
              ) : null}
            </div>
          );
        })}
      </div>
    </div>
  );
}
