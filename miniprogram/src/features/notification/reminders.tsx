import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import { FieldError } from '../../components/field-error';
import { Skeleton } from '../../components/skeleton';
import { useAction } from '../../hooks/use-action';
import { useAnswer } from '../../hooks/use-answer';
import { RefusedPage } from '../refusal/refused-page';
import { CAN_ASK } from './ask-leave';
import { type Kind, LeaveButton, type Notices } from './leave-button';

const WHAT: Readonly<
  Record<Kind, { readonly heading: string; readonly ask: string; readonly lines: readonly string[] }>
> = {
  progress: {
    heading: '整改结果通知',
    ask: '再允许一条',
    lines: [
      '您的差评有了整改结果，在微信里告诉您。只写工单号、日期和要做的事，不写您评价的内容。',
      '晚上9点到早上8点不发。允许一次，只发一条。',
    ],
  },
  work: {
    heading: '工作提醒',
    ask: '再允许一条',
    lines: [
      '新工单、催办、逾期、退回等，办公时间里每小时告诉您一次，几件合成一条；下班后的留到下一个办公日早上。督办随时发。',
      '允许一次，只发一条，可以多点几次。',
    ],
  },
};

const sayLeft = (left: number): string => (left > 0 ? `开着，还会发${left}条` : '没有开，点下面允许一条');

const Settings = ({ kind, given }: { readonly kind: Kind; readonly given: Notices }) => {
  const [notices, setNotices] = useState(given);
  const stop = useAction('notice.stop', setNotices);
  const { template, left } = notices[kind];
  const { heading, ask, lines } = WHAT[kind];
  const isOffered = CAN_ASK && template !== null;
  return (
    <View>
      <Card heading={heading}>
        {lines.map((line) => (
          <View key={line} className="quiet">
            {line}
          </View>
        ))}
        <Fact name="微信提醒">{isOffered ? sayLeft(left) : '这里没有开通'}</Fact>
        {kind === 'progress' && <Fact name="短信">{notices.sms ? '微信发不了时，发到您实名的手机号' : '没有'}</Fact>}
        <Fact name="站内消息">一直有</Fact>
      </Card>
      {isOffered && (
        <LeaveButton id="allow-one" kind={kind} template={template} look="primary" onGranted={setNotices}>
          {left > 0 ? ask : '允许一条'}
        </LeaveButton>
      )}
      <FieldError id="stop-error" message={stop.failure} />
      {left > 0 && (
        <Button id="stop-reminders" look="plain" disabled={stop.busy} onPress={() => void stop.run({ template: kind })}>
          {stop.busy ? '正在停止…' : '停止微信提醒'}
        </Button>
      )}
    </View>
  );
};

/** What is on, how many may still be sent, and how to stop it. */
export const Reminders = ({ kind }: { readonly kind: Kind }) => {
  const { loaded, reload } = useAnswer('notice.mine', {});
  if (loaded.state === 'loading') return <Skeleton lines={5} />;
  if (loaded.state === 'refused') return <RefusedPage refusal={loaded.refusal} onRetry={reload} />;
  return <Settings kind={kind} given={loaded.value} />;
};
