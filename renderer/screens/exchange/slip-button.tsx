import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useAsk } from '../../data/index.ts';
import { useText } from '../../text/index.ts';
import { later } from '../../ui/index.ts';

/** The preview brings the PDF reader with it; nobody waits for that before a slip is asked for. */
const PrintPreview = later(async () => (await import('../../record/print/PrintPreview.tsx')).PrintPreview);

interface Properties {
  readonly digest: string;
  readonly isPrimary?: boolean;
  readonly isSmall?: boolean;
}

/** Opens the hand-over slip (交接单) of a package in the print preview. */
export function SlipButton({ digest, isPrimary = false, isSmall = false }: Properties) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        type={isPrimary ? 'primary' : 'default'}
        size={isSmall ? 'small' : 'middle'}
        {...(isSmall ? {} : { icon: <PrinterOutlined aria-hidden /> })}
        onClick={() => setOpen(true)}
      >
        {t(isSmall ? 'exchange.slip.short' : 'exchange.slip')}
      </Button>
      {isOpen && <Slip digest={digest} onClose={() => setOpen(false)} />}
    </>
  );
}

function Slip({ digest, onClose }: { readonly digest: string; readonly onClose: () => void }) {
  const { value, failure } = useAsk('exchange.slip', { digest });
  const document = useMemo(() => (value === undefined ? null : { ...value, landscape: false }), [value]);
  return <PrintPreview document={document} failure={failure} onClose={onClose} />;
}
