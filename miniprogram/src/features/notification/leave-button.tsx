import { useState } from 'react';
import type { Input, Output } from '../../api/actions';
import { Button } from '../../components/button';
import { FieldError } from '../../components/field-error';
import { useAction } from '../../hooks/use-action';
import { newKey } from '../rating/draft';
import { askLeave, type Leave } from './ask-leave';

export type Notices = Output<'notice.mine'>;
export type Kind = Input<'notice.stop'>['template'];

const SAID: Readonly<Record<Exclude<Leave, 'accepted'>, string>> = {
  rejected: '您没有允许，不会发送；结果仍可在“我的消息”中查看。',
  off: '微信设置里关闭了订阅消息，打开后再点一次。',
  failed: '微信没有回应，请再点一次。',
};

type Props = {
  readonly id: string;
  readonly kind: Kind;
  readonly template: string;
  readonly children: string;
  readonly look?: 'primary' | 'plain';
  readonly onGranted: (notices: Notices) => void;
};

/** One tap: WeChat asks, and one message may be sent. */
export const LeaveButton = ({ id, kind, template, children, look = 'plain', onGranted }: Props) => {
  const [said, setSaid] = useState<string | null>(null);
  const [key, setKey] = useState<string | null>(null);
  const grant = useAction('notice.grant', (notices) => {
    setKey(null);
    onGranted(notices);
  });
  // What WeChat has counted already is only told again to the cloud.
  const tell = (idempotencyKey: string) => {
    setKey(idempotencyKey);
    void grant.run({ accepted: [kind], idempotencyKey });
  };
  const ask = async () => {
    const leave = await askLeave(template);
    setSaid(leave === 'accepted' ? null : SAID[leave]);
    if (leave === 'accepted') tell(newKey());
  };
  return (
    <>
      <FieldError id={`${id}-error`} message={said ?? grant.failure} />
      <Button id={id} look={look} disabled={grant.busy} onPress={() => (key === null ? void ask() : tell(key))}>
        {grant.busy ? '正在保存…' : children}
      </Button>
    </>
  );
};
