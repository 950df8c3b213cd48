import { App } from 'antd';
import { useState } from 'react';
import type { Output } from '../../../../electron/contract/calls.ts';
import type { Failure } from '../../../../electron/contract/failure.ts';
import { ask } from '../../../data/index.ts';
import { failureText, useText } from '../../../text/index.ts';
import { useDuty } from '../duty-place.ts';
import { monthName } from '../../../text/month.ts';
import { lastDay } from './paper-settings.ts';

/** A roster read from a file, waiting to be taken over. */
export interface SheetRead {
  readonly file: string;
  readonly read: Output<'duty.readSheet'>;
}

/** Rosters into files and out of them. */
export function useRosterFiles() {
  const { t, language } = useText();
  const { message } = App.useApp();
  const { team, month } = useDuty();
  const [sheet, setSheet] = useState<SheetRead | null>(null);
  const tell = (failure: Failure) => void message.error(failureText(failure, t));
  const save = async (format: 'xlsx' | 'ics') => {
    const name = `${team.name}${monthName(month, language)}${t('duty.board')}`;
    const target = await ask('file.save', { name, filter: format });
    if (!target.ok) return tell(target.failure);
    if (target.value === null) return;
    const range = { team: team.id, from: `${month}-01`, to: lastDay(month) };
    const reply = await ask('duty.export', { ...range, format, file: target.value.token });
    if (reply.ok)
      void message.success(t('duty.file.saved', { file: target.value.name, count: reply.value.duties }));
    else tell(reply.failure);
  };
  const read = async () => {
    const chosen = await ask('file.open', { filter: 'sheet' });
    if (!chosen.ok) return tell(chosen.failure);
    if (chosen.value === null) return;
    const reply = await ask('duty.readSheet', { team: team.id, month, file: chosen.value.token });
    if (reply.ok) setSheet({ file: chosen.value.name, read: reply.value });
    else tell(reply.failure);
  };
  const leave = (job: string) => {
    setSheet(null);
    void ask('duty.discard', { job });
  };
  return {
    sheet,
    save: (format: 'xlsx' | 'ics') => void save(format),
    read: () => void read(),
    /** Closes what was read; throws it away unless it was taken over. */
    close: (isKept: boolean) => {
      if (sheet === null) return;
      if (isKept) setSheet(null);
      else leave(sheet.read.job);
    },
  };
}
