import { App } from 'antd';
import { useEffect, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { Input, Output } from '../../../electron/contract/calls.ts';
import { ask, useAlone } from '../../data/index.ts';
import { useText } from '../../text/index.ts';

/** A document of the data process, ready to be laid out. */
export interface PrintDocument {
  readonly title: string;
  readonly html: string;
  readonly landscape: boolean;
  /** Absent: A4. */
  readonly paper?: 'A4' | 'A3';
  /** Stands below each page. Absent: title and time. */
  readonly footer?: string;
  /** What stands there instead. Absent: footer and page x of y. */
  readonly foot?: Input<'print.pdf'>['foot'];
  /** Its parts name their pages. */
  readonly numbered?: boolean;
}

/** Makes the PDF of a document, sends it to a printer, saves it. */
export function usePrint(document: PrintDocument | null) {
  const { t } = useText();
  const { message } = App.useApp();
  const [made, setMade] = useState<Output<'print.pdf'> | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    // What was made of another document must be neither seen nor printed under the title of this one.
    setMade(null);
    setFailure(null);
    if (document === null) return;
    let isGone = false;
    const { title, html, landscape, paper, footer, foot, numbered } = document;
    void ask('print.pdf', { title, html, landscape, paper, footer, foot, numbered }).then((reply) => {
      if (isGone) return;
      if (reply.ok) setMade(reply.value);
      else setFailure(reply.failure);
    });
    return () => {
      isGone = true;
    };
  }, [document]);

  const send = useAlone(async (token: string) => {
    const reply = await ask('print.send', { token });
    setFailure(reply.ok ? null : reply.failure);
  });
  const save = useAlone(async (token: string, title: string) => {
    const target = await ask('file.save', { name: `${title}.pdf`, filter: 'pdf' });
    if (!target.ok || target.value === null) {
      setFailure(target.ok ? null : target.failure);
      return;
    }
    const reply = await ask('print.save', { token, file: target.value.token });
    setFailure(reply.ok ? null : reply.failure);
    if (reply.ok) message.success(t('record.pdfSaved', { file: target.value.name }));
  });
  return {
    bytes: made?.bytes ?? null,
    /** Characters that stand on the paper as boxes. */
    missing: made?.missing ?? [],
    failure,
    send: () => {
      if (made !== null) void send(made.token);
    },
    save: () => {
      if (made !== null && document !== null) void save(made.token, document.title);
    },
  };
}
