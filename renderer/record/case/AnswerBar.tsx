import { Button, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { Output } from '../../../electron/contract/calls.ts';
import { useText } from '../../text/index.ts';
import type { ShownRecord } from '../page/RecordPage.tsx';
import { AnswerDialog } from './AnswerDialog.tsx';

type Answer = NonNullable<NonNullable<Output<'workflow.state'>>['answers']>[number];

/** What the office above can answer to a case handed up to it. */
export function AnswerBar({
  ledger,
  record,
  answers,
  user,
  onAnswered,
}: {
  readonly ledger: AnyLedger;
  readonly record: ShownRecord;
  readonly answers: readonly Answer[];
  readonly user: string;
  readonly onAnswered: () => void;
}): ReactNode {
  const { t } = useText();
  const [answer, setAnswer] = useState<Answer | null>(null);
  return (
    <div className="case-actions">
      {answers.length === 0 ? (
        <span className="soft">{t('case.answered')}</span>
      ) : (
        <Space role="group" aria-label={t('case.answer-office')}>
          <span className="soft">{t('case.answer-office')}</span>
          {answers.map((one, index) => (
            <Button
              key={one.kind}
              size="small"
              type={index === 0 ? 'primary' : 'default'}
              onClick={() => {
                setAnswer(one);
              }}
            >
              {one.label}
            </Button>
          ))}
        </Space>
      )}
      {answer === null ? null : (
        <AnswerDialog
          ledger={ledger}
          record={record}
          kind={answer.kind}
          label={answer.label}
          user={user}
          onDone={onAnswered}
          onClose={() => {
            setAnswer(null);
          }}
        />
      )}
    </div>
  );
}
