import { UsbOutlined } from '@ant-design/icons';
import { Alert, App, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useAction, useIsSlow } from '../../data/index.ts';
import { formatBytes, useText } from '../../text/index.ts';
import { EmptyState, FailureNotice } from '../../ui/index.ts';
import { fitnessOf } from './drive-fitness.ts';
import type { Drive, DriveUse } from './drive-fitness.ts';
import type { DrivePick } from './use-drives.ts';

interface Properties {
  readonly pick: DrivePick;
  readonly use: DriveUse;
}

/** File systems as they are written on the packing; Linux calls FAT32 otherwise. */
const systemNames: Readonly<Record<string, string>> = {
  vfat: 'FAT32',
  msdos: 'FAT',
  fat32: 'FAT32',
  exfat: 'exFAT',
  ntfs: 'NTFS',
  ntfs3: 'NTFS',
  fuseblk: 'NTFS',
};

/** The sticks that are in, as they come and go: name, register number, space, and why one cannot be used. */
export function DriveList({ pick, use }: Properties) {
  const { t } = useText();
  const isSlow = useIsSlow(pick.drives === undefined);
  const group = useId();
  if (pick.failure !== null) return <FailureNotice failure={pick.failure} onRetry={pick.lookAgain} />;
  if (pick.drives === undefined) return isSlow ? <p className="soft">{t('exchange.drives')}</p> : null;
  return (
    <div className="drives" aria-live="polite">
      {pick.isGone && <Alert type="warning" showIcon title={t('exchange.drives.gone')} />}
      {pick.drives.length === 0 && !pick.isGone && (
        <EmptyState title={t('exchange.drives.none')} body={t('exchange.drives.none.body')} />
      )}
      <div role="radiogroup" aria-label={t('exchange.drives')} className="drives-list">
        {pick.drives.map((drive) => (
          <DriveCard key={drive.id} drive={drive} use={use} pick={pick} group={group} />
        ))}
      </div>
    </div>
  );
}

function DriveCard({
  drive,
  use,
  pick,
  group,
}: Properties & { readonly drive: Drive; readonly group: string }) {
  const { t } = useText();
  const id = useId();
  const fitness = fitnessOf(drive, use);
  const isChosen = pick.chosen?.id === drive.id;
  return (
    <div className={isChosen ? 'drive drive-chosen' : 'drive'}>
      <input
        type="radio"
        id={id}
        name={group}
        checked={isChosen}
        disabled={!fitness.fits}
        onChange={() => pick.choose(drive.id)}
      />
      <label htmlFor={id} className="drive-label">
        <UsbOutlined aria-hidden className="drive-icon" />
        <span className="drive-name" title={drive.label}>
          {drive.label === '' ? t('exchange.drives.unnamed') : drive.label}
        </span>
        <span className="drive-facts">
          {t('exchange.drives.free', {
            free: formatBytes(drive.freeBytes),
            total: formatBytes(drive.totalBytes),
          })}
          <span className="drive-system">
            {systemNames[drive.fileSystem.toLowerCase()] ?? drive.fileSystem}
          </span>
          {drive.isReadOnly && use.for === 'reading' && (
            <span className="drive-system">{t('exchange.drives.read-only.short')}</span>
          )}
        </span>
        {!fitness.fits && (
          <span className="drive-problem">
            {fitness.why === 'read-only'
              ? t('exchange.drives.read-only')
              : t('exchange.drives.short', { missing: formatBytes(fitness.missingBytes) })}
          </span>
        )}
      </label>
      <StickNumber drive={drive} onRegistered={pick.lookAgain} />
    </div>
  );
}

/** Number in the register of sticks, or the way to give one. */
function StickNumber({ drive, onRegistered }: { readonly drive: Drive; readonly onRegistered: () => void }) {
  const { t } = useText();
  const { message } = App.useApp();
  const [stick, setStick] = useState<string | null>(null);
  const register = useAction('exchange.registerStick');
  if (drive.stick !== null)
    return <span className="drive-stick">{t('exchange.drives.stick', { stick: drive.stick })}</span>;
  if (drive.isReadOnly) return <span className="drive-stick soft">{t('exchange.drives.unregistered')}</span>;
  if (stick === null) {
    return (
      <span className="drive-stick">
        <span className="soft">{t('exchange.drives.unregistered')}</span>
        <Button size="small" type="link" onClick={() => setStick('')}>
          {t('exchange.drives.register')}
        </Button>
      </span>
    );
  }
  const save = async () => {
    if (stick.trim() === '') return;
    const done = await register.run({ drive: drive.id, stick: stick.trim() });
    if (done === null) return;
    void message.success(t('exchange.drives.registered', { stick: stick.trim() }));
    setStick(null);
    onRegistered();
  };
  return (
    <span className="drive-stick">
      <Input
        autoFocus
        size="small"
        value={stick}
        maxLength={40}
        aria-label={t('exchange.drives.register.number')}
        placeholder={t('exchange.drives.register.placeholder')}
        onChange={(event) => setStick(event.target.value)}
        onPressEnter={() => void save()}
      />
      <Button
        size="small"
        loading={register.isBusy}
        disabled={stick.trim() === ''}
        onClick={() => void save()}
      >
        {t('exchange.drives.register.save')}
      </Button>
      {register.failure && <FailureNotice failure={register.failure} />}
    </span>
  );
}
