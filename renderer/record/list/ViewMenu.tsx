import { DeleteOutlined, TableOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Input, Popover, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Failure } from '../../../electron/contract/failure.ts';
import { useAlone } from '../../data/index.ts';
import { failureText, useText } from '../../text/index.ts';
import { useListSurface } from './list-context.ts';

const LONGEST_NAME = 30;

/** Button 视图: take a saved view, or save columns, filter and order under a name. */
export function ViewMenu(): ReactNode {
  const { t } = useText();
  const { state } = useListSurface();
  const [isOpen, setOpen] = useState(false);
  // Kept here: a click beside the menu closes it, and what was typed is there when it opens again.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={
        <ViewList
          typed={typed}
          onType={setTyped}
          onDone={() => {
            setTyped(null);
            setOpen(false);
          }}
        />
      }
    >
      <Button
        icon={<TableOutlined aria-hidden />}
        className="list-view-button"
        {...(state.viewName !== null && { title: state.viewName })}
      >
        {state.viewName ?? t('record.view')}
      </Button>
    </Popover>
  );
}

interface ViewListProps {
  /** Name being typed; `null` = the one of the view that is shown. */
  readonly typed: string | null;
  readonly onType: (name: string) => void;
  readonly onDone: () => void;
}

function ViewList({ onDone, ...naming }: ViewListProps): ReactNode {
  const { t } = useText();
  const { state } = useListSurface();
  const tell = useTold();
  const take = (name: string | null): void => {
    state.takeView(name);
    onDone();
  };
  return (
    <div className="list-views">
      <Button
        type="text"
        block
        className="list-view-name"
        onClick={() => {
          take(null);
        }}
      >
        {t('record.systemView')}
      </Button>
      {state.views.map(({ name, view }) => (
        <div key={name} className="list-column-line">
          <Button
            type="text"
            className="list-view-name"
            title={name}
            onClick={() => {
              take(name);
            }}
          >
            {view.isDefault ? t('record.defaultView', { name }) : name}
          </Button>
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('record.forgetView', { name })}
            onClick={() => void state.forgetView(name).then(tell)}
          />
        </div>
      ))}
      <SaveView {...naming} onDone={onDone} />
    </div>
  );
}

function SaveView({ typed, onType, onDone }: ViewListProps): ReactNode {
  const { t } = useText();
  const { state } = useListSurface();
  const name = typed ?? state.viewName ?? '';
  const [isDefault, setDefault] = useState(false);
  const tell = useTold();
  const save = useAlone(async () => {
    const failure = await state.saveView(name.trim(), isDefault);
    tell(failure);
    if (failure === null) onDone();
  });
  return (
    <div className="list-save-view">
      <Space.Compact block>
        <Input
          value={name}
          maxLength={LONGEST_NAME}
          placeholder={t('record.viewName')}
          aria-label={t('record.viewName')}
          onChange={(event) => {
            onType(event.target.value);
          }}
        />
        <Button type="primary" disabled={name.trim() === ''} onClick={() => void save()}>
          {t('record.saveView')}
        </Button>
      </Space.Compact>
      <Checkbox
        checked={isDefault}
        onChange={(event) => {
          setDefault(event.target.checked);
        }}
      >
        {t('record.makeDefault')}
      </Checkbox>
    </div>
  );
}

/** Says why a view could not be kept or forgotten; the menu has no room for a notice. */
function useTold(): (failure: Failure | null) => void {
  const { t } = useText();
  const { message } = App.useApp();
  return (failure) => {
    if (failure !== null) message.error(failureText(failure, t));
  };
}
