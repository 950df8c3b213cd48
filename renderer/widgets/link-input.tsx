import { ExportOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select, Space, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useNavigation } from '../app/navigation.ts';
import { useText } from '../text/index.ts';
import { useLinkPicker, useLinkTitle, type LinkOption } from './use-link.ts';
import type { InputProps } from './widget.ts';

/** Input of `link`, `address` and `grid`: search the other ledger, take a record, open it, or add a new one. */
export function LinkInput(props: InputProps): ReactNode {
  const { t } = useText();
  const target = props.field.target ?? '';
  const value = typeof props.value === 'string' ? props.value : null;
  const title = useLinkTitle(target, value, props.text);
  const { options, isLooking, takeWhenFound, select } = useLinkPicker(target, props.onChange);
  const shown =
    value === null || options.some((o) => o.value === value)
      ? options
      : [{ value, label: title, detail: '' }, ...options];
  return (
    <Space.Compact block onKeyDownCapture={takeWhenFound}>
      <Select<string, LinkOption>
        {...select}
        id={props.id}
        className="widget-full"
        allowClear
        value={value}
        options={shown}
        placeholder={t('widget.find')}
        notFoundContent={t(isLooking ? 'widget.searching' : 'widget.noMatch')}
        optionRender={(option) => <LinkLine label={option.data.label} detail={option.data.detail} />}
        popupRender={(menu) => <LinkMenu menu={menu} target={target} />}
        popupMatchSelectWidth={360}
        status={props.invalid ? 'error' : ''}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid}
        onChange={(id: string | undefined) => {
          props.onChange(id ?? null);
        }}
      />
      {value === null ? null : <OpenLinked ledger={target} id={value} />}
    </Space.Compact>
  );
}

function OpenLinked({ ledger, id }: { readonly ledger: string; readonly id: string }): ReactNode {
  const { t } = useText();
  const navigation = useNavigation();
  return (
    <Tooltip title={t('widget.openLinked')}>
      <Button
        tabIndex={-1}
        icon={<ExportOutlined aria-hidden />}
        aria-label={t('widget.openLinked')}
        onClick={() => {
          navigation.openRecord(ledger, id);
        }}
      />
    </Tooltip>
  );
}

/** A record in a picker: title, and in grey what tells it from its namesakes. */
function LinkLine({ label, detail }: { readonly label: string; readonly detail: string }): ReactNode {
  return (
    <span className="widget-link-line">
      <span>{label}</span>
      <span className="widget-link-detail">{detail}</span>
    </span>
  );
}

function LinkMenu({ menu, target }: { readonly menu: ReactNode; readonly target: string }): ReactNode {
  const { t } = useText();
  const navigation = useNavigation();
  return (
    <>
      {menu}
      <Button
        type="link"
        size="small"
        icon={<PlusOutlined aria-hidden />}
        onMouseDown={(event) => {
          event.preventDefault();
        }}
        onClick={() => {
          navigation.openNew(target);
        }}
      >
        {t('widget.addLinked')}
      </Button>
    </>
  );
}
