import { DownOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useText } from '../../../text/index.ts';
import type { PaperSettings } from './paper-settings.ts';
import { ReadSheetDialog } from './read-sheet-dialog.tsx';
import { useRosterFiles } from './use-roster-files.ts';
import { later } from '../../../ui/index.ts';

/** The preview brings the PDF reader with it; nobody waits for that before a sheet is asked for. */
const PaperDialog = later(async () => (await import('./paper-dialog.tsx')).PaperDialog);

interface Properties {
  readonly isDisabled: boolean;
  /** Whether a sheet may be read in: not into a locked month. */
  readonly canRead: boolean;
  /** The month was read in. */
  readonly onRead: () => void;
}

/** Prints a month; behind it files for other programs, and a sheet of the office read in. */
export function PaperMenu({ isDisabled, canRead, onRead }: Properties) {
  const { t } = useText();
  const files = useRosterFiles();
  const [isPrinting, setPrinting] = useState(false);
  const [settings, setSettings] = useState<PaperSettings | null>(null);
  const items = [
    { key: 'xlsx', label: t('duty.file.xlsx') },
    { key: 'ics', label: t('duty.file.ics') },
    ...(canRead ? [{ type: 'divider' as const }, { key: 'read', label: t('duty.sheet.choose') }] : []),
  ];
  const choose = (key: string) => {
    if (key === 'read') files.read();
    else files.save(key === 'ics' ? 'ics' : 'xlsx');
  };
  return (
    <>
      <Button icon={<PrinterOutlined aria-hidden />} disabled={isDisabled} onClick={() => setPrinting(true)}>
        {t('duty.print')}
      </Button>
      <Dropdown trigger={['click']} disabled={isDisabled} menu={{ items, onClick: ({ key }) => choose(key) }}>
        <Button icon={<DownOutlined aria-hidden />} iconPlacement="end">
          {t('duty.file')}
        </Button>
      </Dropdown>
      {isPrinting && (
        <PaperDialog chosen={settings} onChoose={setSettings} onClose={() => setPrinting(false)} />
      )}
      <SheetFound files={files} onRead={onRead} />
    </>
  );
}

/** The one thing files can do for a month that is empty. */
export function ReadSheetButton({ onRead }: Pick<Properties, 'onRead'>) {
  const { t } = useText();
  const files = useRosterFiles();
  return (
    <>
      <Button onClick={files.read}>{t('duty.sheet.choose')}</Button>
      <SheetFound files={files} onRead={onRead} />
    </>
  );
}

/** What was read from a file, once there is something. */
function SheetFound({
  files,
  onRead,
}: Pick<Properties, 'onRead'> & { readonly files: ReturnType<typeof useRosterFiles> }) {
  if (files.sheet === null) return null;
  return (
    <ReadSheetDialog
      {...files.sheet}
      onClose={(isKept) => {
        files.close(isKept);
        if (isKept) onRead();
      }}
    />
  );
}
