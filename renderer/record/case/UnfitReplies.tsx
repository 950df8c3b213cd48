import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { Output } from '../../../electron/contract/calls.ts';
import { useNavigation } from '../../app/navigation.ts';
import { formatInstant, useText } from '../../text/index.ts';
import { AttachmentTile } from '../../widgets/index.ts';
import './case.css';

type Reply = NonNullable<Output<'workflow.state'>>['replies'][number];

/** Answers of the office above that did not fit the case, until somebody wrote what was done about them. */
export function UnfitReplies({ replies }: { readonly replies: readonly Reply[] }): ReactNode {
  return replies
    .filter(({ outcome, followUp }) => outcome === 'unfit' && followUp === null)
    .map((reply) => <UnfitReply key={reply.id} reply={reply} />);
}

function UnfitReply({ reply }: { readonly reply: Reply }): ReactNode {
  const { t } = useText();
  const navigation = useNavigation();
  const { ledger, id, label, office, at, number, content, documents, reason } = reply;
  const said = [number ?? '', content ?? ''].filter((part) => part !== '').join(t('case.pause'));
  return (
    <Alert
      type="warning"
      showIcon
      className="case-unfit"
      title={t('case.unfit', { office, at: formatInstant(at), kind: label })}
      description={
        <>
          {said === '' ? null : <p className="case-opinion">{said}</p>}
          {documents.map((hash) => (
            <AttachmentTile key={hash} hash={hash} />
          ))}
          <p className="case-opinion">{t('case.unfit-why', { reason: reason ?? '' })}</p>
        </>
      }
      action={
        <Button
          size="small"
          onClick={() => {
            navigation.openRecord(ledger, id, { field: 'follow_up' });
          }}
        >
          {t('case.unfit-open')}
        </Button>
      }
    />
  );
}
