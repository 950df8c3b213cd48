import { CloseOutlined, FileOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Image } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useAttachmentOpener } from '../app/attachment-opener.ts';
import { ask } from '../data/index.ts';
import { useText } from '../text/index.ts';

interface Loaded {
  readonly name: string;
  /** Address of the picture inside this window; `null` when the file is no picture. */
  readonly url: string | null;
}

/** Types a browser can draw; anything else is shown as a named paper. */
const drawable = /^image\/(jpeg|png|gif|webp|bmp)$/;

/** Reads an attachment and makes its picture showable for as long as the component lives. */
function useAttachment(hash: string): Loaded | 'missing' | null {
  const [loaded, setLoaded] = useState<Loaded | 'missing' | null>(null);
  useEffect(() => {
    let url: string | null = null;
    let isGone = false;
    void ask('attachment.read', { hash }).then((reply) => {
      if (isGone) return;
      if (!reply.ok) {
        setLoaded('missing');
        return;
      }
      const { name, mediaType, bytes } = reply.value;
      if (drawable.test(mediaType))
        url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }));
      setLoaded({ name, url });
    });
    return () => {
      isGone = true;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [hash]);
  return loaded;
}

/** One attachment: a thumbnail that opens large, or the name of the paper. */
export function AttachmentTile(props: { readonly hash: string; readonly onRemove?: () => void }): ReactNode {
  const { t } = useText();
  const loaded = useAttachment(props.hash);
  const name = loaded === null ? '' : loaded === 'missing' ? t('widget.attachmentMissing') : loaded.name;
  const url = loaded === null || loaded === 'missing' ? null : loaded.url;
  const isHere = loaded !== null && loaded !== 'missing';
  const openAttachment = useAttachmentOpener();
  const open = openAttachment === null || !isHere ? null : () => openAttachment(props.hash);
  return (
    <span className="widget-tile" title={name}>
      {url === null ? (
        <button
          type="button"
          className="widget-paper"
          disabled={open === null}
          aria-label={isHere ? t('widget.openAttachment', { name }) : name}
          onClick={open ?? undefined}
        >
          <FileOutlined aria-hidden />
          <span className="widget-paper-name">{name}</span>
        </button>
      ) : (
        <Image
          src={url}
          alt={name}
          width={64}
          height={64}
          preview={withPrint(open, t('widget.printAttachment'))}
        />
      )}
      {props.onRemove ? (
        <Button
          className="widget-tile-remove"
          size="small"
          shape="circle"
          icon={<CloseOutlined aria-hidden />}
          aria-label={t('widget.removeAttachment', { name })}
          onClick={props.onRemove}
        />
      ) : null}
    </span>
  );
}

/** What antd hands to the buttons of the large picture. */
interface PictureTools {
  readonly actions: { readonly onClose: () => void };
}

/** The large picture with a way to the printer beside its zoom. */
const withPrint = (open: (() => void) | null, label: string) =>
  open === null
    ? {}
    : {
        // The large picture stands above every dialog, so it makes room for the one that prints.
        actionsRender: (actions: ReactNode, { actions: { onClose } }: PictureTools): ReactNode => (
          <>
            {actions}
            <Button
              type="text"
              className="widget-print"
              icon={<PrinterOutlined aria-hidden />}
              aria-label={label}
              title={label}
              onClick={() => {
                onClose();
                open();
              }}
            />
          </>
        ),
      };
